package org.tongban.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 问题工单: what cannot be routed is never dropped (policy M-20). */
@Component
public class ProblemTickets {

    private final ProblemTicketStore store;
    private final Regions regions;
    private final String home;

    /** @param home code of the province this node serves; it looks at what names no province of its own */
    ProblemTickets(ProblemTicketStore store, Regions regions, @Value("${tongban.home:320000}") String home) {
        this.store = store;
        this.regions = regions;
        this.home = home;
    }

    /**
     * Opens a ticket for the province of the region given, or for our own.
     *
     * @param dueOn last day for the answer, by the parameter of the service or the province
     */
    @Transactional
    public ProblemTicket open(Unrouted unrouted, LocalDate dueOn, Instant at) {
        return open(unrouted, null, dueOn, at);
    }

    /** @param office that must look into it; null: the coordination office */
    @Transactional
    public ProblemTicket open(Unrouted unrouted, @Nullable String office, LocalDate dueOn, Instant at) {
        String coordinatedBy = Optional.ofNullable(unrouted.regionGiven())
                .flatMap(regions::province)
                .filter(province -> !regions.isWithoutOffices(province))
                .map(Region::code)
                .orElse(home);
        ProblemTicket ticket = new ProblemTicket(
                UUID.randomUUID(),
                at,
                unrouted.item(),
                unrouted.casefile(),
                unrouted.reason(),
                unrouted.regionGiven(),
                coordinatedBy,
                dueOn,
                office,
                null);
        store.insert(ticket);
        return ticket;
    }

    /**
     * Answers an open ticket.
     *
     * @return false where it was answered before; the first answer stays
     * @throws IllegalArgumentException for an empty answer
     */
    @Transactional
    public boolean answer(UUID id, ProblemTicket.Answer answer) {
        if (answer.text().isBlank()) {
            throw new IllegalArgumentException("答复不能为空");
        }
        return store.answer(id, answer);
    }

    /** Hands an open ticket on to an office, or back to the coordination office; false where it was answered meanwhile or is there. */
    @Transactional
    public boolean handOn(UUID id, ProblemTicket.Handing handing) {
        return store.handOn(id, handing);
    }

    /** To whom it was handed on, oldest first. */
    public List<ProblemTicket.Handing> handings(UUID id) {
        return store.handings(id);
    }

    /** The open tickets that an office must look into, due first. */
    public List<ProblemTicket> ofOffice(String office, @Nullable ProblemTicket after, int limit) {
        return store.ofOffice(office, after, limit);
    }

    public Optional<ProblemTicket> find(UUID id) {
        return store.find(id);
    }

    /**
     * The open tickets of a province, due first.
     *
     * @param province null for all
     * @param after the last ticket of the page before; null for the first page
     */
    public List<ProblemTicket> open(@Nullable String province, @Nullable ProblemTicket after, int limit) {
        return store.open(province, after, limit);
    }
}
