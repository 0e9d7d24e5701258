package org.tongban.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what is to be said when a day comes near. */
@Repository
class ReminderStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What ends when, and from when on that is to be said. */
    record Reminder(String what, LocalDate endsOn, Instant at) {}

    /** A reminder whose moment has come. */
    record Due(long casefileId, String what) {}

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of each of these cases these reminders and no others; what would lie in the past is not added. */
    void keep(Map<Long, List<Reminder>> reminders, Instant now) {
        var rows = JSON.createArrayNode();
        reminders.forEach((id, of) -> of.forEach(r -> rows.addObject()
                .put("casefile_id", id)
                .put("what", r.what())
                .put("ends_on", r.endsOn().toString())
                .put("at", r.at().toString())));
        jdbc.sql("""
                        with wanted as (select * from jsonb_populate_recordset(null::notices.reminder, :rows::jsonb)),
                        gone as (
                          delete from notices.reminder r
                           where r.casefile_id = any(:ids)
                             and not exists (select from wanted w where (w.casefile_id, w.what) = (r.casefile_id, r.what)))
                        insert into notices.reminder as r (casefile_id, what, ends_on, at)
                        select casefile_id, what, ends_on, at from wanted where at > :now
                        on conflict (casefile_id, what) do update set (ends_on, at) = (excluded.ends_on, excluded.at)
                         where r.ends_on <> excluded.ends_on
                        """)
                .param("rows", rows.toString())
                .param("ids", reminders.keySet().toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those whose moment has come, earliest first; a scatter read. */
    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                        select casefile_id, what from notices.reminder where at <= :now order by at, casefile_id limit :limit
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Due.class)
                .list();
    }

    /** Takes it: the day it spoke of; empty where it is gone. */
    Optional<LocalDate> take(Due due) {
        return jdbc.sql("delete from notices.reminder where casefile_id = :id and what = :what returning ends_on")
                .param("id", due.casefileId())
                .param("what", due.what())
                .query(LocalDate.class)
                .optional();
    }
}
