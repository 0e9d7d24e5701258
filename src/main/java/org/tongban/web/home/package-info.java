/** 首页和帮助：给每一个人看，不用登录。 The first page and what helps everybody. */
@NullMarked
package org.tongban.web.home;

import org.jspecify.annotations.NullMarked;
