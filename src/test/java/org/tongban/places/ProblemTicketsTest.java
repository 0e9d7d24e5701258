package org.tongban.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.TongbanTest;

@TongbanTest
class ProblemTicketsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 9);

    @Autowired
    ProblemTickets tickets;

    @Test
    @DisplayName("M-20 what cannot be routed is looked at by the coordination office of its province, or ours")
    void a_ticket_goes_to_the_province_of_the_place_given() {
        assertThat(open("330103").coordinatedBy()).as("浙江").isEqualTo("330000");
        assertThat(open("810000").coordinatedBy()).as("港澳台 take no part").isEqualTo("320000");
        assertThat(open("999999").coordinatedBy()).isEqualTo("320000");
        ProblemTicket ticket = open(null);
        assertThat(ticket.coordinatedBy()).isEqualTo("320000");
        assertThat(tickets.find(ticket.id())).contains(ticket);
    }

    @Test
    void a_ticket_is_answered_once() {
        ProblemTicket ticket = open("450102");
        ProblemTicket.Answer answer = new ProblemTicket.Answer("已转南宁市青秀区办理", "coordinator", NOW.plusSeconds(60));
        assertThatThrownBy(() -> tickets.answer(ticket.id(), new ProblemTicket.Answer(" ", "coordinator", NOW)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tickets.answer(ticket.id(), answer)).isTrue();
        assertThat(tickets.answer(ticket.id(), new ProblemTicket.Answer("另说", "someone", NOW)))
                .isFalse();
        assertThat(tickets.find(ticket.id()).orElseThrow().answer()).isEqualTo(answer);
        assertThat(tickets.open("450000", null, 100)).doesNotContain(ticket);
    }

    @Test
    void open_tickets_come_due_first_page_by_page() {
        for (int day = 5; day > 0; day--) {
            tickets.open(new Unrouted("item", null, "没有对应机构", "460100"), DUE.plusDays(day), NOW);
        }
        List<ProblemTicket> seen = new ArrayList<>();
        @Nullable ProblemTicket last = null;
        for (List<ProblemTicket> page = tickets.open("460000", null, 2); !page.isEmpty(); ) {
            seen.addAll(page);
            last = page.getLast();
            page = tickets.open("460000", last, 2);
        }
        assertThat(seen).hasSize(5).extracting(ProblemTicket::dueOn).isSorted();
        assertThat(tickets.open(null, null, 100)).containsAll(seen);
    }

    private ProblemTicket open(@Nullable String region) {
        return tickets.open(new Unrouted("item", null, "没有对应机构", region), DUE, NOW);
    }
}
