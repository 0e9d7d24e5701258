/** 谁在办、替谁办、在哪个机构办；登录，并记下谁看了什么。 Who is acting, for whom and from which office; signs them in and logs who read what. */
@ApplicationModule(allowedDependencies = {"places", "calendar"})
@NullMarked
package org.tongban.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
