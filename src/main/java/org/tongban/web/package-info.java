/** 页面：把各模块的入口拼成页面，自己不作任何决定。 Pages for each role; composes, decides nothing. */
@ApplicationModule(
        allowedDependencies = {
            "places",
            "calendar",
            "identity",
            "catalogue",
            "files",
            "records",
            "casework",
            "appointments",
            "payments",
            "notices",
            "ratings",
            "supervision"
        })
@NullMarked
package org.tongban.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
