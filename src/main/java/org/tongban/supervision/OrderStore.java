package org.tongban.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.supervision.SupervisionOrder.Event;
import org.tongban.supervision.SupervisionOrder.State;
import org.tongban.supervision.SupervisionOrder.Step;

/** The SQL of the orders. */
@Repository
class OrderStore {
    private static final String OFFICE = " and (:office::text is null or office = :office) ";

    /** 自动督办的缘由: the rule, and of what it was where that is no case. */
    record Why(SupervisionOrder.Rule rule, @Nullable String cause) {}

    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers run without a gap within the year: who opens the next waits for who is opening one. */
    SupervisionOrder open(Orders.Draft draft, @Nullable Why why, Actor by, Instant at) {
        jdbc.sql("lock table supervision.supervision_order in share row exclusive mode")
                .update();
        int year = Time.dateOf(at).getYear();
        long id = jdbc.sql("""
                        insert into supervision.supervision_order
                          (year, no, office, item_id, casefile_id, inquiry, rule, cause, title, state, revision, opened_at, due_on)
                        values (:year, coalesce((select max(no) from supervision.supervision_order where year = :year), 0) + 1,
                          :office, :item, :casefile, :inquiry, :rule, :cause, :title, 'OPEN', 1, :at, :dueOn)
                        returning id
                        """)
                .param("year", year)
                .param("office", draft.office())
                .param("item", draft.itemId())
                .param("casefile", draft.casefileId())
                .param("inquiry", draft.inquiry())
                .param("rule", why == null ? null : why.rule().name())
                .param("cause", why == null ? null : why.cause())
                .param("title", draft.title().strip())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("dueOn", draft.dueOn())
                .query(Long.class)
                .single();
        append(new Event(
                id,
                1,
                at,
                by.id(),
                by.name(),
                by.office() == null ? "" : by.office(),
                Step.OPENED,
                draft.text().strip(),
                draft.dueOn(),
                List.of()));
        return find(id).orElseThrow();
    }

    Optional<SupervisionOrder> find(long id) {
        return jdbc.sql("select * from supervision.supervision_order where id = :id")
                .param("id", id)
                .query((row, n) -> order(row))
                .optional();
    }

    Optional<SupervisionOrder> lock(long id) {
        return jdbc.sql("select * from supervision.supervision_order where id = :id for update")
                .param("id", id)
                .query((row, n) -> order(row))
                .optional();
    }

    void append(SupervisionOrder order, Orders.Turn turn, Actor by, Instant at) {
        var state =
                switch (turn.step()) {
                    case OPENED, SENT_BACK, EXTENDED, NOT_EXTENDED -> State.OPEN;
                    case ANSWERED -> State.ANSWERED;
                    case EXTENSION_ASKED -> State.EXTENSION_ASKED;
                    case CLOSED -> State.CLOSED;
                };
        jdbc.sql("""
                        update supervision.supervision_order
                           set state = :state, revision = revision + 1, closed_at = :closedAt,
                               due_on = case when :step in ('EXTENDED', 'SENT_BACK') then coalesce(:until, due_on) else due_on end
                         where id = :id
                        """)
                .param("id", order.id())
                .param("state", state.name())
                .param("step", turn.step().name())
                .param("until", turn.until())
                .param("closedAt", state == State.CLOSED ? at.atOffset(ZoneOffset.UTC) : null)
                .update();
        append(new Event(
                order.id(),
                order.revision() + 1,
                at,
                by.id(),
                by.name(),
                by.office() == null ? "" : by.office(),
                turn.step(),
                turn.text().strip(),
                turn.until(),
                turn.files()));
    }

    private void append(Event event) {
        jdbc.sql("""
                        insert into supervision.order_event
                        select * from jsonb_populate_record(null::supervision.order_event, :row::jsonb)
                        """).param("row", Rows.json(event)).update();
    }

    List<Event> events(long id) {
        return jdbc
                .sql("select to_jsonb(e)::text from supervision.order_event e where order_id = :id order by seq")
                .param("id", id)
                .query(String.class)
                .list()
                .stream()
                .map(text -> Rows.read(text, Event.class))
                .toList();
    }

    List<SupervisionOrder> open(@Nullable String office, @Nullable SupervisionOrder after, int limit) {
        return jdbc.sql("select * from supervision.supervision_order where state <> 'CLOSED'" + OFFICE
                        + " and (due_on, id) > (:dueOn, :id) order by due_on, id limit :limit")
                .param("office", office)
                .param("dueOn", after == null ? LocalDate.of(1, 1, 1) : after.dueOn())
                .param("id", after == null ? 0 : after.id())
                .param("limit", limit)
                .query((row, n) -> order(row))
                .list();
    }

    List<SupervisionOrder> closed(@Nullable String office, @Nullable SupervisionOrder after, int limit) {
        var last = after == null || after.closedAt() == null ? Instant.parse("9999-12-31T00:00:00Z") : after.closedAt();
        return jdbc.sql("select * from supervision.supervision_order where state = 'CLOSED'" + OFFICE
                        + " and (closed_at, id) < (:at, :id) order by closed_at desc, id desc limit :limit")
                .param("office", office)
                .param("at", last.atOffset(ZoneOffset.UTC))
                .param("id", after == null ? Long.MAX_VALUE : after.id())
                .param("limit", limit)
                .query((row, n) -> order(row))
                .list();
    }

    List<SupervisionOrder> about(String itemId, int limit) {
        return jdbc.sql(
                        "select * from supervision.supervision_order where item_id = :item order by opened_at desc limit :limit")
                .param("item", itemId)
                .param("limit", limit)
                .query((row, n) -> order(row))
                .list();
    }

    /** Cases over their last day since before {@code dueBefore} for which no order of the rule is open. */
    List<CaseLine> lateWithoutOrder(LocalDate dueBefore, int limit) {
        return jdbc.sql("""
                        select l.* from supervision.case_line l
                         where l.due_on is not null and not l.paused and l.state in ('RECEIVED', 'SUBMITTED', 'ACCEPTED')
                           and l.due_on < :dueBefore
                           and not exists (select from supervision.supervision_order o
                                            where o.rule = 'CASE_LATE' and o.casefile_id = l.casefile_id)
                         order by l.due_on, l.casefile_id limit :limit
                        """)
                .param("dueBefore", dueBefore)
                .param("limit", limit)
                .query(CaseLine.class)
                .list();
    }

    List<InquiryLine> silentWithoutOrder(LocalDate dueBefore, int limit) {
        return jdbc.sql("""
                        select q.* from supervision.inquiry_line q
                         where q.state = 'OPEN' and q.due_on < :dueBefore
                           and not exists (select from supervision.supervision_order o
                                            where o.rule = 'INQUIRY_SILENT' and o.casefile_id = q.casefile_id and o.inquiry = q.no)
                         order by q.due_on, q.casefile_id, q.no limit :limit
                        """)
                .param("dueBefore", dueBefore)
                .param("limit", limit)
                .query(InquiryLine.class)
                .list();
    }

    /** Of these causes, those for which an order was opened. */
    Set<String> ordered(Collection<String> causes) {
        return Set.copyOf(jdbc.sql("select cause from supervision.supervision_order where cause = any(:causes::text[])")
                .param("causes", causes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static SupervisionOrder order(ResultSet row) throws SQLException {
        var rule = row.getString("rule");
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new SupervisionOrder(
                row.getLong("id"),
                row.getInt("year"),
                row.getInt("no"),
                row.getString("office"),
                row.getString("item_id"),
                row.getObject("casefile_id", Long.class),
                row.getObject("inquiry", Integer.class),
                rule == null ? null : SupervisionOrder.Rule.valueOf(rule),
                row.getString("cause"),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                row.getInt("revision"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                closed == null ? null : closed.toInstant());
    }
}
