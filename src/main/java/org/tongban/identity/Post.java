package org.tongban.identity;

import java.util.Optional;

/**
 * 任职: a role at an office that somebody may act in.
 *
 * @param office code of the office
 */
public record Post(Role role, String office) {

    /** What a form sends back to name this post. */
    public String key() {
        return role + "@" + office;
    }

    static Optional<Post> ofKey(String key, Iterable<Post> posts) {
        for (Post post : posts) {
            if (post.key().equals(key)) {
                return Optional.of(post);
            }
        }
        return Optional.empty();
    }
}
