package org.tongban.web;

import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Actor;
import org.tongban.identity.Post;
import org.tongban.identity.Role;

/**
 * 访问者: who looks at a page, and the posts they may change to.
 *
 * @param actor null where nobody is signed in
 * @param seats empty for people who act for themselves only
 * @param unread how many notices they have not opened; asked only where a page shows it
 */
public record Visitor(@Nullable Actor actor, List<Seat> seats, IntSupplier unread) {
    public static final Visitor ANONYMOUS = new Visitor(null, List.of(), () -> 0);

    /**
     * 可切换的岗位: a post that the signed-in person may act in.
     *
     * @param office name of the office, in Chinese
     */
    public record Seat(Post post, String office, boolean current) {}

    public Visitor {
        seats = List.copyOf(seats);
    }

    public boolean signedIn() {
        return actor != null;
    }

    public boolean is(Role role) {
        return actor != null && actor.role() == role;
    }

    public boolean staff() {
        return actor != null && actor.role() != Role.APPLICANT;
    }

    /** The office acted from, in words; null for people who act for themselves. */
    public @Nullable String office() {
        return seats.stream()
                .filter(Seat::current)
                .map(Seat::office)
                .findFirst()
                .orElse(null);
    }
}
