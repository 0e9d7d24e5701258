package org.tongban.web.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.casework.CaseSearch;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.OnBehalf;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Applicant;
import org.tongban.identity.Masking;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.web.Shown;
import org.tongban.web.ShownAnswers;
import org.tongban.web.SummaryRow;

/**
 * 核对收件的内容: all that was filled in, for clerk and applicant to look over together before it is taken in.
 *
 * @param problems that stand against it, each to be put right in the form
 * @param lost key of a material whose record was not found → its source
 * @param running open cases of the same applicant and service
 */
public record IntakeReview(
        OpenIntake open,
        List<SummaryRow> who,
        List<SummaryRow> answers,
        List<MaterialRow> materials,
        List<FieldError> problems,
        Map<String, String> lost,
        Verdict verdict,
        List<CaseSearch.Row> running) {

    public boolean keepsOriginals() {
        return materials.stream().anyMatch(row -> row.way() == Handing.KEPT);
    }

    public boolean missing() {
        return !verdict.check().missingMaterials().isEmpty();
    }

    /** Whether it can be taken in as it stands; a window receives also what is not complete. */
    public boolean ready() {
        return problems.isEmpty() && !verdict.refused();
    }

    static List<SummaryRow> who(OpenIntake open) {
        var rows = new ArrayList<SummaryRow>();
        var change = open.path("who");
        rows.add(new SummaryRow("申请人", identified(open.applicant()), change));
        var agent = open.present().agent();
        if (agent != null) {
            var lines = new ArrayList<>(identified(agent));
            var relation = open.present().relation();
            if (relation != null) {
                lines.add("关系：" + relation.label());
                OnBehalf.acting(open.item(), relation)
                        .ifPresent(acting -> lines.add("凭：" + OnBehalf.proof(open.item(), acting)));
            }
            rows.add(new SummaryRow("代办人", List.copyOf(lines), change));
        }
        var attendance = open.present().attendance();
        if (attendance != null) {
            rows.add(new SummaryRow("身份核验", List.of(attendance.identityCheck()), change));
            rows.add(new SummaryRow("同意代为填报", List.of(attendance.consent()), change));
        }
        return rows;
    }

    /** Numbers stay covered on a screen that two people look at (policy D-26). */
    static List<String> identified(Applicant applicant) {
        var lines = new ArrayList<String>();
        switch (applicant) {
            case Person person -> {
                lines.add(person.name());
                lines.add(person.documentType() + " " + Masking.number(person.documentNumber()));
            }
            case Organisation organisation -> {
                lines.add(organisation.name());
                lines.add("统一社会信用代码 " + organisation.uscc().text());
                if (organisation.agentName() != null) {
                    lines.add("经办人 " + organisation.agentName());
                }
            }
        }
        var phone = applicant.phone();
        if (phone != null) {
            lines.add("电话 " + Masking.phone(phone));
        }
        return lines;
    }

    static List<SummaryRow> answers(OpenIntake open, ShownAnswers shown) {
        var rows = new ArrayList<SummaryRow>();
        var change = open.path("form");
        rows.add(new SummaryRow("办理方式", List.of(open.mode().chinese()), change));
        for (var place : OpenIntake.places(open.item())) {
            var role = place.key().substring(OpenIntake.PLACE.length());
            var region = open.filing().places().get(role);
            rows.add(new SummaryRow(place.label(), region == null ? List.of() : whole(shown, place, region), change));
        }
        for (var field : open.asked().fields()) {
            var answer = open.filing().answers().get(field.key());
            rows.add(new SummaryRow(field.label(), answer == null ? List.of() : whole(shown, field, answer), change));
        }
        return rows;
    }

    private static List<String> whole(ShownAnswers shown, Field field, Object answer) {
        return shown.lines(List.of(field), Map.of(field.key(), answer)).stream()
                .flatMap(line -> line.list()
                        ? line.rows().stream().map(IntakeReview::row)
                        : Stream.of(line.shown().whole()))
                .toList();
    }

    private static String row(List<Shown> row) {
        return row.stream()
                .filter(cell -> !cell.whole().isEmpty())
                .map(cell -> cell.label() + "：" + cell.whole())
                .collect(Collectors.joining("；"));
    }
}
