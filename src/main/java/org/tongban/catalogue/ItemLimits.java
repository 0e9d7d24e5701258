package org.tongban.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 办理时限: what law sets and what is promised (法定时限, 承诺时限).
 *
 * @param statutory empty: law sets none. The first whose {@code when} is true holds
 * @param statutoryText the limit in the dossier's words
 * @param basis the instrument that sets it
 * @param notCounted what does not count by the service's own instrument, beside what the licensing law names (policy L-24, L-25)
 */
public record ItemLimits(
        List<Limit.Choice> statutory,
        @Nullable String statutoryText,
        String basis,
        List<Limit.Choice> committed,
        @Nullable String committedText,
        Kind kind,
        List<String> notCounted) {

    /** 办件类型: done in the same session, or by a promised day (policy L-30). */
    public enum Kind {
        INSTANT("即办件"),
        PROMISED("承诺件");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
