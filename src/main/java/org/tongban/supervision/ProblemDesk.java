package org.tongban.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Unroutable;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.places.Offices;
import org.tongban.places.ProblemTicket;
import org.tongban.places.ProblemTickets;

/**
 * 办不成事的办理: a problem is looked into by the coordination office or handed on to the office that can solve it; what is wrong in a record
 * goes to whoever holds the record (policies M-27, D-12).
 */
@Component
public class ProblemDesk {
    private static final int LONGEST = 2000;

    /**
     * 反映内容.
     *
     * @param item id of the service; empty where it is not known
     * @param region it is about; null: none
     * @param office that is known to be the one to look into it; null: the coordination office sees to it
     */
    public record Told(
            String item,
            String what,
            @Nullable String region,
            @Nullable String office) {}

    private final ProblemTickets tickets;
    private final Unroutable unroutable;
    private final Offices offices;
    private final Bulletins bulletins;
    private final Time time;

    ProblemDesk(ProblemTickets tickets, Unroutable unroutable, Offices offices, Bulletins bulletins, Time time) {
        this.tickets = tickets;
        this.unroutable = unroutable;
        this.offices = offices;
        this.bulletins = bulletins;
        this.time = time;
    }

    /** Opens a ticket with its own limit; the office that must look into it is told. */
    @Transactional
    public ProblemTicket open(Told told) {
        var office = told.office();
        if (office == null || offices.byCode(office).isEmpty() || offices.isClosed(office)) {
            return unroutable.told(told.item(), told.what(), told.region());
        }
        var ticket = unroutable.told(told.item(), told.what(), told.region(), office);
        bulletins.handedOn(ticket, office, 0);
        return ticket;
    }

    /** The open tickets that this office must answer, due first. */
    @Transactional(readOnly = true)
    public List<ProblemTicket> page(Actor by, @Nullable ProblemTicket after, int limit) {
        return by.office() == null ? List.of() : tickets.ofOffice(by.office(), after, limit);
    }

    /** For the coordination office of its province, and for the office it was handed to; empty for all others. */
    @Transactional(readOnly = true)
    public Optional<ProblemTicket> find(UUID id, Actor by) {
        return tickets.find(id).filter(ticket -> sees(ticket, by));
    }

    private static boolean sees(ProblemTicket ticket, Actor by) {
        var office = by.office();
        if (office == null) {
            return false;
        }
        return by.role() == Role.SUPERVISOR
                ? ticket.coordinatedBy().equals(office.substring(office.lastIndexOf('-') + 1))
                : ticket.office() != null && by.worksAt(ticket.office());
    }

    /** Answers it, for the person who told to read. */
    @Transactional
    public void answer(UUID id, String text, Actor by) {
        held(id, by);
        refuse(text, "text", "请写明怎样解决，或者该找谁");
        if (!tickets.answer(id, new ProblemTicket.Answer(text.strip(), by.name(), time.now()))) {
            throw meanwhile();
        }
    }

    /** Hands it on to an office (the coordination office), or back (an office that it is not for). */
    @Transactional
    public void handOn(UUID id, String office, String words, Actor by) {
        var ticket = held(id, by);
        boolean back = by.role() != Role.SUPERVISOR;
        if (!back && (offices.byCode(office).isEmpty() || offices.isClosed(office))) {
            throw refused("office", "没有这个机构，或者已经撤销");
        }
        refuse(words, "words", back ? "请写明为什么不归本单位办" : "请写明要办什么");
        var to = back ? null : office;
        var handing = new ProblemTicket.Handing(to, words.strip(), by.name(), time.now());
        if (!tickets.handOn(id, handing)) {
            throw meanwhile();
        }
        if (to != null) {
            bulletins.handedOn(ticket, to, tickets.handings(id).size());
        }
    }

    private ProblemTicket held(UUID id, Actor by) {
        return find(id, by).orElseThrow(() -> LaunchPlan.refused("gone", "没有这个问题，或者不归您办。", "请从列表进入。"));
    }

    private static void refuse(String text, String field, String wrong) {
        var problems = new ArrayList<String>();
        if (text.isBlank()) {
            problems.add(wrong);
        }
        if (text.length() > LONGEST) {
            problems.add("太长，最多 " + LONGEST + " 个字");
        }
        if (!problems.isEmpty()) {
            throw refused(field, problems.getFirst());
        }
    }

    private static RefusedMove refused(String field, String text) {
        return new RefusedMove(new Refusal.Fields(List.of(new Refusal.Fields.Problem(field, text))));
    }

    private static RefusedMove meanwhile() {
        return LaunchPlan.refused("changed-meanwhile", "已经由别人答复或者转办，这次没有保存。", "您填写的内容还在，请看最新情况。");
    }
}
