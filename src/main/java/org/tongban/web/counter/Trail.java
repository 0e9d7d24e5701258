package org.tongban.web.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 原件流转记录: one paper original, where it is and every hand it went through (policies M-07, M-08).
 *
 * @param where who has it, in words
 * @param parcel carrier and number while it is under way; null otherwise
 * @param sign this office signs for it
 * @param held this office has it
 * @param settled back with the applicant, or in the archive
 */
public record Trail(
        String key,
        String name,
        String where,
        @Nullable String parcel,
        @Nullable LocalDate dueBackOn,
        boolean sign,
        boolean held,
        boolean settled,
        List<Hand> hands) {

    public static final String SIGNED = "签收";
    public static final String RETURNED = "归还申请人";

    /** 经手一次. */
    public record Hand(
            Instant at, String by, String act, @Nullable String parcel) {}
}
