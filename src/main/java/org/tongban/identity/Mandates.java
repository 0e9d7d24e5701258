package org.tongban.identity;

import java.util.List;
import java.util.Optional;
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
        var today = time.today();
        return store.ofAgent(agent).stream()
                .filter(mandate -> mandate.principal().equals(principal) && mandate.covers(item, today))
                .findFirst();
    }
}
