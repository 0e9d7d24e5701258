/** 到来源处查登记事实，一个来源一个适配器；不改任何东西。 Looks up registered facts at their source, one adapter a source; changes nothing. */
@ApplicationModule(allowedDependencies = {"identity", "places", "calendar"})
@NullMarked
package org.tongban.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
