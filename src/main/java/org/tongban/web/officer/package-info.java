/** 经办页面：工作台、办件、协查。 Pages of officers, approvers, cooperating departments and of clerks at their office: desk, case, inquiry. */
@NullMarked
package org.tongban.web.officer;

import org.jspecify.annotations.NullMarked;
