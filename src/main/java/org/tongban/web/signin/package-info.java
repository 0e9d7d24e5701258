/** 登录、选择岗位、演示人员。 Signing in, choosing a post, and the people of the demonstration. */
@NullMarked
package org.tongban.web.signin;

import org.jspecify.annotations.NullMarked;
