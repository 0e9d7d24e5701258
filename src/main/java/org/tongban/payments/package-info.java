/** 缴费：环节前的缴费单、减免、缴纳、退费；钱不会凭空多出来，也不会不见。 Fee orders, reductions, payments and refunds; money never appears or vanishes. */
@ApplicationModule(allowedDependencies = {"casework", "catalogue", "identity", "places", "calendar"})
@NullMarked
package org.tongban.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
