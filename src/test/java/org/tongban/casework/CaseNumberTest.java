package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseNumberTest {
    private final Random random = new Random(1);

    @Test
    void n04_the_printed_number_is_the_id_both_ways() {
        for (int i = 0; i < 1000; i++) {
            long id = 32 * CaseNumber.PER_NODE + random.nextLong(CaseNumber.PER_NODE);
            var printed = CaseNumber.of(id).toString();
            assertThat(printed).hasSize(19).startsWith("32");
            assertThat(CaseNumber.parse(printed)).contains(CaseNumber.of(id));
            assertThat(CaseNumber.parse(printed.substring(0, 6) + " " + printed.substring(6)))
                    .contains(CaseNumber.of(id));
        }
    }

    @Test
    void a_mistyped_digit_or_two_swapped_ones_are_found() {
        var printed =
                CaseNumber.of(32 * CaseNumber.PER_NODE + 4_711_123_456_789L).toString();
        for (int i = 0; i < printed.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var wrong = printed.substring(0, i) + digit + printed.substring(i + 1);
                assertThat(CaseNumber.parse(wrong).isPresent()).isEqualTo(wrong.equals(printed));
            }
        }
        for (int i = 0; i + 1 < printed.length(); i++) {
            var swapped =
                    printed.substring(0, i) + printed.charAt(i + 1) + printed.charAt(i) + printed.substring(i + 2);
            assertThat(CaseNumber.parse(swapped).isPresent()).isEqualTo(swapped.equals(printed));
        }
    }
}
