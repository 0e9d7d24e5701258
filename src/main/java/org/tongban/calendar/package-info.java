/** 现在几点、哪天是工作日、期限哪天届满。 What time it is, which days are working days, and when a limit ends. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.tongban.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
