package org.tongban.payments;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.Act;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;

/** 逾期未缴: an order whose last day is over ends; what follows is the step's silence in the service's file, and what was owed is written beside it (policy L-42). */
@Component
class Arrears {
    private static final Logger log = LoggerFactory.getLogger(Arrears.class);
    private static final int BATCH = 200;

    private final FeeStore store;
    private final FeeBook book;
    private final Casework casework;
    private final Catalogue catalogue;
    private final Time time;

    Arrears(FeeStore store, FeeBook book, Casework casework, Catalogue catalogue, Time time) {
        this.store = store;
        this.book = book;
        this.casework = casework;
        this.catalogue = catalogue;
        this.time = time;
    }

    void run() {
        for (long id : store.overdue(time.today(), BATCH)) {
            for (var order : book.of(id)) {
                if (order.state() == FeeOrder.State.OPEN && order.dueOn().isBefore(time.today())) {
                    lapse(order);
                }
            }
        }
    }

    private void lapse(FeeOrder order) {
        var file = casework.find(order.casefileId(), Actor.CLOCK).orElseThrow();
        var task = file.task(order.task()).orElseThrow();
        var step = catalogue.version(file.itemId(), file.itemVersion()).steps().get(task.step());
        if (step.silence() != null && task.state().open()) {
            var text = "缴费单 " + Reference.of(order) + "，应缴 " + Yuan.of(order.payableFen()) + " 元，最后缴费日 " + order.dueOn()
                    + "，逾期没有缴纳。";
            try {
                var act = new Act(Move.FINISH_STEP, task.no(), Map.of("text", text));
                casework.act(order.casefileId(), file.revision(), act, Actor.CLOCK);
            } catch (RefusedMove e) {
                log.warn("办件 {} 逾期未缴，没有办成，稍后再试：{}", order.number(), e.refusal().text());
                return;
            }
        }
        book.change(order.casefileId(), order.task(), open -> open.in(FeeOrder.State.LAPSED));
    }
}
