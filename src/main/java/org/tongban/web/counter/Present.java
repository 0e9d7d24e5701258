package org.tongban.web.counter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Attendance;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.OnBehalf;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Applicant;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;
import org.tongban.identity.Sex;
import org.tongban.identity.Uscc;
import org.tongban.web.Options;
import org.tongban.web.Words;

/**
 * 到场登记: who came to the window, for whom, and how the clerk made sure of them (policies M-25, N-22). Read from what the page sent; the
 * names of its inputs stand here.
 *
 * @param typed by the names of the inputs
 * @param applicant null where something about them is wrong
 * @param agent who came for the applicant; null: the applicant did
 * @param relation what the agent is to the applicant; null exactly where there is none
 */
public record Present(
        Map<String, List<String>> typed,
        @Nullable Applicant applicant,
        @Nullable Person agent,
        @Nullable Relation relation,
        @Nullable Attendance attendance,
        List<FieldError> errors) {
    static final String KIND = "kind";
    static final String ORGANISATION = "organisation";
    static final String NAME = "name";
    static final String DOCUMENT = "document";
    static final String BIRTH_DATE = "birthDate";
    static final String REGION = "region";
    private static final String BY_AGENT = "byAgent";
    static final String RELATION = "relation";
    private static final String IDENTITY_CHECK = "identityCheck";
    private static final String CONSENT = "consent";
    private static final List<String> NAMES = List.of(
            KIND,
            NAME,
            DOCUMENT,
            BIRTH_DATE,
            "sex",
            "phone",
            REGION,
            "orgName",
            "uscc",
            "orgAgent",
            "orgPhone",
            BY_AGENT,
            "agentName",
            "agentDocument",
            "agentPhone",
            RELATION,
            IDENTITY_CHECK,
            CONSENT);
    private static final Pattern OTHER_NUMBER = Pattern.compile("[A-Za-z0-9（）()-]{4,30}");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d -]{5,18}\\d");

    /** The one input that is put together from several. */
    static final List<Field> COMPOSED =
            List.of(new Field.RegionCode(new Field.About(REGION, "居住地区", false, null, null, null, Field.Purpose.RULE)));

    static Present of(Map<String, List<String>> sent) {
        var typed = new LinkedHashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (NAMES.stream().anyMatch(one -> name.equals(one) || name.startsWith(one + "-"))) {
                typed.put(name, values);
            }
        });
        return new Reader(typed).read();
    }

    /** As forms offer them. */
    public static Map<String, String> sexes() {
        var sexes = new LinkedHashMap<String, String>();
        for (var sex : Sex.values()) {
            sexes.put(sex.chinese(), Words.t(sex.chinese()));
        }
        return sexes;
    }

    /** Relations that the service lets act, each with what has to be seen; all where it is none of one service. */
    public static Map<String, String> relations(@Nullable Item item) {
        var relations = new LinkedHashMap<String, String>();
        for (var relation : Relation.values()) {
            if (item == null) {
                relations.put(relation.label(), Words.t(relation.label()) + "：" + Words.t(relation.proof()));
            } else {
                OnBehalf.acting(item, relation)
                        .ifPresent(acting -> relations.put(
                                relation.label(), Words.t(relation.label()) + "：" + OnBehalf.proof(item, acting)));
            }
        }
        return relations;
    }

    /** What stands against who came doing this service; empty where nothing does. */
    List<FieldError> against(Item item) {
        if (agent == null) {
            return List.of();
        }
        var rule = item.onBehalf();
        if (rule != null && !OnBehalf.anybody(item)) {
            return List.of(new FieldError(BY_AGENT, "本事项不能由他人代办：" + rule.because()));
        }
        return OnBehalf.acting(item, relation).isPresent()
                ? List.of()
                : List.of(new FieldError(RELATION, "本事项不能由这样的人代办，请从列出的关系里选择"));
    }

    public boolean forOrganisation() {
        return ORGANISATION.equals(first(typed, KIND));
    }

    private static String first(Map<String, List<String>> typed, String name) {
        var values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** Never names or numbers (policy D-26). */
    @Override
    public String toString() {
        return "到场登记";
    }

    /** Reads one registration, noting all that is wrong. */
    private static final class Reader {
        private final Map<String, List<String>> typed;
        private final List<FieldError> errors = new ArrayList<>();

        Reader(Map<String, List<String>> typed) {
            this.typed = typed;
        }

        Present read() {
            var applicant = ORGANISATION.equals(text(KIND)) ? organisation() : applicantPerson();
            boolean byAgent = !text(BY_AGENT).isEmpty();
            var agent = byAgent ? person("agentName", "agentDocument", "agentPhone") : null;
            if (agent != null && applicant != null && agent.identity().equals(applicant.identity())) {
                errors.add(new FieldError("agentName", "代办人就是申请人本人，不用登记代办人"));
            }
            var relation = byAgent ? Relation.named(text(RELATION)).orElse(null) : null;
            if (byAgent && relation == null) {
                errors.add(new FieldError(RELATION, "请登记代办人和申请人是什么关系"));
            }
            var attendance = attendance(byAgent);
            return new Present(typed, applicant, agent, relation, attendance, List.copyOf(errors));
        }

        private @Nullable Attendance attendance(boolean byAgent) {
            var check = text(IDENTITY_CHECK);
            var consent = text(CONSENT);
            boolean checked = Attendance.IDENTITY_CHECKS.contains(check);
            boolean consented = Attendance.CONSENTS.contains(consent);
            if (!checked) {
                errors.add(new FieldError(IDENTITY_CHECK, "请登记怎样核验了身份"));
            }
            if (!consented) {
                errors.add(new FieldError(CONSENT, "请登记怎样取得了同意；没有同意的不能代为填报"));
            }
            boolean forAgents = check.contains("授权委托书") || consent.contains("授权委托书");
            if (checked && consented && forAgents && !byAgent && !ORGANISATION.equals(text(KIND))) {
                errors.add(new FieldError(BY_AGENT, "凭授权委托书办理的，请登记代办人"));
            }
            return checked && consented ? new Attendance(check, consent, null) : null;
        }

        private @Nullable Person applicantPerson() {
            var person = person(NAME, DOCUMENT, "phone");
            var born = birthDate();
            if (person == null || (person.idNumber() == null && born == null)) {
                if (person != null) {
                    errors.add(new FieldError(BIRTH_DATE, "证件号码里没有出生日期，请填写出生日期"));
                }
                return null;
            }
            return new Person(
                    person.name(),
                    person.idNumber(),
                    person.identityType(),
                    person.identityNumber(),
                    person.idNumber() == null ? born : null,
                    person.idNumber() == null ? sex() : null,
                    person.phone(),
                    emptyToNull(text(REGION)));
        }

        private @Nullable Person person(String nameInput, String documentInput, String phoneInput) {
            var name = text(nameInput);
            var type = text(documentInput + "-type");
            var number = text(documentInput + "-number");
            var phone = text(phoneInput);
            int before = errors.size();
            if (name.isEmpty() || name.length() > 50) {
                errors.add(new FieldError(nameInput, "请填写姓名，和证件上一致"));
            }
            boolean resident = type.isEmpty() || type.equals(Options.IDENTITY_TYPES.getFirst());
            if (resident && !IdNumber.isValid(number)) {
                errors.add(new FieldError(documentInput, "公民身份号码不正确，请核对每一位（最后一位是校验码）"));
            }
            if (!resident
                    && (!Options.IDENTITY_TYPES.contains(type)
                            || !OTHER_NUMBER.matcher(number).matches())) {
                errors.add(new FieldError(documentInput, "请按证件填写号码，只含字母、数字和括号"));
            }
            phoneChecked(phoneInput, phone);
            if (errors.size() > before) {
                return null;
            }
            return new Person(
                    name,
                    resident ? new IdNumber(number) : null,
                    resident ? null : type,
                    resident ? null : number,
                    null,
                    null,
                    emptyToNull(phone),
                    null);
        }

        private @Nullable Organisation organisation() {
            var name = text("orgName");
            var code = text("uscc");
            var agent = text("orgAgent");
            var phone = text("orgPhone");
            int before = errors.size();
            if (name.isEmpty() || name.length() > 200) {
                errors.add(new FieldError("orgName", "请填写单位名称，和登记证照上一致"));
            }
            if (!Uscc.isValid(code)) {
                errors.add(new FieldError("uscc", "统一社会信用代码不正确，请核对每一位"));
            }
            if (agent.isEmpty()) {
                errors.add(new FieldError("orgAgent", "请填写到场经办人的姓名"));
            }
            phoneChecked("orgPhone", phone);
            return errors.size() > before
                    ? null
                    : new Organisation(name, new Uscc(code), null, emptyToNull(phone), null, agent);
        }

        private void phoneChecked(String input, String phone) {
            if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
                errors.add(new FieldError(input, "请填写能联系到的电话号码"));
            }
        }

        private @Nullable Sex sex() {
            var sex = text("sex");
            return sex.equals("男") || sex.equals("女") ? Sex.of(sex) : null;
        }

        private @Nullable LocalDate birthDate() {
            return date(typed, BIRTH_DATE);
        }

        private String text(String name) {
            return first(typed, name);
        }
    }

    /** A date asked in three parts; null where it is none. */
    static @Nullable LocalDate date(Map<String, List<String>> typed, String name) {
        try {
            return LocalDate.of(
                    Integer.parseInt(first(typed, name + "-year")),
                    Integer.parseInt(first(typed, name + "-month")),
                    Integer.parseInt(first(typed, name + "-day")));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
