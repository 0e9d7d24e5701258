/** 申请人页面：找事项、看能不能办、填报、跟踪办件。 Pages of applicants and agents: finding a service, applying for it, following the case. */
@NullMarked
package org.tongban.web.applicant;

import org.jspecify.annotations.NullMarked;
