package org.tongban.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the tasks. */
@Repository
class LaunchStore {
    private final JdbcClient jdbc;

    LaunchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(LaunchEntry entry) {
        jdbc.sql("""
                        insert into supervision.launch_entry
                        select * from jsonb_populate_record(null::supervision.launch_entry, :row::jsonb)
                        """).param("row", Rows.json(entry)).update();
    }

    List<LaunchEntry> latest() {
        return jdbc.sql("select distinct on (item_id) * from supervision.launch_entry order by item_id, seq desc")
                .query((row, n) -> entry(row))
                .list();
    }

    Optional<LaunchEntry> latest(String itemId) {
        return jdbc.sql("select * from supervision.launch_entry where item_id = :item order by seq desc limit 1")
                .param("item", itemId)
                .query((row, n) -> entry(row))
                .optional();
    }

    List<LaunchEntry> history(String itemId) {
        return jdbc.sql("select * from supervision.launch_entry where item_id = :item order by seq desc")
                .param("item", itemId)
                .query((row, n) -> entry(row))
                .list();
    }

    /** @param itemId null: of all */
    /** One row a service, by its id. */
    Map<String, LaunchTask.Spread> spreads() {
        var spreads = new HashMap<String, LaunchTask.Spread>();
        jdbc.sql("""
                        select o.*, n.provinces
                          from (select distinct on (item_id) * from supervision.opened order by item_id, first_on, casefile_id) o
                          join (select item_id, count(distinct handled_by) as provinces from supervision.opened group by item_id) n
                            on n.item_id = o.item_id
                        """).query(row -> {
            var first = new LaunchTask.Opened(
                    row.getString("item_id"),
                    row.getString("mode"),
                    row.getString("handled_by"),
                    row.getObject("first_on", LocalDate.class),
                    row.getLong("casefile_id"));
            spreads.put(first.itemId(), new LaunchTask.Spread(first, row.getLong("provinces")));
        });
        return spreads;
    }

    List<LaunchTask.Opened> opened(String itemId) {
        return jdbc.sql("""
                        select * from supervision.opened where item_id = :item order by first_on, casefile_id
                        """)
                .param("item", itemId)
                .query(LaunchTask.Opened.class)
                .list();
    }

    private static LaunchEntry entry(ResultSet row) throws SQLException {
        return new LaunchEntry(
                row.getString("item_id"),
                row.getInt("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("by_id"),
                row.getString("by_name"),
                row.getString("by_office"),
                TaskState.valueOf(row.getString("state")),
                row.getObject("planned_on", LocalDate.class),
                row.getString("evidence"),
                row.getString("obstacle"),
                row.getString("remover"));
    }
}
