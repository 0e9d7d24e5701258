/** 监督：任务台账、超期预警、督办、年度报送、统计数。只看不改办件。 What is late or about to be, supervision orders, launch plan of the 140, yearly progress reports, figures. */
@ApplicationModule(
        allowedDependencies = {
            "ratings",
            "notices",
            "casework",
            "catalogue",
            "files",
            "records",
            "identity",
            "places",
            "calendar"
        })
@NullMarked
package org.tongban.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
