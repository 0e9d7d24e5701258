package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.identity.Applicant;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.places.Regions;

/** What is wrong with a filing before any rule is asked: unreadable or missing answers, places, mode, who applies. */
final class FormErrors {

    private final Item item;
    private final Filing filing;
    private final Answers answers;
    private final Situation situation;
    private final Regions regions;
    private final List<Precheck.FieldError> errors = new ArrayList<>();

    FormErrors(Item item, Filing filing, Answers answers, Situation situation, Regions regions) {
        this.item = item;
        this.filing = filing;
        this.answers = answers;
        this.situation = situation;
        this.regions = regions;
    }

    List<Precheck.FieldError> all() {
        errors.clear();
        errors.addAll(answers.errors());
        applicant();
        agent();
        if (filing.mode() != null && !item.modes().contains(filing.mode())) {
            add("mode", "本事项不能" + filing.mode().chinese());
        }
        places();
        for (var field : item.form()) {
            if (situation.applies(field).isTrue()) {
                answer(field);
            }
        }
        competentPlace();
        filing.materials().stream()
                .filter(key -> item.material(key).isEmpty())
                .forEach(key -> add("materials", "本事项没有这种材料：" + key));
        return List.copyOf(errors);
    }

    private void add(String key, String text) {
        if (errors.stream().noneMatch(e -> e.key().equals(key))) {
            errors.add(new Precheck.FieldError(key, text));
        }
    }

    private void applicant() {
        if (!mayApply(filing.applicant())) {
            add(
                    "applicant",
                    "本事项的申请人应当是"
                            + String.join(
                                    "、",
                                    item.applicants().stream()
                                            .map(Item.ApplicantKind::chinese)
                                            .toList()));
        }
    }

    /** Who may act, and that the form does not say otherwise: what follows from who acts is not for typing. */
    private void agent() {
        var against = OnBehalf.standsAgainst(item, filing);
        if (against != null) {
            add("agent", against);
        }
        OnBehalf.following(item, filing).forEach((key, value) -> {
            var typed = filing.answers().get(key);
            if (typed != null && !typed.toString().equals(value.toString())) {
                add(key, "“" + label(key) + "”与登记的申请人、代办人不一致，应当是：" + words(value));
            }
        });
    }

    private String label(String key) {
        return item.field(key).map(Field::label).orElse(key);
    }

    private static String words(Object value) {
        return value.equals(true) ? "是" : value.equals(false) ? "否" : value.toString();
    }

    private boolean mayApply(Applicant applicant) {
        return switch (applicant) {
            case Person _ -> item.applicants().contains(Item.ApplicantKind.PERSON);
            // The code of a company does not tell whether it is a legal person: then any organisation will do.
            case Organisation organisation ->
                item.applicants().stream()
                        .anyMatch(kind -> organisation.form() == null
                                ? kind != Item.ApplicantKind.PERSON
                                : kind.chinese().equals(organisation.form()));
        };
    }

    private void places() {
        filing.places().forEach((role, region) -> {
            if (item.place(role).isEmpty()) {
                add("places." + role, "本事项没有这个地点");
            } else if (regions.find(region).isEmpty()) {
                add("places." + role, "没有这个行政区划：" + region);
            }
        });
        situation.misplaced().forEach(p -> add("places." + p.role(), "按填报的内容，应当是“" + p.text() + "”"));
    }

    /** Where nothing tells the competent place, the applicant has to; a field that would tell it is asked for by itself. */
    private void competentPlace() {
        var name = "places." + PlaceRule.HANDLED_BY;
        var unknown = !situation.places().containsKey(PlaceRule.HANDLED_BY);
        var waitsFor = situation.stillNeeded(Set.of(name));
        if (unknown && errors.stream().noneMatch(e -> waitsFor.contains(e.key()))) {
            item.place(PlaceRule.HANDLED_BY).ifPresent(p -> add(name, "请选择办理地：" + p.text()));
        }
    }

    private void answer(Field field) {
        var value = answers.value(field.key());
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            if (field.required()) {
                add(field.key(), missing(field));
            }
            return;
        }
        if (field instanceof Field.RegionCode) {
            region(field.key(), value);
        } else if (field instanceof Field.Rows rows) {
            rows(rows, (List<?>) value);
        }
    }

    private void region(String key, Object value) {
        if (regions.find(value.toString()).isEmpty()) {
            add(key, "没有这个行政区划：" + value);
        }
    }

    @SuppressWarnings("unchecked") // rows are lists of maps by the contract of Answers
    private void rows(Field.Rows rows, List<?> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var row = (Map<String, Object>) lines.get(i);
            for (var column : rows.fields()) {
                var value = row.get(column.key());
                var key = rows.key() + "[" + i + "]." + column.key();
                if (value == null) {
                    if (column.required() && situation.judge(rows, column, row).isTrue()) {
                        add(key, "第" + (i + 1) + "行：" + missing(column));
                    }
                } else if (column instanceof Field.RegionCode) {
                    region(key, value);
                }
            }
        }
    }

    private static String missing(Field field) {
        return switch (field) {
            case Field.Select _, Field.Multiselect _, Field.YesNo _, Field.RegionCode _ -> "请选择：" + field.label();
            case Field.Rows _ -> "请至少填一行：" + field.label();
            case Field.Text _,
                    Field.Textarea _,
                    Field.Whole _,
                    Field.Decimal _,
                    Field.Money _,
                    Field.Date _,
                    Field.Month _,
                    Field.Year _,
                    Field.IdCard _,
                    Field.Identity _,
                    Field.CreditCode _,
                    Field.Phone _,
                    Field.Email _,
                    Field.BankCard _ -> "请填写：" + field.label();
        };
    }
}
