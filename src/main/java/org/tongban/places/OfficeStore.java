package org.tongban.places;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offices administrators spoke of; the thousands that exist by rule are in no table. */
@Component
class OfficeStore {

    private final JdbcClient jdbc;

    OfficeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that was ever said, of each office in the order in which it takes effect. */
    List<OfficeChange> all() {
        return jdbc.sql("""
                        select code, name, serves, address, phone, hours, closed, instrument, from_on
                        from places.office
                        order by code, from_on, changed_at
                        """).query((row, number) -> change(row)).list();
    }

    List<Offices.Said> of(String code) {
        return jdbc.sql("""
                        select code, name, serves, address, phone, hours, closed, instrument, from_on, changed_by, changed_at
                        from places.office
                        where code = :code
                        order by from_on desc, changed_at desc
                        """)
                .param("code", code)
                .query((row, number) -> new Offices.Said(
                        change(row),
                        row.getString("changed_by"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whoever changes the same office waits here until this transaction has ended. */
    void alone(String code) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:code, 7))")
                .param("code", code)
                .query((_, _) -> true)
                .list();
    }

    void append(OfficeChange change, String by, Instant at) {
        OfficeDetails details = change.details() == null ? OfficeDetails.UNKNOWN : change.details();
        jdbc.sql("""
                        insert into places.office
                            (code, changed_at, changed_by, name, serves, address, phone, hours, closed, instrument, from_on)
                        values (:code, :changed_at, :changed_by, :name, :serves, :address, :phone, :hours, :closed, :instrument, :from_on)
                        """)
                .param("code", change.code())
                .param("changed_at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("changed_by", by)
                .param("name", change.name())
                .param("serves", change.serves().toArray(String[]::new))
                .param("address", details.address())
                .param("phone", details.phone())
                .param("hours", details.hours())
                .param("closed", change.closed())
                .param("instrument", change.instrument())
                .param("from_on", change.fromOn())
                .update();
    }

    private static OfficeChange change(ResultSet row) throws SQLException {
        OfficeDetails details =
                new OfficeDetails(row.getString("address"), row.getString("phone"), row.getString("hours"));
        Array serves = row.getArray("serves");
        @Nullable String name = row.getString("name");
        return new OfficeChange(
                row.getString("code"),
                name,
                List.of((String[]) serves.getArray()),
                details.equals(OfficeDetails.UNKNOWN) ? null : details,
                row.getBoolean("closed"),
                row.getString("instrument"),
                row.getObject("from_on", LocalDate.class));
    }
}
