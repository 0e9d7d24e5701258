package org.tongban.web.admin;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Role;
import org.tongban.identity.StaffAccount;
import org.tongban.web.Names;

/** 人员一览: an account of a member of staff as the administrators read it. */
public record StaffView(String id, String name, String provider, String login, boolean closed, List<PostView> posts) {

    /** 岗位一览: a post, where it is and how long it lasts; over once its last day has passed. */
    public record PostView(
            Role role,
            String office,
            String officeName,
            LocalDate from,
            @Nullable LocalDate to,
            boolean over,
            boolean ahead) {}

    static StaffView of(StaffAccount account, Names names, LocalDate today) {
        return new StaffView(
                account.id(),
                account.name(),
                account.provider(),
                account.login(),
                account.closedAt() != null,
                account.posts().stream()
                        .map(held -> new PostView(
                                held.post().role(),
                                held.post().office(),
                                names.office(held.post().office()),
                                held.from(),
                                held.to(),
                                held.over(today),
                                held.from().isAfter(today)))
                        .toList());
    }
}
