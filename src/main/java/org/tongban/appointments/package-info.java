/** 预约：机构放出的号源，一个号只约出一次；取号、叫号。 Slots at an office, booked once; queue numbers at the counter. */
@ApplicationModule(allowedDependencies = {"casework", "catalogue", "identity", "places", "calendar"})
@NullMarked
package org.tongban.appointments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
