package org.tongban.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * 材料: something handed in with an application.
 *
 * @param exemptBy 免提交: the electronic licence or shared record that spares the applicant handing it in; null: none
 * @param when CEL: asked for only where true; null: always
 * @param because why it is still asked although a source might exist (policy N-14); null: an open point
 */
public record Material(
        String key,
        String name,
        boolean required,
        Medium medium,
        @Nullable String issuer,
        @Nullable String exemptBy,
        @Nullable String when,
        @Nullable String because) {

    /** 材料形式. */
    public enum Medium {
        ELECTRONIC("电子"),
        ORIGINAL("原件"),
        COPY("复印件"),
        ORIGINAL_SHOWN("原件核验"),
        /** Secret, or sealed by its issuer: registered and followed, and never opened, copied or stored here. */
        NEVER_STORED("只登记流转");

        private final String chinese;

        Medium(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** Whether a file of it may be kept. */
    public boolean storable() {
        return medium != Medium.NEVER_STORED;
    }
}
