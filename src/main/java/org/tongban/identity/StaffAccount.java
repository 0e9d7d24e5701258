package org.tongban.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 工作人员账号: an account of a member of staff with the posts it holds, held or will hold.
 *
 * @param provider the identity provider that they sign in with
 * @param login what that provider calls them
 * @param closedAt null while the account is open
 */
public record StaffAccount(
        String id,
        String name,
        String provider,
        String login,
        @Nullable Instant closedAt,
        List<Held> posts) {

    /**
     * 任职期间: a post and from when to when it is held.
     *
     * @param to last day; null while nobody ends it
     */
    public record Held(Post post, LocalDate from, @Nullable LocalDate to) {
        public boolean over(LocalDate today) {
            return to != null && to.isBefore(today);
        }
    }
}
