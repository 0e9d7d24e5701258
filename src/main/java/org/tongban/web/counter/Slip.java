package org.tongban.web.counter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.web.applicant.OfficeCards;

/**
 * 单据: a paper that a window prints for the person before it (policies L-01, L-03): numbered, dated, signed by both.
 *
 * @param number of the case and of the entry it certifies
 * @param lines what was handed in and how, or what is to be corrected
 * @param missing not handed in although it is asked for
 * @param spared not asked for, and what spares it
 * @param words what the window wrote
 * @param window where it was taken in
 * @param office that decides
 * @param until last day to bring corrections; null where none is set
 * @param forElsewhere received only, not yet with the competent place
 */
public record Slip(
        String number,
        Kind kind,
        String title,
        String caseNumber,
        String path,
        String service,
        List<String> applicant,
        @Nullable String agent,
        Instant at,
        List<Line> lines,
        List<String> missing,
        List<String> spared,
        String words,
        OfficeCards.OfficeCard window,
        String clerk,
        OfficeCards.OfficeCard office,
        boolean forElsewhere,
        @Nullable LocalDate dueBackOn,
        @Nullable LocalDate until) {

    /** 单据种类. */
    public enum Kind {
        RECEIPT,
        NOTICE
    }

    /** 清单的一行. */
    public record Line(String name, String how) {}
}
