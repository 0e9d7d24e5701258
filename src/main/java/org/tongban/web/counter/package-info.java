/** 窗口：现场收件、形式审查、转交、原件流转、发放结果；窗口不作任何决定。 Pages of a window: it takes in, checks the form, passes on and hands out; it decides nothing. */
@NullMarked
package org.tongban.web.counter;

import org.jspecify.annotations.NullMarked;
