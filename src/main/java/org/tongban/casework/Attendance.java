package org.tongban.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 到场核验: how a window made sure of the person before it, and that they agreed that staff fill in for them (M-06, M-22, M-25). Facts
 * only; the documents themselves stay with the person.
 *
 * @param identityCheck what was looked at, one of {@link #IDENTITY_CHECKS}
 * @param consent how the person agreed, one of {@link #CONSENTS}
 * @param seen keys of the materials whose originals were looked at and given back at once (M-08)
 * @param originalsDueBackOn when the paper originals left at the window go back; null where none were left or no day was named
 */
public record Attendance(
        String identityCheck, String consent, @Nullable LocalDate originalsDueBackOn, List<String> seen) {

    public static final List<String> IDENTITY_CHECKS =
            List.of("证件原件与本人一致", "读卡核验通过", "电子证照亮证核验", "户口簿和相貌核对（没有居民身份证）", "代办人证件和授权委托书", "监护人证件和监护关系证明");
    public static final List<String> CONSENTS = List.of("本人当场核对并签字", "本人口头同意，当场核对", "监护人当场核对并签字", "授权委托书写明由代办人办理");

    public Attendance {
        if (!IDENTITY_CHECKS.contains(identityCheck) || !CONSENTS.contains(consent)) {
            throw new IllegalArgumentException("到场核验的方式不在可选范围内");
        }
        // entries of before this was one act with the receipt do not name any
        seen = seen == null ? List.of() : List.copyOf(seen);
    }

    public Attendance(String identityCheck, String consent, @Nullable LocalDate originalsDueBackOn) {
        this(identityCheck, consent, originalsDueBackOn, List.of());
    }
}
