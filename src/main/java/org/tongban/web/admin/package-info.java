/** 管理员页面：系统、安全、审计三个管理员各管各的。 Pages of the three administrators, each of whom sees only what is theirs. */
@NullMarked
package org.tongban.web.admin;

import org.jspecify.annotations.NullMarked;
