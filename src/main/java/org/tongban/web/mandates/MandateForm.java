package org.tongban.web.mandates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Applicant;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Mandate;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;
import org.tongban.identity.Uscc;
import org.tongban.identity.Vault;
import org.tongban.web.Options;

/** 授权登记表: who gives whom the power to act, in what and from when to when; read from what a page sent, noting all that is wrong. */
final class MandateForm {
    private static final Pattern OTHER_NUMBER = Pattern.compile("[A-Za-z0-9（）()-]{4,30}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PROOF = 100;

    private final Map<String, List<String>> typed;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    MandateForm(Map<String, List<String>> typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
    }

    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Who gives the power, before a window. */
    @Nullable
    Applicant principal() {
        if (!text("kind").equals("organisation")) {
            return person("principal", "被代办人");
        }
        var name = text("orgName");
        var code = text("uscc");
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, "orgName", "请填写单位名称，和登记证照上一致");
        require(Uscc.isValid(code), "uscc", "统一社会信用代码不正确，请核对每一位");
        return errors.isEmpty() ? new Organisation(name, new Uscc(code), null, null, null, null) : null;
    }

    /** Somebody by name and document. */
    @Nullable
    Person person(String input, String called) {
        var name = text(input + "Name");
        var type = text(input + "Document-type");
        var number = text(input + "Document-number");
        int before = errors.size();
        require(!name.isEmpty() && name.length() <= LONGEST_NAME, input + "Name", "请填写" + called + "的姓名，和证件上一致");
        boolean resident = type.isEmpty() || type.equals(Options.IDENTITY_TYPES.getFirst());
        if (resident) {
            require(IdNumber.isValid(number), input + "Document", "公民身份号码不正确，请核对每一位（最后一位是校验码）");
        } else {
            require(
                    Options.IDENTITY_TYPES.contains(type)
                            && OTHER_NUMBER.matcher(number).matches(),
                    input + "Document",
                    "请按证件填写号码，只含字母、数字和括号");
        }
        if (errors.size() > before) {
            return null;
        }
        return resident
                ? Person.of(name, new IdNumber(number), null)
                : new Person(name, null, type, number, null, null, null, null);
    }

    /** What was looked at to believe it. */
    String proof() {
        var proof = text("proof");
        require(!proof.isEmpty() && proof.length() <= LONGEST_PROOF, "proof", "请写明看了什么证明，不超过 " + LONGEST_PROOF + " 个字");
        return proof;
    }

    /** @return null where something of it is wrong */
    @Nullable
    Mandate mandate(@Nullable Applicant principal, @Nullable Person agent, String proof, Vault vault) {
        var relation = Relation.named(text("relation")).orElse(null);
        require(relation != null, "relation", "请选择代办人是被代办人的什么人");
        var from = date("from");
        var to = date("to");
        require(from != null, "from", "请填写从哪一天起");
        require(to != null, "to", "请填写到哪一天为止；授权都有期限");
        if (from != null && to != null) {
            require(!to.isBefore(from), "to", "终止的日期早于起始的日期");
            require(!to.isBefore(today), "to", "终止的日期已经过去");
        }
        if (principal != null && agent != null && principal.identity().equals(agent.identity())) {
            errors.add(new FieldError("agentName", "代办人就是被代办人自己，不用授权"));
        }
        if (!errors.isEmpty()) {
            return null;
        }
        var giver = Objects.requireNonNull(principal);
        var acting = Objects.requireNonNull(agent);
        var item = text("item");
        return new Mandate(
                UUID.randomUUID().toString(),
                vault.subject(giver),
                vault.subject(acting),
                Mandate.Names.of(giver, acting),
                Objects.requireNonNull(relation),
                item.isEmpty() ? List.of() : List.of(item),
                Objects.requireNonNull(from),
                Objects.requireNonNull(to),
                proof);
    }

    private void require(boolean right, String input, String text) {
        if (!right) {
            errors.add(new FieldError(input, text));
        }
    }

    private @Nullable LocalDate date(String name) {
        try {
            return LocalDate.of(number(name + "-year"), number(name + "-month"), number(name + "-day"));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private int number(String name) {
        return Integer.parseInt(text(name));
    }

    private String text(String name) {
        var values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    /** Never names or numbers (policy D-26). */
    @Override
    public String toString() {
        return "授权登记表";
    }
}
