/** 通知页面：每个人的通知、接收方式；演示时还有发信箱。 Everybody's notices and how they are told; in the demonstration what was sent. */
@NullMarked
package org.tongban.web.notices;

import org.jspecify.annotations.NullMarked;
