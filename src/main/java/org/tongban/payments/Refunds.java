package org.tongban.payments;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.Casefile;
import org.tongban.casework.Follower;
import org.tongban.casework.Happened;
import org.tongban.casework.Leg;
import org.tongban.casework.Outcome;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;

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
    public void take(List<Happened> happened) {
        happened.forEach(one -> settle(one.file()));
    }

    private void settle(Casefile file) {
        if (file.tasks().stream().noneMatch(t -> t.kind() == TaskKind.PAY)) {
            return;
        }
        book.settle(
                file.casefileId(),
                tasks(file, t -> inVain(file.leg(t.leg()))),
                tasks(file, t -> !t.state().open()));
    }

    private static boolean inVain(Leg leg) {
        return leg.outcome() != null && IN_VAIN.contains(leg.outcome());
    }

    private static Set<Integer> tasks(Casefile file, Predicate<Task> which) {
        return file.tasks().stream().filter(which).map(Task::no).collect(Collectors.toSet());
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
