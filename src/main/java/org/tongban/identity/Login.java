package org.tongban.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 登录身份: somebody who is signed in, and the post they act in.
 *
 * @param subject HMAC-SM3 of an applicant's identity; null for staff
 * @param assurance level of the identity, policy N-21
 * @param posts empty for applicants
 * @param acting null for applicants, and for staff with several posts until they choose one
 */
public record Login(
        String account,
        String name,
        @Nullable String subject,
        int assurance,
        List<Post> posts,
        @Nullable Post acting) {

    public Login {
        posts = List.copyOf(posts);
    }

    public boolean isStaff() {
        return subject == null;
    }

    /** Who acts; null for staff who have not chosen a post. */
    public @Nullable Actor actor() {
        if (subject != null) {
            return Actor.applicant(account, name, subject, assurance);
        }
        return acting == null ? null : Actor.staff(account, name, acting.role(), acting.office());
    }

    Login in(Post post) {
        return new Login(account, name, subject, assurance, posts, post);
    }

    Login holding(List<Post> now) {
        return now.equals(posts)
                ? this
                : new Login(
                        account, name, subject, assurance, now, acting != null && now.contains(acting) ? acting : null);
    }
}
