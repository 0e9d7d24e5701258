package org.tongban.web.applicant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseSearch;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.OnBehalf;
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Applicant;
import org.tongban.identity.Masking;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.web.Shown;
import org.tongban.web.ShownAnswers;
import org.tongban.web.SummaryRow;

/**
 * 核对页的内容: all that was filled in, what is wrong with it, and what the service's file says to it, before it is handed in.
 *
 * @param version of the draft as it is shown; handing in an older one is told
 * @param problems each with the page where it is put right
 * @param lost key of a material whose record was not found → its source
 * @param running open cases of the same applicant and service
 * @param office null: none is found yet, or none at all
 */
public record Review(
        FormView view,
        int version,
        List<SummaryRow> who,
        List<SummaryRow> answers,
        List<MaterialLine> materials,
        List<Problem> problems,
        Map<String, String> lost,
        List<CaseSearch.Row> running,
        Precheck check,
        OfficeCards.@Nullable OfficeCard office) {

    /** 要改的一处. */
    public record Problem(String text, String path) {}

    public boolean refused() {
        return Boolean.FALSE.equals(check.eligible());
    }

    public boolean missing() {
        return !check.missingMaterials().isEmpty();
    }

    /** Whether the page can be handed in as it stands, insisting included (policy L-10). */
    public boolean ready() {
        return problems.isEmpty() && !refused();
    }

    static List<SummaryRow> who(OpenDraft draft) {
        var rows = new ArrayList<SummaryRow>();
        var change = draft.path(new Stage.Who());
        var agent = draft.acting().agent();
        rows.add(new SummaryRow("申请人", identified(draft.acting().applicant()), change));
        if (agent != null) {
            var lines = new ArrayList<>(identified(agent));
            var relation = draft.acting().relation();
            if (relation != null) {
                lines.add("关系：" + relation.label());
                OnBehalf.acting(draft.item(), relation)
                        .ifPresent(acting -> lines.add("凭：" + OnBehalf.proof(draft.item(), acting)));
            }
            rows.add(new SummaryRow("代办人", List.copyOf(lines), null));
        }
        return rows;
    }

    /** Name and number as the account has them, masked (policy D-26). */
    static List<String> identified(Applicant applicant) {
        var phone = applicant.phone();
        var lines = new ArrayList<String>();
        switch (applicant) {
            case Person person -> {
                lines.add(person.name());
                lines.add(person.documentType() + " " + Masking.number(person.documentNumber()));
            }
            case Organisation organisation -> {
                lines.add(organisation.name());
                lines.add("统一社会信用代码 " + organisation.uscc().text());
            }
        }
        if (phone != null) {
            lines.add("电话 " + Masking.phone(phone));
        }
        return lines;
    }

    /** Mode, places and answers page by page; what people typed themselves is shown whole, for checking. */
    static List<SummaryRow> answers(OpenDraft draft, ShownAnswers shown) {
        var rows = new ArrayList<SummaryRow>();
        for (var stage : draft.stages()) {
            switch (stage) {
                case Stage.Way _ -> rows.add(new SummaryRow("办理方式", mode(draft), draft.path(stage)));
                case Stage.Place place -> rows.add(place(draft, place, shown));
                case Stage.Questions questions ->
                    questions.fields().stream()
                            .filter(draft.asked().fields()::contains)
                            .map(field -> answer(draft, stage, field, shown))
                            .forEach(rows::add);
                case Stage.Who _, Stage.Papers _, Stage.Review _ -> {}
            }
        }
        return rows;
    }

    private static List<String> mode(OpenDraft draft) {
        var mode = draft.sheet().mode();
        return mode == null ? List.of() : List.of(mode.chinese());
    }

    private static SummaryRow place(OpenDraft draft, Stage.Place place, ShownAnswers shown) {
        var region = draft.sheet().places().get(place.rule().role());
        var lines = region == null ? List.<String>of() : whole(shown, place.field(), region);
        return new SummaryRow(place.field().label(), lines, draft.path(place));
    }

    private static SummaryRow answer(OpenDraft draft, Stage stage, Field field, ShownAnswers shown) {
        var answer = draft.sheet().answers().get(field.key());
        var lines = answer == null ? List.<String>of() : whole(shown, field, answer);
        return new SummaryRow(field.label(), lines, draft.path(stage));
    }

    /** A list has a line for each of its rows. */
    static List<String> whole(ShownAnswers shown, Field field, Object answer) {
        return shown.lines(List.of(field), Map.of(field.key(), answer)).stream()
                .flatMap(line -> line.list()
                        ? line.rows().stream().map(Review::row)
                        : Stream.of(line.shown().whole()))
                .toList();
    }

    private static String row(List<Shown> row) {
        return row.stream()
                .filter(cell -> !cell.whole().isEmpty())
                .map(cell -> cell.label() + "：" + cell.whole())
                .collect(Collectors.joining("；"));
    }

    /** What must be put right first, each once. */
    static List<Problem> problems(OpenDraft draft, Precheck check) {
        var problems = new ArrayList<Problem>();
        for (var stage : draft.stages()) {
            if (stage instanceof Stage.Questions questions && draft.sheet().typed(stage) != null) {
                var label = questions.fields().getFirst().label();
                problems.add(new Problem("“" + label + "”这一页填了一半，还没有保存", draft.path(stage)));
            }
        }
        for (var error : check.fieldErrors()) {
            var stage = Stage.of(draft.item(), error.key()).orElseGet(Stage.Review::new);
            if (draft.sheet().typed(stage) == null) {
                problems.add(new Problem(error.text(), draft.path(stage)));
            }
        }
        return problems;
    }
}
