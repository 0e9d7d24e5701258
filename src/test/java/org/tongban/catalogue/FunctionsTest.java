package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

    private static final int FUNCTIONS_MAX = 20;
    private final Item item = SampleItem.item();
    private final Rules rules = new Rules(item, SampleItem.REGIONS);

    private Verdict judge(String expression) {
        var today = Functions.timeOf(SampleItem.TODAY);
        var people = List.of(Map.of("name", "甲", "fee", 2L), Map.of("name", "乙", "fee", 0.5), Map.of("name", "丙"));
        return rules.judge(
                new Expression("", expression, Expression.Wanted.TRUTH, null),
                Map.of("today", today, "people", people),
                Map.of());
    }

    @ParameterizedTest
    @DisplayName("民法典 202: months and years end on the corresponding day, or on the month's last")
    @CsvSource(delimiter = '|', textBlock = """
            addMonths(date("2026-01-31"), 1)  | 2026-02-28
            addMonths(date("2026-03-31"), -1) | 2026-02-28
            addMonths(date("2024-01-31"), 1)  | 2024-02-29
            addMonths(date("2026-02-28"), 1)  | 2026-03-28
            addYears(date("2024-02-29"), 1)   | 2025-02-28
            addYears(date("2025-02-28"), -1)  | 2024-02-28
            date(timestamp("2026-03-02T15:00:00Z")) | 2026-03-02
            birthDateOf("320104198605126004") | 1986-05-12
            """)
    void dates(String expression, String day) {
        assertThat(judge(expression + " == date(\"" + day + "\")")).isEqualTo(Verdict.TRUE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            age("2010-03-02") == 16
            age("2010-03-03") == 15
            age(date("2010-03-02")) == 16
            ageOn("2000-02-29", date("2018-02-28")) == 17
            ageOn(date("2000-02-29"), date("2018-03-01")) == 18
            sum(people, "fee") == 2.5
            sum(people, "nothing") == 0.0
            """)
    void ages_and_sums(String expression) {
        assertThat(judge(expression)).isEqualTo(Verdict.TRUE);
    }

    /** Municipalities are province and city at once, and some counties lie directly under their province. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sameProvince("320104", "320505") | true
            sameProvince("310115", "320505") | false
            sameCity("310115", "310101")     | true
            sameCity("500101", "500230")     | true
            sameCity("320104", "320505")     | false
            sameCity("429004", "429005")     | false
            regionWithin("320104", "320100") | true
            regionWithin("310115", "310000") | true
            regionWithin("310115", "310100") | true
            regionWithin("429004", "420000") | true
            regionWithin("429004", "429005") | false
            regionWithin("320100", "320104") | false
            regionWithin("650102", "100000") | true
            sameProvince("999999", "999999") | false
            """)
    void regions(String expression, boolean expected) {
        assertThat(judge(expression)).isEqualTo(new Verdict.Value(expected));
    }

    @Test
    void what_cannot_be_computed_is_not_known() {
        assertThat(judge("date(\"2026-13-01\") > today").isOpen()).isTrue();
        assertThat(judge("birthDateOf(\"nobody\") > today").isOpen()).isTrue();
        assertThat(judge("date(\"2026-13-01\") > today || true")).isEqualTo(Verdict.TRUE);
    }

    @Test
    void today_is_the_day_at_0_o_clock_UTC() {
        assertThat(Functions.timeOf(SampleItem.TODAY)).isEqualTo(Instant.parse("2026-03-02T00:00:00Z"));
        assertThat(judge("today.getFullYear() == 2026 && today.getMonth() == 2 && today.getDate() == 2"))
                .isEqualTo(Verdict.TRUE);
    }

    @Test
    void the_functions_stay_few() {
        assertThat(new Functions(SampleItem.REGIONS).declarations()).hasSizeBetween(1, FUNCTIONS_MAX);
    }
}
