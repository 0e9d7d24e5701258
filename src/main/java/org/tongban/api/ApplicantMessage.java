package org.tongban.api;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Applicant;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;
import org.tongban.identity.Sex;
import org.tongban.identity.Uscc;

/**
 * 申请人（接口）: who applies, as the API writes it. Birth date and sex follow from the number where they are not given.
 *
 * @param kind person or organisation
 * @param relation of an agent: what they are to the applicant, as 监护人; the usual one where it is not given
 */
record ApplicantMessage(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable String identityType,
        @Nullable String identityNumber,
        @Nullable String uscc,
        @Nullable String form,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String region,
        @Nullable String agentName,
        @Nullable String relation) {

    /** @throws BadRequest naming the field that is wrong */
    Applicant applicant(String where) {
        return "organisation".equals(kind) ? organisation(where) : person(where);
    }

    Person person(String where) {
        if (kind != null && !kind.equals("person")) {
            throw new BadRequest(where + ".kind", "申请人类型只能是 person 或 organisation");
        }
        if (idNumber == null && (identityType == null || identityNumber == null)) {
            throw new BadRequest(where + ".idNumber", "请提供公民身份号码，或者其他证件的类型和号码");
        }
        return new Person(
                required(where + ".name", name, "姓名"),
                idNumber == null ? null : idNumberOf(where, idNumber),
                identityType,
                identityNumber,
                birthDate,
                sex == null ? null : sexOf(where, sex),
                phone,
                region);
    }

    /** @throws BadRequest where there is no such relation */
    @Nullable
    Relation relationTo(String where) {
        return relation == null
                ? null
                : Relation.named(relation)
                        .orElseThrow(() -> new BadRequest(
                                where + ".relation",
                                "代办关系只能是"
                                        + Arrays.stream(Relation.values())
                                                .map(Relation::label)
                                                .collect(Collectors.joining("、"))));
    }

    private static IdNumber idNumberOf(String where, String number) {
        if (!IdNumber.isValid(number)) {
            throw new BadRequest(where + ".idNumber", "公民身份号码不对，请核对");
        }
        return new IdNumber(number);
    }

    private static Sex sexOf(String where, String sex) {
        if (!sex.equals("男") && !sex.equals("女")) {
            throw new BadRequest(where + ".sex", "性别只能是“男”或“女”");
        }
        return Sex.of(sex);
    }

    private Organisation organisation(String where) {
        var code = required(where + ".uscc", uscc, "统一社会信用代码");
        if (!Uscc.isValid(code)) {
            throw new BadRequest(where + ".uscc", "统一社会信用代码不对，请核对");
        }
        return new Organisation(
                required(where + ".name", name, "单位名称"), new Uscc(code), form, phone, region, agentName);
    }

    private static String required(String key, @Nullable String value, String label) {
        if (value == null || value.isBlank()) {
            throw new BadRequest(key, "缺少" + label);
        }
        return value.strip();
    }
}
