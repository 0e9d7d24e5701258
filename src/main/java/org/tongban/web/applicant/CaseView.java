package org.tongban.web.applicant;

import static org.tongban.web.Words.t;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Outcome;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Item;
import org.tongban.ratings.Rating;
import org.tongban.web.DueIn;
import org.tongban.web.Happening;
import org.tongban.web.PartLine;
import org.tongban.web.ShownAnswers;
import org.tongban.web.Told;
import org.tongban.web.Words;

/**
 * 我的办件: one case as its applicant or agent reads it.
 *
 * @param past what happened, oldest first
 * @param offices each part's name and who handles it there
 * @param asked what the office asks for; null where it asks nothing
 * @param clock of the step that is under way
 * @param remedies how long a decision can be fought; null where the body's own rules say it
 * @param relation what the agent is to the applicant; null where there is none, or none was told
 * @param subject whose matter it is, masked; empty where it is the applicant's
 * @param told to applicant and agent, oldest first
 * @param ratings what may be rated of it, or was
 * @param parts what of each part is done and owed; empty where the case is one whole
 * @param stops why the clock stands now
 */
public record CaseView(
        Casefile file,
        Item item,
        @Nullable String agent,
        @Nullable String relation,
        List<String> subject,
        List<Past> past,
        List<Message> messages,
        List<Handler> offices,
        @Nullable AskedFor asked,
        List<Result> results,
        List<ShownAnswers.Line> answers,
        List<Handed> handedIn,
        Doable doable,
        DueIn clock,
        @Nullable RemedyLimits remedies,
        List<Told> told,
        List<Rating> ratings,
        List<PartLine> parts,
        List<Stop> stops) {

    /** 发生的一件事. */
    public record Past(Instant at, String by, CaseEvent event) {}

    /** 一条留言. */
    public record Message(Instant at, String by, boolean mine, String text) {}

    /** 一部分由谁办. */
    public record Handler(String part, OfficeCards.OfficeCard office) {}

    /**
     * 补正要求.
     *
     * @param until last day; null where none is set
     * @param words what the office wrote
     * @param what materials and questions, by their names
     */
    public record AskedFor(@Nullable LocalDate until, String words, List<String> what) {}

    /** 一部分的结果. */
    public record Result(
            String part,
            Outcome outcome,
            @Nullable LocalDate on,
            List<String> granted,
            List<String> grounds,
            String words) {}

    /** 交来的一个文件. */
    public record Handed(String id, String material, String name, String size) {}

    /**
     * 时钟停着.
     *
     * @param part null where the case is one whole
     * @param days expected
     * @param words told in writing, with the reason (policy L-24)
     */
    public record Stop(@Nullable String part, String procedure, Instant since, int days, String words) {}

    /** 现在能做的. */
    public record Doable(boolean supplement, boolean withdraw, boolean takeOver, boolean write) {}

    /** 救济期限 (policy L-28): parameters, for the law may change them. */
    record RemedyLimits(int reconsiderationDays, int litigationMonths) {}

    /** How long a decision can be fought, in words; null where the body's own rules say it. */
    public @Nullable String remedyLimits() {
        return remedies == null
                ? null
                : t(
                        "期限：知道决定之日起 {0} 日内申请行政复议，或者 {1} 个月内提起行政诉讼。",
                        remedies.reconsiderationDays(), remedies.litigationMonths());
    }

    public String path() {
        return "/my/cases/" + file.number();
    }

    public boolean several() {
        return file.legs().size() > 1;
    }

    /** The steps for which somebody has to come, at a time that is booked. */
    public List<Task> bookable() {
        return open(TaskKind.APPOINTMENT);
    }

    /** The steps that are paid for. */
    public List<Task> payable() {
        return open(TaskKind.PAY);
    }

    /** The periods that run and end by themselves. */
    public List<Task> waits() {
        return file.openTasks().stream()
                .filter(task -> task.kind() == TaskKind.WAIT && task.endsAt() != null)
                .toList();
    }

    private List<Task> open(TaskKind kind) {
        return file.openTasks().stream().filter(task -> task.kind() == kind).toList();
    }

    /** Last day by which the competent place says whether it accepts; null where that is over. */
    public @Nullable LocalDate acceptanceDueOn() {
        return file.openTasks().stream()
                .filter(task -> task.kind() == TaskKind.ACCEPTANCE)
                .map(Task::dueOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What happened, where it stands and what is to come. */
    public List<Happening> timeline() {
        var line = new ArrayList<Happening>();
        for (var one : past) {
            var said = ApplicantWords.happened(one.event(), title(one.event()));
            if (said != null) {
                line.add(Happening.done(Words.dateTime(one.at()) + " · " + one.by(), said.title(), said.text()));
            }
        }
        if (file.state() != CaseState.CLOSED) {
            line.add(Happening.now(
                    ApplicantWords.state(file.state(), file.outcome()), ApplicantWords.meaning(file.state())));
            coming(line);
        }
        return line;
    }

    private void coming(List<Happening> line) {
        if (file.state().compareTo(CaseState.ACCEPTED) < 0) {
            line.add(Happening.coming(t("受理"), null));
        }
        if (file.state().compareTo(CaseState.DECIDED) < 0) {
            line.add(Happening.coming(t("审查并作出决定"), null));
        }
        line.add(Happening.coming(t("把结果送给您"), null));
    }

    private @Nullable String title(CaseEvent event) {
        return switch (event) {
            case CaseEvent.StepFinished finished ->
                file.task(finished.task()).map(Task::title).orElse(null);
            case CaseEvent.Decided decided ->
                several() ? file.leg(decided.leg()).name() : null;
            case CaseEvent.Delivered delivered ->
                several() ? file.leg(delivered.leg()).name() : null;
            default -> null;
        };
    }
}
