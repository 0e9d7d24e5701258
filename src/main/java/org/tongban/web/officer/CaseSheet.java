package org.tongban.web.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Interval;
import org.tongban.casework.Leg;
import org.tongban.casework.Move;
import org.tongban.casework.Outcome;
import org.tongban.casework.StepState;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Item;
import org.tongban.web.DueIn;
import org.tongban.web.PartLine;
import org.tongban.web.Shown;
import org.tongban.web.ShownAnswers;
import org.tongban.web.Told;

/**
 * 办件总览: everything about one case on one screen, as whoever works on it needs it.
 *
 * @param moves what this person can do now
 * @param canWrite to the applicant
 * @param agent empty where the applicant acts themselves
 * @param subject whose matter it is; empty where it is the applicant's
 * @param told to applicant, agent, parties and staff, oldest first
 * @param reexaminable whether this person can open a new case that examines this closed one again
 */
public record CaseSheet(
        CaseHead head,
        List<MoveButton> moves,
        boolean canWrite,
        boolean reexaminable,
        List<Part> parts,
        List<PartLine> partLines,
        List<Proposed> proposals,
        List<TaskLine> tasks,
        List<Shown> applicant,
        List<Shown> agent,
        List<Shown> subject,
        List<ShownAnswers.Line> answers,
        List<MaterialLine> materials,
        Relations relations,
        List<CaseHistory.Line> history,
        List<OriginalLine> originals,
        List<Told> told) {

    /** Where the clock is stopped for a special procedure; null where this person cannot, or it stands already. */
    public @Nullable String stopping() {
        return moves.stream()
                .filter(button -> button.move() == Move.PAUSE)
                .map(MoveButton::path)
                .findFirst()
                .orElse(null);
    }

    /** 现在可以做的一项: button to the page of a move. */
    public record MoveButton(
            String path, Move move, @Nullable String task) {
        public String look() {
            return MoveWords.look(move);
        }
    }

    /** 分项, and who decides it. */
    public record Part(Leg leg, String office) {}

    /**
     * 提请的事项.
     *
     * @param by who proposed it
     * @param opinion and reasons, as written
     */
    public record Proposed(@Nullable String part, Move what, String by, String opinion, boolean mine) {}

    /**
     * 待办或做过的环节.
     *
     * @param endsAt when it is over by itself; null: somebody does it
     * @param here this person's office has it to do, and their post is one that can
     * @param finish where it is answered or finished; null where this person cannot
     */
    public record TaskLine(
            int no,
            @Nullable String part,
            String title,
            TaskKind kind,
            String office,
            StepState state,
            @Nullable String result,
            Instant openedAt,
            @Nullable Instant endsAt,
            DueIn clock,
            @Nullable String holder,
            boolean mine,
            boolean here,
            @Nullable String finish) {
        public boolean open() {
            return state.open();
        }

        /** Whether this person can do something about who has it. */
        public boolean movable() {
            return here && state == StepState.OPEN;
        }
    }

    /** 时限种类. */
    public enum ClockKind {
        HAND_OVER,
        ACCEPTANCE,
        SUPPLEMENT,
        COMMITTED,
        STATUTORY
    }

    /** 一个时限, and how it stands. */
    public record ClockLine(@Nullable String part, ClockKind kind, DueIn clock) {}

    /** 材料情况. */
    public enum MaterialState {
        IN,
        EXEMPT,
        MISSING,
        EARLIER,
        OPTIONAL
    }

    /**
     * 一项材料.
     *
     * @param exemptBy the record or licence that spares it
     * @param open link that shows it
     */
    public record MaterialLine(
            String key,
            String name,
            MaterialState state,
            @Nullable String exemptBy,
            List<FileLine> files,
            String open,
            boolean current) {}

    /**
     * 一个文件.
     *
     * @param pages addresses of the pictures that we draw of its pages
     * @param notDrawn why there are none; null where there are, or where it is not looked at
     */
    public record FileLine(
            String name,
            String size,
            String original,
            List<String> pages,
            @Nullable String notDrawn) {}

    /** 有关的办件: same person and service still open; the one it answers and those that answer it. */
    public record Relations(List<Related> duplicates, List<Related> linked) {
        public boolean none() {
            return duplicates.isEmpty() && linked.isEmpty();
        }
    }

    /**
     * 有关的一件.
     *
     * @param path null where it is another office's
     * @param state null where this office may not know
     */
    public record Related(
            String number,
            @Nullable String path,
            @Nullable CaseState state,
            @Nullable Outcome outcome,
            String office,
            @Nullable LocalDate openedOn) {}

    /** 一件原件: where it is now. */
    public record OriginalLine(
            String name,
            String holder,
            String act,
            @Nullable String to,
            @Nullable String trackingNumber,
            @Nullable LocalDate dueBackOn,
            Instant at) {}

    public Casefile file() {
        return head.file();
    }

    public Item item() {
        return head.item();
    }

    public List<ClockLine> clocks() {
        return head.clocks();
    }

    public String number() {
        return head.number();
    }

    public String path() {
        return head.path();
    }

    public boolean several() {
        return file().legs().size() > 1;
    }

    public List<TaskLine> open() {
        return tasks.stream().filter(TaskLine::open).toList();
    }

    public List<TaskLine> past() {
        return tasks.stream().filter(task -> !task.open()).toList();
    }

    /** Why the clock stands now, part by part. */
    public List<Interval> stops() {
        return file().intervals().stream()
                .filter(line -> !line.running() && line.endedAt() == null)
                .toList();
    }

    public boolean missing() {
        return materials.stream().anyMatch(material -> material.state() == MaterialState.MISSING);
    }

    /** 一份文书: where it is printed. */
    public record LetterLink(LetterKind kind, String path, Instant at) {}

    /** The papers that the steps of this case have, newest first. */
    public List<LetterLink> letters() {
        return history.reversed().stream()
                .flatMap(line -> Optional.ofNullable(LetterKind.of(line.event()))
                        .map(kind -> new LetterLink(kind, path() + "/letters/" + line.seq(), line.at()))
                        .stream())
                .toList();
    }

    public List<CaseHistory.Line> messages() {
        return history.stream().filter(CaseHistory.Line::message).toList();
    }
}
