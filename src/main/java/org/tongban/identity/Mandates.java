package org.tongban.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 授权登记: who may act for whom (policy N-22). Staff or the principal give one, never the agent. */
@Component
public class Mandates {
    private final MandateStore store;
    private final SecurityLog log;
    private final Time time;

    Mandates(MandateStore store, SecurityLog log, Time time) {
        this.store = store;
        this.log = log;
        this.time = time;
    }

    /**
     * Once: the same id again changes nothing.
     *
     * @throws IllegalArgumentException if somebody else's right is given away, or one's own to oneself
     */
    public void give(Mandate mandate, Actor by) {
        boolean own = mandate.principal().equals(by.subject());
        boolean atCounter = by.role() == Role.CLERK || by.role() == Role.OFFICER;
        if (!own && !atCounter || mandate.principal().equals(mandate.agent())) {
            throw new IllegalArgumentException("授权只能由被代理人本人或者窗口登记");
        }
        if (store.add(mandate, by.id(), time.now())) {
            log.record(by, SecurityLog.Act.MANDATE_GIVEN, mandate.id(), mandate.checkedHow());
        }
    }

    /** Ends a mandate at once; false where it had ended before. Principal, agent and counter may. */
    public boolean revoke(String id, Actor by) {
        var mandate = store.find(id).orElseThrow(() -> new IllegalArgumentException("没有这份授权"));
        boolean concerned = mandate.principal().equals(by.subject())
                || mandate.agent().equals(by.subject())
                || by.role() == Role.CLERK
                || by.role() == Role.OFFICER;
        if (!concerned) {
            throw new IllegalArgumentException("授权只能由当事人或者窗口撤销");
        }
        boolean revoked = store.revoke(id, time.now());
        if (revoked) {
            log.record(by, SecurityLog.Act.MANDATE_REVOKED, id, null);
        }
        return revoked;
    }

    /** The mandates in force today under which this person may act for others. */
    public List<Mandate> of(String agent) {
        var today = time.today();
        return store.ofAgent(agent).stream()
                .filter(mandate -> !today.isBefore(mandate.from()) && !today.isAfter(mandate.to()))
                .toList();
    }

    /** The mandate under which the agent may act for the principal in this service today, if there is one. */
    public Optional<Mandate> forItem(String agent, String principal, String item) {
        return Optional.ofNullable(standing(agent, principal, item).inForce());
    }

    /**
     * 授权状况: whether somebody may act for another in a service today, and if not, why not.
     *
     * @param inForce null where none is
     * @param lost why the last one does not hold; null where one holds
     */
    public record Standing(
            @Nullable Mandate inForce, @Nullable Lost lost) {}

    /** 授权不再有效的原因: which, and the words of it. */
    public record Lost(String code, String text) {}

    public Standing standing(String agent, String principal, String item) {
        var today = time.today();
        var all = store.between(agent, principal);
        for (var one : all) {
            if (one.revokedAt() == null && one.mandate().covers(item, today)) {
                return new Standing(one.mandate(), null);
            }
        }
        return new Standing(null, lost(all, item, today));
    }

    private static Lost lost(List<MandateStore.Kept> all, String item, LocalDate today) {
        var covering = all.stream()
                .filter(one ->
                        one.mandate().items().isEmpty() || one.mandate().items().contains(item))
                .toList();
        if (all.isEmpty()) {
            return new Lost("mandate-missing", "没有登记过您可以替申请人代办的授权。");
        }
        if (covering.isEmpty()) {
            return new Lost("mandate-scope", "您代办的授权不包括这个事项。");
        }
        var last = covering.getFirst();
        var revokedAt = last.revokedAt();
        if (revokedAt != null) {
            return new Lost("mandate-revoked", "您代办这个事项的授权已经于" + Time.dateOf(revokedAt) + "撤销。");
        }
        return last.mandate().from().isAfter(today)
                ? new Lost("mandate-early", "您代办这个事项的授权从" + last.mandate().from() + "才开始。")
                : new Lost("mandate-ended", "您代办这个事项的授权到" + last.mandate().to() + "为止，已经结束。");
    }

    /** 登记过的授权: one in which this person is either, and what became of it. */
    public record Registered(Mandate mandate, @Nullable Instant revokedAt) {
        public boolean lasts(LocalDate today) {
            return revokedAt == null && !today.isAfter(mandate.to());
        }
    }

    /** All in which this person or organisation gives or holds the power, newest first. */
    public List<Registered> concerning(String subject) {
        return store.concerning(subject).stream()
                .map(one -> new Registered(one.mandate(), one.revokedAt()))
                .toList();
    }
}
