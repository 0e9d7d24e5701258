package org.tongban.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 入口分类: for whom a page or API endpoint is. Every handler carries exactly one of these, on its method or else on its
 * class; one without is closed to all, and a test fails for it. What somebody may do in one case, and from which office,
 * is decided behind the door by its module.
 */
public final class Door {
    private Door() {}

    /** 公开: for everybody, signed in or not. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Open {}

    /** 登录后可用: for everybody who is signed in, in whatever role. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface SignedIn {}

    /** 限定岗位: for these roles only. */
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Only {
        Role[] value();
    }
}
