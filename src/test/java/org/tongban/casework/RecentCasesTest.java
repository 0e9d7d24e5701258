package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of the cases that were here lately, and for how long. */
@TongbanTest
@Import(Given.class)
class RecentCasesTest {
    private static final int MOST = 1_000;
    private static final int TOO_LARGE = 64 << 10;

    @Autowired
    Given given;

    private final RecentCases recent = new RecentCases();

    @Test
    void the_longest_unused_goes_first() {
        var file = given.submitted("2020-08");
        for (int i = 1; i <= MOST; i++) {
            recent.put(whole(file, i, 100));
        }
        assertThat(recent.find(1)).isPresent();
        recent.put(whole(file, MOST + 1, 100));
        assertThat(recent.find(1)).as("looked at a moment ago").isPresent();
        assertThat(recent.find(2)).isEmpty();
    }

    @Test
    void a_case_with_very_much_in_it_is_not_kept() {
        var file = given.submitted("2020-08");
        recent.put(whole(file, 1, 100));
        recent.put(whole(file, 1, TOO_LARGE));
        assertThat(recent.find(1)).isEmpty();
    }

    @Test
    void a_case_is_found_only_by_the_hash_that_stands_in_its_row() {
        var file = given.submitted("2020-08");
        recent.put(whole(file, 1, 100));
        assertThat(recent.find(1, file.lastHash(), new byte[0])).isPresent();
        assertThat(recent.find(1, file.answersPaper(), new byte[0])).isEmpty();
    }

    private static CasefileStore.Whole whole(Casefile like, long id, int bytes) {
        ObjectNode row = CaseJson.row(like);
        var file = CaseJson.ROWS.treeToValue(row.put("casefile_id", id), Casefile.class);
        return new CasefileStore.Whole(
                new CasefileStore.Held(file, new byte[0]), List.of(), Map.of("paper", new byte[bytes]));
    }
}
