package org.tongban.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * 办理结果: what comes out of a case that is granted.
 *
 * @param valid how long it holds, in words
 */
public record Result(String name, Kind kind, @Nullable String valid) {

    /** 结果类型. */
    public enum Kind {
        LICENCE("证书"),
        CERTIFICATE("证明"),
        REGISTER_ENTRY("登记簿"),
        REPLY("批复"),
        FILING_RECEIPT("备案回执"),
        EXTRACT("查询结果"),
        MONEY("资金"),
        STATUS_CHANGE("状态变更");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
