package org.tongban.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of fee orders and of what was paid. Three statements, for the jobs, read over cases; all others name one. */
@Repository
class FeeStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS =
            "casefile_id, task, no, office, item, lines, reduced_fen, ground, due_on, state, reference, receipt, opened_at, paid_at";

    private final JdbcClient jdbc;

    FeeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(FeeOrder order, String by) {
        jdbc.sql("""
                        insert into payments.fee_order (casefile_id, task, no, office, item, lines, payable_fen, due_on, state, opened_by, opened_at)
                        values (:case, :task, :no, :office, :item, :lines::jsonb, :payable, :due, :state, :by, :at)
                        """)
                .param("case", order.casefileId())
                .param("task", order.task())
                .param("no", order.no())
                .param("office", order.office())
                .param("item", order.item())
                .param("lines", JSON.writeValueAsString(order.lines()))
                .param("payable", order.payableFen())
                .param("due", order.dueOn())
                .param("state", order.state().name())
                .param("by", by)
                .param("at", utc(order.openedAt()))
                .update();
    }

    List<FeeOrder> of(long casefileId) {
        return jdbc.sql("select " + COLUMNS + " from payments.fee_order where casefile_id = :case order by task, no")
                .param("case", casefileId)
                .query(FeeStore::order)
                .list();
    }

    /** All orders of a case under their row locks, always in the same order. */
    List<FeeOrder> lock(long casefileId) {
        return jdbc.sql("select " + COLUMNS
                        + " from payments.fee_order where casefile_id = :case order by task, no for update")
                .param("case", casefileId)
                .query(FeeStore::order)
                .list();
    }

    /** Brings the row to what the order is now. */
    void save(FeeOrder order) {
        jdbc.sql("""
                        update payments.fee_order
                           set (state, reduced_fen, ground, payable_fen, reference, receipt, paid_at) =
                               (:state, :reduced, :ground, :payable, :reference, :receipt, :paid)
                         where casefile_id = :case and task = :task and no = :no
                        """)
                .param("state", order.state().name())
                .param("reduced", order.reducedFen())
                .param("ground", order.ground())
                .param("payable", order.payableFen())
                .param("reference", order.reference())
                .param("receipt", order.receipt())
                .param("paid", order.paidAt() == null ? null : utc(order.paidAt()))
                .param("case", order.casefileId())
                .param("task", order.task())
                .param("no", order.no())
                .update();
    }

    /**
     * Books a movement of money.
     *
     * @return false where it was booked before
     */
    boolean book(FeeOrder order, Movement movement) {
        return jdbc.sql("""
                                insert into payments.movement (casefile_id, task, no, kind, debit, credit, fen, reference, at)
                                values (:case, :task, :no, :kind, :debit, :credit, :fen, :reference, :at)
                                on conflict do nothing
                                """)
                        .param("case", order.casefileId())
                        .param("task", order.task())
                        .param("no", order.no())
                        .param("kind", movement.kind().name())
                        .param("debit", movement.debit())
                        .param("credit", movement.credit())
                        .param("fen", movement.fen())
                        .param("reference", movement.reference())
                        .param("at", utc(movement.at()))
                        .update()
                == 1;
    }

    List<Movement> movements(long casefileId) {
        return jdbc.sql("""
                        select kind, debit, credit, fen, reference, at from payments.movement
                         where casefile_id = :case order by at, task, no
                        """)
                .param("case", casefileId)
                .query((row, number) -> new Movement(
                        Movement.Kind.valueOf(row.getString("kind")),
                        row.getString("debit"),
                        row.getString("credit"),
                        row.getLong("fen"),
                        row.getString("reference"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Cases with an order that was not paid by its last day; a scatter read. */
    List<Long> overdue(LocalDate today, int limit) {
        return jdbc.sql("""
                        select distinct casefile_id from payments.fee_order
                         where state = 'OPEN' and due_on < :today order by casefile_id limit :limit
                        """)
                .param("today", today)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** Orders that were paid or waived and whose step is still to be finished; a scatter read. */
    List<FeeOrder> unfinished(int limit) {
        return jdbc.sql("select " + COLUMNS + """
                          from payments.fee_order
                         where state in ('PAID', 'WAIVED') and not finished
                         order by casefile_id limit :limit
                        """)
                .param("limit", limit)
                .query(FeeStore::order)
                .list();
    }

    void finished(FeeOrder order) {
        jdbc.sql(
                        "update payments.fee_order set finished = true where casefile_id = :case and task = :task and no = :no")
                .param("case", order.casefileId())
                .param("task", order.task())
                .param("no", order.no())
                .update();
    }

    /** Cases with money to be given back; a scatter read. */
    List<Long> refunding(int limit) {
        return jdbc.sql("""
                        select distinct casefile_id from payments.fee_order
                         where state = 'REFUNDING' order by casefile_id limit :limit
                        """).param("limit", limit).query(Long.class).list();
    }

    private static FeeOrder order(ResultSet row, int number) throws SQLException {
        var paid = row.getObject("paid_at", OffsetDateTime.class);
        return new FeeOrder(
                row.getLong("casefile_id"),
                row.getInt("task"),
                row.getInt("no"),
                row.getString("office"),
                row.getString("item"),
                JSON.readValue(row.getString("lines"), new TypeReference<List<FeeOrder.Line>>() {}),
                row.getLong("reduced_fen"),
                row.getString("ground"),
                row.getObject("due_on", LocalDate.class),
                FeeOrder.State.valueOf(row.getString("state")),
                row.getString("reference"),
                row.getString("receipt"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                paid == null ? null : paid.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
