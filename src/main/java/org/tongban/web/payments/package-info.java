/** 缴费页面：申请人看缴费单、去缴费；收费机构开具、减免、登记。 Pages for paying, and for the office that charges. */
@NullMarked
package org.tongban.web.payments;

import org.jspecify.annotations.NullMarked;
