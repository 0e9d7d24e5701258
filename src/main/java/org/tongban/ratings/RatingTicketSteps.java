package org.tongban.ratings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Role;
import org.tongban.notices.NoticeKind;
import org.tongban.notices.Notices;
import org.tongban.places.Office;
import org.tongban.places.Offices;
import org.tongban.ratings.RatingTallyStore.Counted;
import org.tongban.ratings.RatingTickets.Doing;

/** Makes one step of a ticket: where it leads, what is counted, who is told. */
@Component
class RatingTicketSteps {
    private static final int LONGEST = 1000;
    private static final String COORDINATION = "coordination-";

    private final RatingTicketStore store;
    private final RatingStore ratings;
    private final RatingFigureStore figures;
    private final RatingTallyStore tallies;
    private final Offices offices;
    private final Notices notices;
    private final Time time;

    RatingTicketSteps(
            RatingTicketStore store,
            RatingStore ratings,
            RatingFigureStore figures,
            RatingTallyStore tallies,
            Offices offices,
            Notices notices,
            Time time) {
        this.store = store;
        this.ratings = ratings;
        this.figures = figures;
        this.tallies = tallies;
        this.offices = offices;
        this.notices = notices;
        this.time = time;
    }

    Ticket make(Ticket ticket, Doing doing, String by) {
        check(ticket, doing);
        var after =
                switch (doing.move()) {
                    case START -> ticket.moved(TicketState.STARTED, Map.of());
                    case VERIFY ->
                        ticket.moved(
                                TicketState.VERIFIED,
                                RatingTickets.facts("founded", String.valueOf(doing.yes()), "finding", doing.words()));
                    case CONTEST -> ticket.moved(TicketState.CONTESTED, RatingTickets.facts("contest", doing.words()));
                    case ANSWER -> answered(ticket, doing);
                    case CALL_BACK -> calledBack(ticket, doing);
                    case REVIEW -> reviewed(ticket, doing);
                };
        store.move(after, new Ticket.Step(time.now(), doing.move(), by, doing.words()));
        return after;
    }

    private Ticket answered(Ticket ticket, Doing doing) {
        count(ticket, List.of(Counted.ANSWERED, Counted.PUT_RIGHT), 1);
        var after = ticket.moved(
                ticket.named() ? TicketState.ANSWERED : TicketState.CLOSED,
                RatingTickets.facts(
                        "answer", doing.words(), "redress", doing.redress(), "published", doing.published()));
        figures.publish(after, time.today(), doing.published());
        tellRater(after);
        return after;
    }

    private Ticket calledBack(Ticket ticket, Doing doing) {
        count(ticket, List.of(Counted.CALLED_BACK), 1);
        var facts = RatingTickets.facts("satisfied", String.valueOf(doing.yes()), "callBack", doing.words());
        if (doing.yes()) {
            return ticket.moved(TicketState.CLOSED, facts);
        }
        tellSupervisor(ticket, ticket.revision());
        return ticket.moved(TicketState.DISSATISFIED, facts);
    }

    /** Contested and upheld: not counted any more. A dissatisfied rater and upheld: handled anew; what was counted is owed again. */
    private Ticket reviewed(Ticket ticket, Doing doing) {
        var facts = RatingTickets.facts("upheld", String.valueOf(doing.yes()), "review", doing.words());
        if (ticket.state() == TicketState.CONTESTED) {
            if (!doing.yes()) {
                return ticket.moved(TicketState.STARTED, facts);
            }
            exclude(ticket);
            var after = ticket.moved(TicketState.EXCLUDED, facts);
            tellRater(after);
            return after;
        }
        if (!doing.yes()) {
            return ticket.moved(TicketState.CLOSED, facts);
        }
        count(ticket, List.of(Counted.ANSWERED, Counted.PUT_RIGHT, Counted.CALLED_BACK), -1);
        figures.unpublish(ticket.id(), scopes(ticket));
        return ticket.moved(TicketState.STARTED, facts);
    }

    private void exclude(Ticket ticket) {
        ratings.exclude(ticket.key().casefileId(), ticket.key().occasion());
        tallies.count(RatingTallyStore.Of.ticket(ticket), ticket.grade(), -1);
        count(ticket, List.of(Counted.TICKETS), -1);
    }

    /** Only ratings under a real name are owed all three (N-34). */
    private void count(Ticket ticket, List<Counted> owed, int by) {
        if (ticket.named()) {
            tallies.count(RatingTallyStore.Of.ticket(ticket), owed, by);
        }
    }

    private static List<String> scopes(Ticket ticket) {
        return RatingFigureStore.scopes(ticket.itemId(), ticket.office(), ticket.region());
    }

    private void tellRater(Ticket ticket) {
        var key = ticket.key();
        notices.tell(
                ratings.rater(key.casefileId(), key.occasion()),
                new Notices.Telling(
                        key.casefileId(),
                        ticket.itemId(),
                        "rating." + key.occasion() + "." + ticket.revision(),
                        NoticeKind.RATING_ANSWERED,
                        Map.of(
                                "office",
                                offices.byCode(ticket.office())
                                        .map(Office::name)
                                        .orElse(ticket.office()))));
    }

    private void tellSupervisor(Ticket ticket, int revision) {
        notices.tell(
                Role.SUPERVISOR,
                COORDINATION + ticket.region().substring(0, 2) + "0000",
                new Notices.Telling(
                        0,
                        ticket.itemId(),
                        "review." + ticket.id() + "." + revision,
                        NoticeKind.RATING_REVIEW,
                        Map.of("until", ticket.finishBy().toString())));
    }

    private void check(Ticket ticket, Doing doing) {
        var problems = new LinkedHashMap<String, String>();
        boolean wordsOwed = doing.move() != TicketMove.START && doing.move() != TicketMove.CALL_BACK;
        if (wordsOwed && doing.words().isBlank()) {
            problems.put("words", "请写清楚");
        }
        if (doing.move() == TicketMove.ANSWER) {
            if ("true".equals(ticket.fact("founded")) && doing.redress().isBlank()) {
                problems.put("redress", "差评属实的，必须写明怎样整改");
            }
            if (doing.published().isBlank()) {
                problems.put("published", "请写公开的答复，不要写姓名等个人信息");
            }
        }
        for (var text : List.of(doing.words(), doing.redress(), doing.published())) {
            if (text.length() > LONGEST) {
                problems.put("words", "太长，每项最多" + LONGEST + "个字");
            }
        }
        refuse(problems);
        if (doing.move() == TicketMove.CONTEST) {
            tellSupervisor(ticket, ticket.revision());
        }
    }

    static void refuse(Map<String, String> problems) {
        if (!problems.isEmpty()) {
            throw new RefusedMove(new Refusal.Fields(problems.entrySet().stream()
                    .map(p -> new Refusal.Fields.Problem(p.getKey(), p.getValue()))
                    .toList()));
        }
    }
}
