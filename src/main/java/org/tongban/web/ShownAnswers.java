package org.tongban.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Field;
import org.tongban.identity.Applicant;
import org.tongban.identity.Masking;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.places.Regions;

/** 填报内容的显示: who applies and what was answered, label by label in the order of the service's form; all values in Chinese, as filed. */
public final class ShownAnswers {
    /**
     * 一项填报: one answer, or the rows of a list.
     *
     * @param rows empty for a single answer
     */
    public record Line(Shown shown, List<String> columns, List<List<Shown>> rows) {
        public boolean list() {
            return !columns.isEmpty();
        }
    }

    private static final Pattern NAMES = Pattern.compile("姓名");
    private static final Pattern ADDRESSES = Pattern.compile("地址|住址|住所|居住地");
    private static final Pattern NUMBERS = Pattern.compile("证件号|身份证号|护照号");

    private final Regions regions;
    private final @Nullable String seen;

    /** @param seen the part that is shown in full on this page; null: none */
    public ShownAnswers(Regions regions, @Nullable String seen) {
        this.regions = regions;
        this.seen = seen;
    }

    /** Every value of these lines, those in lists too. */
    public static Stream<Shown> all(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> Stream.concat(
                        Stream.of(line.shown()), line.rows().stream().flatMap(List::stream)));
    }

    /** The answers given, in the form's order. */
    public List<Line> lines(List<Field> form, Map<String, Object> answers) {
        var lines = new ArrayList<Line>();
        for (var field : form) {
            var answer = answers.get(field.key());
            if (answer != null && !answer.toString().isEmpty()) {
                lines.add(line(field, answer));
            }
        }
        return lines;
    }

    private Line line(Field field, Object answer) {
        if (field instanceof Field.Rows rows) {
            var shown = new ArrayList<List<Shown>>();
            for (var row : (List<?>) answer) {
                shown.add(row(rows, (Map<?, ?>) row, shown.size()));
            }
            return new Line(
                    Shown.open(field.label(), ""),
                    rows.fields().stream().map(Field::label).toList(),
                    shown);
        }
        return new Line(shown(field, answer, "answer." + field.key()), List.of(), List.of());
    }

    private List<Shown> row(Field.Rows rows, Map<?, ?> row, int index) {
        return rows.fields().stream()
                .map(column -> {
                    var answer = row.get(column.key());
                    return answer == null
                            ? Shown.open(column.label(), "")
                            : shown(column, answer, "answer.%s.%d.%s".formatted(rows.key(), index, column.key()));
                })
                .toList();
    }

    private Shown shown(Field field, Object answer, String part) {
        var whole = whole(field, answer);
        var covered = covered(field, answer, whole);
        var unit = field.about().unit();
        return covered.equals(whole)
                ? Shown.open(field.label(), unit == null ? whole : whole + " " + unit)
                : Shown.personal(field.label(), whole, covered, part, seen);
    }

    private String whole(Field field, Object answer) {
        return switch (field) {
            case Field.RegionCode _ -> regions.fullName(answer.toString());
            case Field.YesNo _ -> Boolean.parseBoolean(answer.toString()) ? "是" : "否";
            case Field.Multiselect _ ->
                String.join(
                        "、", ((List<?>) answer).stream().map(String::valueOf).toList());
            case Field.Money _ -> answer + (field.about().unit() == null ? " 元" : "");
            case Field.Year _ -> answer + "年";
            case Field.Identity _ -> identity((Map<?, ?>) answer);
            case Field.Text _,
                    Field.Textarea _,
                    Field.Whole _,
                    Field.Decimal _,
                    Field.Date _,
                    Field.Month _,
                    Field.Select _,
                    Field.IdCard _,
                    Field.CreditCode _,
                    Field.Phone _,
                    Field.Email _,
                    Field.BankCard _,
                    Field.Rows _ -> answer.toString();
        };
    }

    private static String identity(Map<?, ?> answer) {
        return answer.get("type") + " " + answer.get("number");
    }

    private static String covered(Field field, Object answer, String whole) {
        return switch (field) {
            case Field.IdCard _ -> Masking.number(whole);
            case Field.Identity _ -> {
                var identity = (Map<?, ?>) answer;
                yield identity.get("type") + " " + Masking.number(String.valueOf(identity.get("number")));
            }
            case Field.Phone _ -> Masking.phone(whole);
            case Field.BankCard _ -> Masking.bankCard(whole);
            case Field.Email _ -> Masking.name(whole);
            case Field.Text _, Field.Textarea _ -> coveredText(field.label(), whole);
            case Field.Whole _,
                    Field.Decimal _,
                    Field.Money _,
                    Field.Date _,
                    Field.Month _,
                    Field.Year _,
                    Field.YesNo _,
                    Field.Select _,
                    Field.Multiselect _,
                    Field.RegionCode _,
                    Field.CreditCode _,
                    Field.Rows _ -> whole;
        };
    }

    /** A line of text is personal where its label says that it names a person, a document or an address. */
    private static String coveredText(String label, String whole) {
        if (ADDRESSES.matcher(label).find()) {
            return Masking.address(whole);
        }
        if (NUMBERS.matcher(label).find()) {
            return Masking.number(whole);
        }
        return NAMES.matcher(label).find() ? Masking.name(whole) : whole;
    }

    /**
     * Who applies or files.
     *
     * @param as first part of the names of its values, as {@code applicant}
     */
    public List<Shown> of(Applicant applicant, String as) {
        var lines = new ArrayList<Shown>();
        switch (applicant) {
            case Person person -> person(person, as, lines);
            case Organisation organisation -> organisation(organisation, as, lines);
        }
        var phone = applicant.phone();
        if (phone != null) {
            lines.add(personal("电话", phone, Masking.phone(phone), as + ".phone"));
        }
        return lines;
    }

    private void person(Person person, String as, List<Shown> lines) {
        lines.add(personal("姓名", person.name(), Masking.name(person.name()), as + ".name"));
        var number = person.documentNumber();
        lines.add(personal(person.documentType(), number, Masking.number(number), as + ".number"));
        if (person.sex() != null) {
            lines.add(Shown.open("性别", person.sex().chinese()));
        }
        if (person.birthDate() != null) {
            var born = person.birthDate();
            lines.add(personal("出生日期", born.toString(), born.getYear() + "-**-**", as + ".birthDate"));
        }
        if (person.region() != null) {
            lines.add(Shown.open("居住地区", regions.fullName(person.region())));
        }
    }

    /** Name and code of an organisation stand in a public register; its agent is a person. */
    private void organisation(Organisation organisation, String as, List<Shown> lines) {
        lines.add(Shown.open("名称", organisation.name()));
        lines.add(Shown.open("统一社会信用代码", organisation.uscc().text()));
        if (organisation.form() != null) {
            lines.add(Shown.open("类型", organisation.form()));
        }
        if (organisation.agentName() != null) {
            var agent = organisation.agentName();
            lines.add(personal("经办人", agent, Masking.name(agent), as + ".agent"));
        }
    }

    private Shown personal(String label, String whole, String covered, String part) {
        return Shown.personal(label, whole, covered, part, seen);
    }
}
