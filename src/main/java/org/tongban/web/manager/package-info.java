/** 牵头单位页面：本单位的事项、拟改、复核发布、试算、历史。 Pages of lead departments: their services, proposing and publishing changes, trials, history. */
@NullMarked
package org.tongban.web.manager;

import org.jspecify.annotations.NullMarked;
