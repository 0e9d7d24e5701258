package org.tongban.payments;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/**
 * 缴费后的环节: finishes the step that was paid for, after the money is booked. What does not succeed at once (somebody else moved the case)
 * is tried again by the job; if the case is over meanwhile, the money goes back.
 */
@Component
class PaidSteps {
    private static final Logger log = LoggerFactory.getLogger(PaidSteps.class);
    private static final int BATCH = 200;

    private final FeeStore store;
    private final FeeBook book;
    private final Casework casework;

    PaidSteps(FeeStore store, FeeBook book, Casework casework) {
        this.store = store;
        this.book = book;
        this.casework = casework;
    }

    void finish(FeeOrder order) {
        if (order.state() != FeeOrder.State.PAID && order.state() != FeeOrder.State.WAIVED) {
            return;
        }
        var by = system(order);
        var file = casework.find(order.casefileId(), by).orElseThrow();
        var task = file.task(order.task()).orElseThrow();
        if (!task.state().open()) {
            // whoever ended it meanwhile, the money of what ended in vain goes back by the follower
            book.finished(order);
            return;
        }
        try {
            var act = new Act(Move.FINISH_STEP, order.task(), Payments.words(order));
            casework.act(order.casefileId(), file.revision(), act, by);
            book.finished(order);
        } catch (RefusedMove e) {
            log.info("办件 {} 的缴费环节稍后完成：{}", order.number(), e.refusal().text());
        }
    }

    /** Tries again what could not be finished at once. */
    void run() {
        store.unfinished(BATCH).forEach(this::finish);
    }

    private static Actor system(FeeOrder order) {
        return new Actor("payments", "缴费系统", Role.OFFICE_SYSTEM, null, order.office(), Actor.IN_PERSON);
    }
}
