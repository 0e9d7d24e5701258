package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongban.catalogue.Field;
import org.tongban.places.Regions;

class FormPostTest {
    private static final Regions REGIONS = new Regions();
    private static final Field PLACE = new Field.RegionCode(about("place"));
    private static final Field START = new Field.Month(about("start"));
    private static final Field PEOPLE = new Field.Rows(
            about("people"), List.of(new Field.Text(about("name")), new Field.RegionCode(about("home"))));

    @Test
    void the_deepest_region_chosen_is_the_answer() {
        var post = post("place-province", "320000", "place-city", "320100", "place-county", "320102");
        assertThat(post.parameters()).containsEntry("place", List.of("320102"));
        assertThat(post.showsAgain()).isFalse();
    }

    @Test
    void a_city_of_another_province_counts_for_nothing() {
        assertThat(post("place-province", "440000", "place-city", "320100").parameters())
                .containsEntry("place", List.of("440000"));
    }

    @Test
    void no_province_is_no_answer() {
        assertThat(post("place-province", "", "place-city", "320100").parameters())
                .containsEntry("place", List.of(""));
    }

    @Test
    void the_districts_of_a_municipality_stand_directly_below_it() {
        var steps =
                Filled.of(List.of(PLACE), Map.of("place", "110105"), REGIONS).region("place");
        assertThat(steps.steps()).extracting(RegionSteps.Step::chosen).containsExactly("110000", "110105");
    }

    @Test
    void year_and_month_become_one_value() {
        assertThat(post("start-year", "2026", "start-month", "3").parameters())
                .containsEntry("start", List.of("2026-03"));
        assertThat(post("start-year", "", "start-month", "").parameters()).containsEntry("start", List.of(""));
    }

    @Test
    void empty_rows_are_left_out_and_the_rest_numbered_as_shown() {
        var post = post("people[0].row", "", "people[0].name", "", "people[3].row", "", "people[3].name", "李小燕");
        assertThat(post.parameters()).containsEntry("people[0].name", List.of("李小燕"));
        assertThat(post.filled().rows("people")).containsExactly(0);
    }

    @Test
    void a_row_more_and_a_row_less_show_the_form_again() {
        var added = post("people[0].row", "", "people[0].name", "李小燕", "add-row", "people");
        assertThat(added.showsAgain()).isTrue();
        assertThat(added.filled().rows("people")).containsExactly(0, 1);
        var removed = post("people[0].row", "", "people[1].name", "王建国", "remove-row", "people[0]");
        assertThat(removed.filled().value("people[0].name")).isEqualTo("王建国");
        assertThat(removed.filled().rows("people")).containsExactly(0);
    }

    @Test
    void nothing_but_a_list_of_the_form_gets_rows() {
        assertThat(post("add-row", "place").parameters()).isEmpty();
    }

    @Test
    void regions_inside_rows_are_read_too() {
        assertThat(post("people[0].home-province", "310000").parameters())
                .containsEntry("people[0].home", List.of("310000"));
    }

    @Test
    void saved_answers_fill_the_form_again() {
        var filled = Filled.of(
                List.of(START, PEOPLE),
                Map.of("start", "2026-03", "people", List.of(Map.of("name", "李小燕", "home", "320102"))),
                REGIONS);
        assertThat(filled.value("start-year")).isEqualTo("2026");
        assertThat(filled.value("start-month")).isEqualTo("3");
        assertThat(filled.value("people[0].name")).isEqualTo("李小燕");
        assertThat(filled.region("people[0].home").code()).isEqualTo("320102");
    }

    private static FormPost post(String... pairs) {
        var raw = new LinkedHashMap<String, String[]>();
        for (int i = 0; i < pairs.length; i += 2) {
            raw.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return FormPost.of(List.of(PLACE, START, PEOPLE), raw, REGIONS);
    }

    private static Field.About about(String key) {
        return new Field.About(key, key, true, null, null, null, Field.Purpose.EXAMINE);
    }
}
