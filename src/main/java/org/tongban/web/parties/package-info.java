/** 当事人页面：要我确认的事项。 Pages for those who take part in somebody else's case: what concerns them, and their own confirmation. */
@NullMarked
package org.tongban.web.parties;

import org.jspecify.annotations.NullMarked;
