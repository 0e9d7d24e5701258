package org.tongban.web.counter;

import java.time.Instant;
import org.tongban.web.DueIn;
import org.tongban.web.Tone;

/**
 * 窗口办件的一行.
 *
 * @param state in words, with the outcome where there is one
 * @param office that handles it
 * @param at received, or closed where it is closed
 */
public record CaseRow(
        String path,
        String number,
        String service,
        String applicant,
        String state,
        Tone tone,
        String office,
        Instant at,
        DueIn due) {}
