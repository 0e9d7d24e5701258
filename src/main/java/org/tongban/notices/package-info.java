/** 通知：告诉申请人、代办人和承办的人发生了什么、接下来要做什么。Tells applicant, agent and staff what happened and what they must do next. */
@ApplicationModule(
        allowedDependencies = {"casework", "catalogue", "files", "records", "identity", "places", "calendar"})
@NullMarked
package org.tongban.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
