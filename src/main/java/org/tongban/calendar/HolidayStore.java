package org.tongban.calendar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class HolidayStore {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    HolidayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<HolidayYear> latest() {
        return jdbc.sql("""
                        select distinct on (year) arrangement
                        from calendar.holiday_year
                        order by year, entered_at desc
                        """)
                .query((row, number) -> json.readValue(row.getString("arrangement"), HolidayYear.class))
                .list();
    }

    void append(HolidayYear year, String by, Instant at) {
        jdbc.sql("""
                        insert into calendar.holiday_year (year, entered_at, entered_by, arrangement)
                        values (:year, :at, :by, :arrangement::jsonb)
                        """)
                .param("year", year.year())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by)
                .param("arrangement", json.writeValueAsString(year))
                .update();
    }
}
