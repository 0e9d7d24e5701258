package org.tongban.identity;

import org.jspecify.annotations.Nullable;

/**
 * 接口客户端: a system that calls the API, for one office or as an applying platform.
 *
 * @param role OFFICE_SYSTEM or PLATFORM
 * @param office code of the office it speaks for; null for platforms
 * @param assurance level of the identities a platform vouches for (policy N-21)
 */
public record Client(
        String id, String name, Role role, @Nullable String office, int assurance) {

    public Client {
        if ((role == Role.OFFICE_SYSTEM) == (office == null) || role != Role.OFFICE_SYSTEM && role != Role.PLATFORM) {
            throw new IllegalArgumentException("接口客户端或者代表一个机构，或者是申请平台");
        }
    }

    Actor actor() {
        return new Actor(id, name, role, null, office, assurance);
    }
}
