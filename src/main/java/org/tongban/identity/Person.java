package org.tongban.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 自然人: identified by a resident identity number, or by another document.
 *
 * @param idNumber null where another document stands for it
 * @param identityType 护照, 外国人永久居留身份证, 港澳居民来往内地通行证 …; null beside an identity number
 * @param birthDate follows from the identity number where it is not given; null where nothing tells it
 * @param sex as birthDate
 * @param region six-digit region where the person lives, if told
 */
public record Person(
        String name,
        @Nullable IdNumber idNumber,
        @Nullable String identityType,
        @Nullable String identityNumber,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String phone,
        @Nullable String region)
        implements Applicant {

    public Person {
        if (idNumber == null && (identityType == null || identityNumber == null)) {
            throw new IllegalArgumentException("自然人要有公民身份号码，或者其他证件的类型和号码");
        }
        if (idNumber != null) {
            birthDate = birthDate == null ? idNumber.birthDate() : birthDate;
            sex = sex == null ? idNumber.sex() : sex;
        }
    }

    /** A person with a resident identity card. */
    public static Person of(String name, IdNumber idNumber, @Nullable String phone) {
        return new Person(name, idNumber, null, null, null, null, phone, null);
    }

    /** The kind of document that identifies the person, in words. */
    public String documentType() {
        return idNumber != null || identityType == null ? "居民身份证" : identityType;
    }

    /** The number of the document that identifies the person. */
    public String documentNumber() {
        return idNumber != null ? idNumber.text() : String.valueOf(identityNumber);
    }

    @Override
    public String identity() {
        return documentType() + ":" + documentNumber();
    }

    /** Name and kind only: numbers are never logged by mistake (policy D-26). */
    @Override
    public String toString() {
        return "自然人";
    }
}
