package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Sex;
import org.tongban.identity.Uscc;

class FilingCheckTest {

    private static final Map<String, Object> STAYED =
            Map.of("toRegion", "320102", "moved", false, "noAmount", true, "expires", false);
    private static final Map<String, Object> MOVED = with(
            STAYED,
            Map.of(
                    "moved",
                    true,
                    "fromRegion",
                    "440105",
                    "amount",
                    20000,
                    "people",
                    List.of(Map.of("name", "甲", "number", "1"))));

    private static Map<String, Object> with(Map<String, Object> answers, Map<String, Object> more) {
        var all = new HashMap<>(answers);
        all.putAll(more);
        return all;
    }

    private static Map<String, Object> without(Map<String, Object> answers, String key) {
        var all = new HashMap<>(answers);
        all.remove(key);
        return all;
    }

    private static Precheck checkAs(org.tongban.identity.Applicant applicant) {
        return SampleItem.check(STAYED, applicant, Map.of("apply_at", "440105"), Set.of(), Set.of(), null);
    }

    @Test
    void whoever_meets_all_conditions_may_apply() {
        var precheck = SampleItem.check(MOVED);

        assertThat(precheck.eligible()).isTrue();
        assertThat(precheck.refusals()).isEmpty();
        assertThat(precheck.fieldErrors()).isEmpty();
        assertThat(precheck.unknown()).isEmpty();
    }

    @Test
    void a_rule_refuses_in_its_own_words_L_10() {
        var precheck = SampleItem.check(with(MOVED, Map.of("fromRegion", "320505")));

        assertThat(precheck.eligible()).isFalse();
        assertThat(precheck.refusals()).containsExactly(new Precheck.Refused("转出转入不同省", null));
    }

    @Test
    void a_rule_whose_unknowns_are_all_fields_that_do_not_apply_does_not_apply() {
        assertThat(SampleItem.check(STAYED).eligible()).isTrue();
    }

    @Test
    void a_field_left_empty_makes_it_not_yet_known_never_yes() {
        var precheck = SampleItem.check(without(without(MOVED, "amount"), "noAmount"));

        assertThat(precheck.eligible()).isNull();
        assertThat(precheck.unknown()).containsExactly("amount", "noAmount");
    }

    @Test
    void what_the_rest_decides_absorbs_the_unknown() {
        assertThat(SampleItem.check(without(MOVED, "amount")).eligible()).isTrue();
        assertThat(SampleItem.check(without(MOVED, "noAmount")).eligible()).isTrue();
    }

    @Test
    void one_unknown_that_matters_outweighs_one_that_does_not() {
        // amount does not apply, noAmount does and was left empty
        var precheck = SampleItem.check(without(STAYED, "noAmount"));

        assertThat(precheck.eligible()).isNull();
        assertThat(precheck.unknown()).containsExactly("noAmount");
    }

    @Test
    void a_field_whose_own_condition_is_not_known_waits_for_what_the_condition_needs() {
        var precheck = SampleItem.check(without(STAYED, "expires"));

        assertThat(precheck.eligible()).isNull();
        assertThat(precheck.unknown()).containsExactly("expires");
    }

    @Test
    void a_refusal_counts_even_where_others_are_not_known() {
        var precheck = SampleItem.check(without(with(MOVED, Map.of("fromRegion", "320505")), "expires"));

        assertThat(precheck.eligible()).isFalse();
    }

    @Test
    void an_answer_to_a_field_that_does_not_apply_is_not_heard() {
        assertThat(SampleItem.check(with(STAYED, Map.of("fromRegion", "320505")))
                        .eligible())
                .isTrue();
        assertThat(SampleItem.check(with(STAYED, Map.of("amount", -5, "noAmount", false)))
                        .eligible())
                .isTrue();
    }

    @Test
    void a_row_without_the_value_is_not_yet_known() {
        assertThat(SampleItem.check(with(MOVED, Map.of("people", List.of(Map.of("name", "甲")))))
                        .eligible())
                .isNull();
        assertThat(SampleItem.check(with(MOVED, Map.of("people", List.of(Map.of("name", "甲"), Map.of("number", "")))))
                        .eligible())
                .isNull();
    }

    @Test
    void a_person_of_unknown_age_is_not_let_through_and_an_organisation_has_none() {
        var foreigner = new Person("玛丽亚", null, "护照", "P9384756A", null, null, null, null);
        var child = new Person("童", null, "护照", "P9384756B", LocalDate.of(2015, 1, 1), Sex.MALE, null, null);

        assertThat(checkAs(foreigner).eligible()).isNull();
        assertThat(checkAs(foreigner).unknown()).containsExactly("applicant.birthDate");
        assertThat(checkAs(child).eligible()).isFalse();
        assertThat(checkAs(new Organisation("云帆", new Uscc("91320114Y2121YA94H"), "企业法人", null, null, null))
                        .eligible())
                .isTrue();
    }

    @Test
    void sixteen_years_are_reached_on_the_birthday() {
        var birthday = new Person("一", null, "护照", "P9384756B", LocalDate.of(2010, 3, 2), Sex.MALE, null, null);
        var dayAfter = new Person("二", null, "护照", "P9384756B", LocalDate.of(2010, 3, 3), Sex.MALE, null, null);

        assertThat(checkAs(birthday).eligible()).isTrue();
        assertThat(checkAs(dayAfter).eligible()).isFalse();
    }

    @Test
    void required_fields_that_apply_must_be_answered_others_need_not() {
        assertThat(SampleItem.check(without(MOVED, "fromRegion")).fieldErrors())
                .containsExactly(new Precheck.FieldError("fromRegion", "请选择：转出地"));
        assertThat(SampleItem.check(STAYED).fieldErrors()).isEmpty();
        assertThat(SampleItem.check(with(STAYED, Map.of("expires", true))).fieldErrors())
                .containsExactly(new Precheck.FieldError("expiresOn", "请填写：到期日"));
    }

    @Test
    void the_columns_of_a_list_have_conditions_within_their_row() {
        var rows = List.of(Map.of("name", "甲", "number", "1", "guest", true), Map.of("number", "2", "guest", false));

        assertThat(SampleItem.check(with(MOVED, Map.of("people", rows))).fieldErrors())
                .containsExactly(
                        new Precheck.FieldError("people[0].home", "第1行：请选择：来自何地"),
                        new Precheck.FieldError("people[1].name", "第2行：请填写：姓名"));
    }

    @Test
    void a_place_not_given_is_computed_and_a_given_one_is_held_against_competence() {
        assertThat(SampleItem.check(MOVED).places())
                .isEqualTo(Map.of("apply_at", "440105", "handled_by", "320102", "from", "440105"));
        var wrong = SampleItem.check(
                MOVED,
                SampleItem.ADULT,
                Map.of("apply_at", "440105", "handled_by", "310115"),
                Set.of(),
                Set.of(),
                null);

        assertThat(wrong.fieldErrors()).extracting(Precheck.FieldError::key).containsExactly("places.handled_by");
        assertThat(wrong.places()).containsEntry("handled_by", "320102");
    }

    @Test
    void a_competent_place_that_nothing_tells_is_asked_for_M_20() {
        var chosen = SampleItem.text().replace("region: toRegion", "region: null");
        var item = ItemReader.read("9999-01.yaml", chosen, "v").item();
        var filing = new Filing(SampleItem.ADULT, null, null, Map.of(), null, STAYED, Set.of(), Set.of());

        var precheck = new FilingCheck(
                        item,
                        new Rules(item, SampleItem.REGIONS),
                        SampleItem.REGIONS,
                        SampleItem.OFFICES,
                        filing,
                        SampleItem.TODAY)
                .precheck();

        assertThat(precheck.competentOffice()).isNull();
        assertThat(precheck.fieldErrors()).containsExactly(new Precheck.FieldError("places.handled_by", "请选择办理地：转入地"));
        assertThat(SampleItem.check(without(STAYED, "toRegion")).fieldErrors())
                .extracting(Precheck.FieldError::key)
                .containsExactly("toRegion");
    }

    @Test
    void a_given_place_that_lies_in_the_computed_one_says_more() {
        var precheck = SampleItem.check(
                with(MOVED, Map.of("toRegion", "320100")),
                SampleItem.ADULT,
                Map.of("apply_at", "440105", "handled_by", "320106"),
                Set.of(),
                Set.of(),
                null);

        assertThat(precheck.fieldErrors()).isEmpty();
        assertThat(precheck.places()).containsEntry("handled_by", "320106");
    }

    @Test
    void the_office_follows_from_place_answers_and_level_M_12() {
        assertThat(SampleItem.check(MOVED).competentOffice())
                .extracting(Precheck.Competent::code)
                .isEqualTo("social-insurance-320100");
        assertThat(SampleItem.check(STAYED).competentOffice())
                .extracting(Precheck.Competent::code)
                .isEqualTo("social-insurance-320102");
        assertThat(SampleItem.check(MOVED).plan().offices())
                .containsEntry("from", "social-insurance-440105")
                .containsEntry("check.0", "police-320000");
    }

    @Test
    void a_required_material_is_missing_unless_it_is_spared_and_found() {
        var precheck = SampleItem.check(MOVED);
        assertThat(precheck.missingMaterials()).containsExactly(new Precheck.Missing("letter", "介绍信"));
        assertThat(precheck.exemptMaterials()).containsExactly(new Precheck.Exempt("idCard", "身份证", "居民身份电子凭证"));
        assertThat(SampleItem.check(STAYED).missingMaterials()).isEmpty();
        var notFound = SampleItem.check(
                MOVED, SampleItem.ADULT, Map.of("apply_at", "440105"), Set.of("letter"), Set.of("idCard"), null);
        assertThat(notFound.missingMaterials())
                .extracting(Precheck.Missing::key)
                .containsExactly("idCard");
        assertThat(notFound.exemptMaterials()).isEmpty();
    }

    @Test
    void steps_and_limits_follow_from_the_answers_L_30() {
        var much = SampleItem.check(MOVED).plan();
        var little = SampleItem.check(with(MOVED, Map.of("amount", 10))).plan();

        assertThat(much.steps()).containsExactly(0, 1, 2, 3);
        assertThat(much.stepLimits()).containsOnlyKeys(1);
        assertThat(much.stepLimits().get(1)).extracting(Limit.Counted::days).isEqualTo(10);
        assertThat(little.stepLimits().get(1)).extracting(Limit.Counted::days).isEqualTo(5);
        assertThat(SampleItem.check(STAYED).plan().steps()).containsExactly(0, 2, 3);
    }

    @Test
    void a_mode_that_the_service_has_not_is_an_error_M_01() {
        var precheck = SampleItem.check(
                STAYED, SampleItem.ADULT, Map.of("apply_at", "440105"), Set.of(), Set.of(), Mode.RECEIVED_ELSEWHERE);

        assertThat(precheck.fieldErrors()).containsExactly(new Precheck.FieldError("mode", "本事项不能异地代收代办"));
        assertThat(SampleItem.check(STAYED).mode()).isEqualTo(Mode.ONLINE);
    }

    @Test
    void unknown_materials_places_and_regions_are_errors() {
        var precheck = SampleItem.check(
                with(STAYED, Map.of("toRegion", "329999")),
                SampleItem.ADULT,
                Map.of("nowhere", "320100"),
                Set.of("nothing"),
                Set.of(),
                null);

        assertThat(precheck.fieldErrors())
                .extracting(Precheck.FieldError::key)
                .containsExactly("places.nowhere", "toRegion", "materials");
    }

    @Test
    void only_those_the_service_names_may_apply() {
        var office = new Organisation("民政局", new Uscc("113210036DYQU0LQ7P"), null, null, null, null);

        assertThat(checkAs(office).fieldErrors())
                .containsExactly(new Precheck.FieldError("applicant", "本事项的申请人应当是自然人、企业法人"));
    }
}
