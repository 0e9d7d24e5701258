package org.tongban.ratings;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseHistories;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.identity.Actor;
import org.tongban.identity.Vault;
import org.tongban.notices.Notices;
import org.tongban.places.Offices;

/**
 * 示例评价: what people said of the made-up cases that have ended, for demonstrations and measurements: a third rate at all, most are satisfied,
 * and bad ones are taken up, put right and called back as far as their days have come. The same cases bring the same ratings.
 */
@Component
@Profile("demo")
public class ExampleRatings {
    private static final int BATCH = 200;
    private static final double RATES = 0.33;
    private static final double NAMED = 0.8;
    private static final List<String> BAD_WORDS = List.of("补了两次材料才收下", "等了很久没有消息", "窗口和网上说的不一样", "电话一直打不通");

    private final CaseHistories histories;
    private final Casebook casebook;
    private final RatingStore store;
    private final RatingTallyStore tallies;
    private final RatingTicketStore tickets;
    private final RatingFolding folding;
    private final Ratings ratings;
    private final RatingTicketSteps steps;
    private final Moment clock = new Moment();
    private final Time time;
    private final TransactionTemplate transaction;

    ExampleRatings(
            CaseHistories histories,
            Casebook casebook,
            RatingStore store,
            RatingTallyStore tallies,
            RatingTicketStore tickets,
            RatingFigureStore figures,
            RatingFolding folding,
            HolidayCalendar calendar,
            Offices offices,
            Notices notices,
            Vault vault,
            Time time,
            PlatformTransactionManager transactions) {
        this.histories = histories;
        this.casebook = casebook;
        this.store = store;
        this.tallies = tallies;
        this.tickets = tickets;
        this.folding = folding;
        this.ratings = new Ratings(store, tickets, tallies, casebook, calendar, offices, notices, vault, clock);
        this.steps = new RatingTicketSteps(tickets, store, figures, tallies, offices, notices, clock);
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A clock that is set for each rating. */
    private static final class Moment implements Time {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant now() {
            return now;
        }
    }

    /**
     * Rates the cases that have ended, and counts what was said.
     *
     * @param progress told after each batch how many there are
     * @return how many; none where there are ratings already
     */
    public int load(IntConsumer progress) {
        if (tallies.any()) {
            return 0;
        }
        int said = 0;
        long last = -1;
        for (var files = histories.cases(last, BATCH); !files.isEmpty(); files = histories.cases(last, BATCH)) {
            var batch = files;
            said += transaction.execute(_ -> batch.stream().mapToInt(this::rate).sum());
            last = files.getLast().casefileId();
            progress.accept(said);
        }
        while (folding.run()) {}
        folding.check();
        return said;
    }

    private int rate(Casefile file) {
        var random = new Random(file.casefileId());
        if (!file.closed() || random.nextDouble() > RATES) {
            return 0;
        }
        var opened = casebook.open(file.casefileId(), Actor.CLOCK);
        int said = 0;
        for (var rating : ratings.rated(opened)) {
            clock.now = rating.at().plus(Duration.ofMinutes(5 + random.nextInt(2000)));
            if (rating.given() == null && clock.now.isBefore(time.now())) {
                var grade = grade(random.nextDouble());
                var words = grade.bad() ? BAD_WORDS.get(random.nextInt(BAD_WORDS.size())) : "";
                var tags = grade.bad()
                        ? List.of(Ratings.TAGS.get(random.nextInt(Ratings.TAGS.size())))
                        : List.<String>of();
                var named = random.nextDouble() < NAMED;
                ratings.rate(
                        opened,
                        rating,
                        new Ratings.Said(grade, tags, words, named),
                        new Ratings.By(file.applicant(), "online"));
                handle(file, rating, random);
                said++;
            }
        }
        return said;
    }

    private static Grade grade(double chance) {
        if (chance < 0.62) {
            return Grade.VERY_SATISFIED;
        }
        if (chance < 0.88) {
            return Grade.SATISFIED;
        }
        if (chance < 0.96) {
            return Grade.FAIRLY_SATISFIED;
        }
        return chance < 0.99 ? Grade.DISSATISFIED : Grade.VERY_DISSATISFIED;
    }

    /** Takes the ticket of a bad one as far as the time since then allows. */
    private void handle(Casefile file, Rating rating, Random random) {
        for (var ticket : tickets.of(file.casefileId())) {
            if (ticket.key().occasion().equals(rating.occasion())) {
                var now = next(ticket, new RatingTickets.Doing(TicketMove.START, false, "", "", ""), random);
                now = next(now, new RatingTickets.Doing(TicketMove.VERIFY, true, "经核实，情况属实", "", ""), random);
                now = next(
                        now,
                        new RatingTickets.Doing(TicketMove.ANSWER, false, "向您致歉，已经改正", "已对经办人员提醒并调整流程", "已改正并向评价人致歉"),
                        random);
                if (now.named()) {
                    next(
                            now,
                            new RatingTickets.Doing(TicketMove.CALL_BACK, random.nextInt(10) > 0, "", "", ""),
                            random);
                }
            }
        }
    }

    private Ticket next(Ticket ticket, RatingTickets.Doing doing, Random random) {
        clock.now = clock.now.plus(Duration.ofHours(8 + random.nextInt(60)));
        boolean possible = doing.move().from(ticket.state()) && clock.now.isBefore(time.now());
        return possible ? steps.make(ticket, doing, "演示工作人员") : ticket;
    }
}
