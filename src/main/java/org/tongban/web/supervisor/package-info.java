/** 督查员的页面：任务、预警、督办、报送、统计；牵头单位和被督办机构在这里更新自己的一行。 Pages of the coordination office, and what departments answer to it. */
@NullMarked
package org.tongban.web.supervisor;

import org.jspecify.annotations.NullMarked;
