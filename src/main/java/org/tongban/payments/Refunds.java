package org.tongban.payments;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casefile;
import org.tongban.casework.Follower;
import org.tongban.casework.Happened;
import org.tongban.casework.Outcome;
import org.tongban.casework.Task;

/** 退费: when a case or a part of it ends without what was paid for, unpaid orders end and money goes back. */
@Component
class Refunds implements Follower {
    private static final Logger log = LoggerFactory.getLogger(Refunds.class);
    private static final Set<Outcome> IN_VAIN =
            EnumSet.of(Outcome.REFUSED, Outcome.DECLINED, Outcome.WITHDRAWN, Outcome.TERMINATED);
    private static final int BATCH = 200;

    private final FeeStore store;
    private final FeeBook book;
    private final PaymentChannel channel;
    private final Time time;

    Refunds(FeeStore store, FeeBook book, PaymentChannel channel, Time time) {
        this.store = store;
        this.book = book;
        this.channel = channel;
        this.time = time;
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public void take(Happened happened) {
        for (var entry : happened.entries()) {
            switch (entry.event()) {
                case CaseEvent.Decided decided
                when IN_VAIN.contains(decided.outcome()) -> over(happened.file(), decided.leg());
                case CaseEvent.Declined _ -> over(happened.file(), 0);
                case CaseEvent.Withdrawn _ -> over(happened.file(), 0);
                case CaseEvent.Terminated _ -> over(happened.file(), 0);
                default -> {}
            }
        }
    }

    /** @param leg 0: all */
    private void over(Casefile file, int leg) {
        List<Integer> tasks = file.tasks().stream()
                .filter(t -> leg == 0 || t.leg() == leg)
                .map(Task::no)
                .toList();
        book.over(file.casefileId(), tasks);
    }

    /** Gives back what is to be given back: the channel first, then the book; a crash between asks the channel once more. */
    void run() {
        for (long id : store.refunding(BATCH)) {
            for (var order : book.of(id)) {
                if (order.state() == FeeOrder.State.REFUNDING) {
                    refund(order);
                }
            }
        }
    }

    private void refund(FeeOrder order) {
        try {
            channel.refund(order);
            book.refunded(order, time.now());
        } catch (RuntimeException e) {
            // one payer's bank must not hold up the others; it stays to be given back and is tried again
            log.error("缴费单 {} 退费没有成功，稍后再试", Reference.of(order), e);
        }
    }
}
