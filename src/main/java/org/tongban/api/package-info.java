/** 接口：与页面相同的门，以 JSON 提供，在 /api/v1 之下；只转交，不作决定。 The same doors as JSON under /api/v1; it decides nothing. */
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
            "ratings"
        })
@NullMarked
package org.tongban.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
