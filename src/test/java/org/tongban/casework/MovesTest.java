package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tongban.rules.Approved;

class MovesTest {
    @Test
    void the_law_of_all_services_fits_on_one_screen() {
        assertThat(Moves.TABLE).isNotEmpty().hasSizeLessThanOrEqualTo(30);
    }

    @Test
    void every_state_can_be_left_and_every_outcome_reached() {
        for (var state : EnumSet.complementOf(EnumSet.of(CaseState.CLOSED))) {
            assertThat(Moves.TABLE)
                    .as(state.label())
                    .anyMatch(r -> r.from().contains(state) && r.to() != null && r.to() != state);
        }
    }

    /** M-06: receiving elsewhere moves no power. */
    @Test
    void m06_a_window_elsewhere_can_neither_accept_nor_decline_nor_decide() {
        var powers = EnumSet.of(
                Move.ACCEPT,
                Move.DECLINE,
                Move.ASK_SUPPLEMENT,
                Move.GRANT,
                Move.GRANT_PARTLY,
                Move.REFUSE,
                Move.TERMINATE,
                Move.EXTEND);
        assertThat(Moves.TABLE)
                .filteredOn(r -> powers.contains(r.move()))
                .hasSizeGreaterThanOrEqualTo(powers.size())
                .noneMatch(r -> r.who().contains(Who.COUNTER));
    }

    /** L-41: until the decision, the applicant may withdraw. */
    @Test
    void l41_the_applicant_may_withdraw_until_the_decision_and_not_after() {
        for (var state : CaseState.values()) {
            boolean before = !Set.of(CaseState.DECIDED, CaseState.CLOSED).contains(state);
            assertThat(Moves.find(Move.WITHDRAW, state, Set.of(Who.APPLICANT)).isPresent())
                    .as(state.label())
                    .isEqualTo(before);
        }
    }

    /** L-42: time alone never terminates a case. */
    @Test
    void l42_the_clock_never_ends_a_case_against_the_applicant() {
        assertThat(Moves.TABLE)
                .filteredOn(r -> r.who().contains(Who.CLOCK))
                .extracting(Moves.Row::move)
                .doesNotContain(Move.TERMINATE, Move.REFUSE, Move.DECLINE, Move.WITHDRAW)
                .contains(Move.ACCEPT, Move.LAPSE_SUPPLEMENT);
    }

    @Test
    void the_table_is_printed() {
        var page = new StringBuilder(
                "# Lifecycle 办理规则表\n\nPrinted by `MovesTest` from `Moves.TABLE`.\n\n| 动作 | move | 从 | 谁 | 到 |\n| --- | --- | --- | --- | --- |\n");
        for (var row : Moves.TABLE) {
            page.append("| %s | `%s`%s | %s | %s | %s |%n"
                    .formatted(
                            row.move().label(),
                            row.move().apiName(),
                            row.leg() ? " (分项)" : "",
                            row.from().size() == CaseState.values().length
                                    ? "任何状态"
                                    : labels(row.from().stream()
                                            .sorted()
                                            .map(CaseState::label)
                                            .collect(Collectors.toList())),
                            labels(row.who().stream().sorted().map(Who::label).toList()),
                            row.to() == null ? "不变" : row.to().label()));
        }
        page.append("\n```mermaid\nstateDiagram-v2\n");
        for (var row : Moves.TABLE) {
            if (row.to() != null && row.from().isEmpty()) {
                page.append("  [*] --> %s: %s%n".formatted(row.to(), row.move().label()));
            }
            row.from().stream()
                    .sorted()
                    .filter(s -> row.to() != null && s != row.to())
                    .forEach(s -> page.append("  %s --> %s: %s%n"
                            .formatted(s, row.to(), row.move().label())));
        }
        Approved.matches("lifecycle", page.append("```\n").toString());
    }

    private static String labels(java.util.List<String> labels) {
        return labels.isEmpty() ? "（立件）" : String.join("、", labels);
    }
}
