package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ApplicantTest {

    @Test
    void an_identity_number_has_a_check_digit_N_06() {
        assertThat(IdNumber.isValid("320104198605126004")).isTrue();
        assertThat(IdNumber.isValid("31011519921201613x")).isTrue();
        assertThat(IdNumber.isValid("320104198605126005")).isFalse();
        assertThat(IdNumber.isValid("320104198613126004")).isFalse();
        assertThat(IdNumber.isValid("P9384756A")).isFalse();
        assertThat(IdNumber.isValid("")).isFalse();
        assertThat(IdNumber.isValid(null)).isFalse();
        assertThatThrownBy(() -> new IdNumber("320104198605126005")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_credit_code_has_a_check_character_N_06() {
        assertThat(Uscc.isValid("91320114Y2121YA94H")).isTrue();
        assertThat(Uscc.isValid("91320114Y2121YA94J")).isFalse();
        assertThat(Uscc.isValid("91320114")).isFalse();
        assertThat(new Uscc("12320102T0D3XKJH2E").form()).isEqualTo("事业法人");
        assertThat(new Uscc("91320114Y2121YA94H").form()).isNull();
    }

    @Test
    void birth_date_and_sex_follow_from_the_number() {
        var person = Person.of("李小燕", new IdNumber("320104198605126004"), null);

        assertThat(person.birthDate()).isEqualTo(LocalDate.of(1986, 5, 12));
        assertThat(person.sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void another_document_may_identify_a_person_but_something_must_N_22() {
        var foreigner = new Person("玛丽亚", null, "护照", "P9384756A", LocalDate.of(1991, 6, 17), Sex.FEMALE, null, null);

        assertThat(foreigner.identity()).isEqualTo("护照:P9384756A");
        assertThatThrownBy(() -> new Person("某人", null, "护照", null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_organisation_is_registered_where_its_code_says() {
        var company = new Organisation("云帆", new Uscc("91320114Y2121YA94H"), null, null, null, "李小燕");

        assertThat(company.region()).isEqualTo("320114");
    }

    @Test
    void numbers_are_not_printed_D_26() {
        assertThat(new IdNumber("320104198605126004")).hasToString("320104********6004");
        assertThat(Person.of("李小燕", new IdNumber("320104198605126004"), "13900001000")
                        .toString())
                .doesNotContain("320104", "139", "李小燕");
    }
}
