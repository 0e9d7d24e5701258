/** 预约页面：申请人选时间；窗口放号、取号、叫号、登记到场。 Pages for booking a time, and for the office that opens, calls and receives. */
@NullMarked
package org.tongban.web.appointments;

import org.jspecify.annotations.NullMarked;
