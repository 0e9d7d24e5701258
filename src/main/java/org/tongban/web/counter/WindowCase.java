package org.tongban.web.counter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Casefile;
import org.tongban.casework.Move;
import org.tongban.casework.MoveForm;
import org.tongban.catalogue.Item;
import org.tongban.web.MaterialView;
import org.tongban.web.Shown;
import org.tongban.web.ShownAnswers;
import org.tongban.web.Tone;
import org.tongban.web.applicant.OfficeCards;

/**
 * 窗口看到的办件: what a window may see of its case, personal values covered, and what it may do (policy M-06).
 *
 * @param askedFor what was named as wrong or missing, in words; empty where nothing is waited for
 * @param askedWords what the applicant was told to do about it
 * @param slips receipts and notices that can be printed
 */
public record WindowCase(
        Casefile file,
        Item item,
        CounterHeading heading,
        List<Shown> applicant,
        List<Shown> agent,
        List<Shown> subject,
        List<ShownAnswers.Line> answers,
        List<MaterialView> materials,
        List<Happened> history,
        List<Asked> askedFor,
        String askedWords,
        List<SlipLink> slips,
        List<Result> results,
        OfficeCards.OfficeCard office,
        List<MoveForm> forms) {

    /** 经过: one entry of the history, in words. */
    public record Happened(
            Instant at, String by, String what, @Nullable String words) {}

    /** 要改的一项: {@code key} as material.x or field.x. */
    public record Asked(String key, String name) {}

    /** 可打印的单据. */
    public record SlipLink(int seq, String title, Instant at) {}

    /** 决定结果. */
    public record Result(String part, String outcome, Tone tone, List<String> documents) {}

    public String path() {
        return "/counter/cases/" + file.number();
    }

    public boolean can(Move move) {
        return forms.stream().anyMatch(form -> form.move() == move);
    }

    /** What a window may do on a page of its own; nothing here decides. */
    public List<MoveForm> steps() {
        return forms.stream().filter(form -> form.move() == Move.FINISH_STEP).toList();
    }
}
