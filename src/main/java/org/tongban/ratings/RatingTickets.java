package org.tongban.ratings;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.places.Office;
import org.tongban.places.Offices;

/**
 * 差评处置: the office takes a bad rating up, verifies it, puts right, answers and calls back (N-33, N-34); it may contest one that is
 * mistaken or malicious, and the supervisor of the province reviews (N-36). Who is rated handles none of it and sees none of it (N-31).
 */
@Component
public class RatingTickets {
    private static final After FIRST = new After(LocalDate.of(1, 1, 1), new UUID(0, 0));

    private static final int MOST_OVERDUE = 1000;

    private final RatingTicketStore store;
    private final RatingStore ratings;
    private final RatingTicketSteps steps;
    private final Offices offices;
    private final ReadLog log;
    private final Time time;

    RatingTickets(
            RatingTicketStore store,
            RatingStore ratings,
            RatingTicketSteps steps,
            Offices offices,
            ReadLog log,
            Time time) {
        this.store = store;
        this.ratings = ratings;
        this.steps = steps;
        this.offices = offices;
        this.log = log;
        this.time = time;
    }

    /** 翻页: the last ticket seen. */
    public record After(LocalDate finishBy, UUID ticket) {}

    /**
     * 打开的工单: with what the rater wrote and what was done.
     *
     * @param possible what this reader can do now
     */
    public record Opened(Ticket ticket, String words, List<Ticket.Step> steps, List<TicketMove> possible) {}

    /** 工单办理: what somebody fills in; {@code yes} is founded, satisfied or upheld, by the move. */
    public record Doing(TicketMove move, boolean yes, String words, String redress, String published) {}

    /** The open tickets of this person's office, or province, due first. */
    @Transactional(readOnly = true)
    public List<Ticket> page(Actor by, @Nullable After after, int limit) {
        var from = after == null ? FIRST : after;
        var office = Objects.requireNonNull(by.office());
        return by.role() == Role.SUPERVISOR
                ? store.ofProvince(province(office), from, limit)
                : store.ofOffice(office, by.id(), from, limit);
    }

    /** Empty where there is none, or none that this person may see. */
    @Transactional(readOnly = true)
    public Optional<Opened> open(UUID id, Actor by) {
        return store.find(id)
                .filter(ticket -> sees(ticket, by))
                .map(ticket -> new Opened(ticket, wordsOf(ticket), store.steps(ticket), possible(ticket, by)));
    }

    /** Number of the case it is about, for who must look into it: with a reason, and logged. */
    @Transactional
    public Optional<CaseNumber> reveal(UUID id, ReadLog.Reason reason, Actor by) {
        return store.find(id).filter(ticket -> sees(ticket, by)).map(ticket -> {
            log.unmask(by, id.toString(), "casefile", reason);
            return CaseNumber.of(ticket.key().casefileId());
        });
    }

    /**
     * @param revision that the person saw
     * @throws RefusedMove where it has moved on, is somebody else's, or something is missing
     */
    @Transactional
    public Ticket act(UUID id, int revision, Doing doing, Actor by) {
        var ticket = store.lock(id).filter(t -> sees(t, by)).orElseThrow(RatingTickets::gone);
        if (ticket.revision() != revision) {
            throw refused("stale", "工单已经有人处理过。", "请看最新情况再办。");
        }
        if (!possible(ticket, by).contains(doing.move())) {
            throw refused(
                    "not-possible-now",
                    "工单目前是“" + ticket.state().label() + "”，不能" + doing.move().label() + "。",
                    "请从现在可以办的事项中选择。");
        }
        return steps.make(ticket, doing, by.name());
    }

    /** The rater says on their own page whether the answer satisfies them; it is the call back. */
    @Transactional
    public void calledBack(long casefileId, String occasion, boolean satisfied, String words) {
        var ticket = store.of(casefileId).stream()
                .filter(t -> t.key().occasion().equals(occasion) && t.state() == TicketState.ANSWERED)
                .findFirst()
                .flatMap(t -> store.lock(t.id()))
                .filter(t -> t.state() == TicketState.ANSWERED)
                .orElseThrow(RatingTickets::gone);
        steps.make(ticket, new Doing(TicketMove.CALL_BACK, satisfied, words, "", ""), "评价人");
    }

    /** Open tickets that should have been finished before this day, of all offices, due first; at most a thousand. */
    @Transactional(readOnly = true)
    public List<Ticket> overdue(LocalDate finishBefore) {
        return store.overdue(finishBefore, MOST_OVERDUE);
    }

    /** The days that hold, the latest first. */
    @Transactional(readOnly = true)
    public List<HandlingDays> days() {
        return store.days();
    }

    /** New days from a date to come on, by a supervisor, with the instrument that says so (N-35). */
    @Transactional
    public void setDays(HandlingDays days, Actor by) {
        var problems = new LinkedHashMap<String, String>();
        if (!days.fromOn().isAfter(time.today())) {
            problems.put("fromOn", "请写今天以后的日期");
        }
        if (days.startDays() < 1 || days.verifyDays() < days.startDays() || days.finishDays() < days.verifyDays()) {
            problems.put("startDays", "签收、核实、办结的天数要依次不减，至少一天");
        }
        if (days.finishDays() > 90) {
            problems.put("finishDays", "最多90个工作日");
        }
        if (days.source().isBlank()) {
            problems.put("source", "请写明依据的文件");
        }
        if (by.role() != Role.SUPERVISOR) {
            throw refused("not-yours", "期限只能由督查员设定。", "请联系省协调办。");
        }
        if (problems.isEmpty() && !store.addDays(days, by.id(), time.now())) {
            problems.put("fromOn", "这一天已经设过");
        }
        RatingTicketSteps.refuse(problems);
    }

    private List<TicketMove> possible(Ticket ticket, Actor by) {
        return List.of(TicketMove.values()).stream()
                .filter(move -> move.from(ticket.state()))
                .filter(move -> move.supervisors() == (by.role() == Role.SUPERVISOR))
                .toList();
    }

    private boolean sees(Ticket ticket, Actor by) {
        var office = by.office();
        if (office == null || ticket.ratedStaff().contains(by.id())) {
            return false;
        }
        return by.role() == Role.SUPERVISOR
                ? ticket.region().startsWith(province(office))
                : by.worksAt(ticket.office()) && (by.role() == Role.OFFICER || by.role() == Role.APPROVER);
    }

    private String wordsOf(Ticket ticket) {
        var given = ratings.of(ticket.key().casefileId()).get(ticket.key().occasion());
        return given == null ? "" : given.words();
    }

    private String province(String office) {
        return offices.byCode(office).map(Office::region).orElse(office).substring(0, 2);
    }

    private static RefusedMove gone() {
        return refused("gone", "没有这张工单，或者不归您处理。", "请从工单列表进入。");
    }

    static RefusedMove refused(String code, String text, String next) {
        return new RefusedMove(new Refusal.Rule(code, text, next));
    }

    static Map<String, String> facts(String... pairs) {
        var facts = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put(pairs[i], pairs[i + 1]);
        }
        return facts;
    }
}
