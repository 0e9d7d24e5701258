package org.tongban.identity;

import org.jspecify.annotations.Nullable;

/**
 * 单位: identified by its unified social credit code; the person logged in for it is its agent.
 *
 * @param form 企业法人, 事业法人, 社会组织法人, 非法人企业, 其他组织, 行政机关; follows from the code where that tells it
 * @param region six-digit region where it is registered; follows from the code where it is not given
 * @param agentName 经办人, who acts for it
 */
public record Organisation(
        String name,
        Uscc uscc,
        @Nullable String form,
        @Nullable String phone,
        @Nullable String region,
        @Nullable String agentName)
        implements Applicant {

    public Organisation {
        form = form == null ? uscc.form() : form;
        region = region == null ? uscc.region() : region;
    }

    @Override
    public String identity() {
        return "统一社会信用代码:" + uscc.text();
    }
}
