package org.tongban.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 缴费账簿: what becomes of orders and money, each change under the order's row lock and in a transaction of its own. */
@Component
class FeeBook {
    private final FeeStore store;

    FeeBook(FeeStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public List<FeeOrder> of(long casefileId) {
        return store.of(casefileId);
    }

    @Transactional(readOnly = true)
    public List<Movement> movements(long casefileId) {
        return store.movements(casefileId);
    }

    /** @return false where there is an order already */
    @Transactional
    public boolean open(FeeOrder order, String by) {
        try {
            store.add(order, by);
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /**
     * Changes the order that is open to be paid.
     *
     * @return the order after the change; empty where there is none
     */
    @Transactional
    public Optional<FeeOrder> change(long casefileId, int task, UnaryOperator<FeeOrder> how) {
        return store.lock(casefileId).stream()
                .filter(o -> o.task() == task && o.state() == FeeOrder.State.OPEN)
                .findFirst()
                .map(order -> {
                    var after = how.apply(order);
                    store.save(after);
                    return after;
                });
    }

    /**
     * Books a payment, once. Money for an order that is over goes back.
     *
     * @throws IllegalArgumentException where there is no such order, or the amount is another
     */
    @Transactional
    public FeeOrder paid(Reference reference, long fen, String receipt, Instant at) {
        var order = locked(reference);
        if (order.payableFen() != fen) {
            throw new IllegalArgumentException(
                    "缴费单 " + reference + " 应缴 " + order.payableFen() + " 分，收到 " + fen + " 分");
        }
        if (!store.book(order, Movement.payment(order, reference.toString(), at))) {
            return order;
        }
        var after = order.sentAs(reference.toString()).paid(receipt, at);
        after = order.state() == FeeOrder.State.OPEN ? after : after.in(FeeOrder.State.REFUNDING);
        store.save(after);
        return after;
    }

    /** Books that the money went back, once. */
    @Transactional
    public void refunded(FeeOrder refunding, Instant at) {
        var order = locked(Reference.of(refunding));
        if (order.state() == FeeOrder.State.REFUNDING
                && store.book(order, Movement.refund(order, Reference.of(order).toString(), at))) {
            store.save(order.in(FeeOrder.State.REFUNDED));
        }
    }

    /**
     * Ends what has become pointless.
     *
     * @param inVain tasks whose part of the case ended without what was paid for: the money goes back
     * @param ended tasks that need no payment any more
     */
    @Transactional
    public void settle(long casefileId, Set<Integer> inVain, Set<Integer> ended) {
        for (var order : store.lock(casefileId)) {
            boolean over = inVain.contains(order.task());
            if (order.state() == FeeOrder.State.OPEN && (over || ended.contains(order.task()))) {
                store.save(order.in(FeeOrder.State.CANCELLED));
            } else if (order.state() == FeeOrder.State.PAID && over) {
                store.save(order.in(FeeOrder.State.REFUNDING));
            }
        }
    }

    @Transactional
    public void finished(FeeOrder order) {
        store.finished(order);
    }

    private FeeOrder locked(Reference reference) {
        return store.lock(reference.casefileId()).stream()
                .filter(o -> o.task() == reference.task() && o.no() == reference.no())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("没有缴费单 " + reference));
    }
}
