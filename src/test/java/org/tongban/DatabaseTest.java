package org.tongban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;

@TongbanTest
class DatabaseTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Autowired
    Time time;

    @Autowired
    AppendOnly appendOnly;

    @Autowired
    DatabaseAddress address;

    @Test
    void the_product_works_as_a_role_that_owns_nothing_and_creates_nothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("tongban_app");
        assertThat(jdbc.sql("select count(*) from pg_class where pg_get_userbyid(relowner) = 'tongban_app'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and pg_get_userbyid(c.relowner) = 'tongban_owner'")
                        .query(Integer.class)
                        .single())
                .as("the owner's migrations are there, so the query above could have found something")
                .isPositive();
        assertThatThrownBy(() -> jdbc.sql("create table places.x (y int)").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void every_module_has_its_schema() {
        assertThat(jdbc.sql("select nspname from pg_namespace")
                        .query(String.class)
                        .list())
                .contains(
                        "places",
                        "calendar",
                        "identity",
                        "catalogue",
                        "files",
                        "records",
                        "casework",
                        "appointments",
                        "payments",
                        "documents",
                        "exchange",
                        "notices",
                        "ratings",
                        "supervision");
    }

    @Test
    void the_start_is_refused_while_the_product_could_change_history() {
        JdbcClient owner = JdbcClient.create(new Database().ownerDataSource(address));
        owner.sql("create table places.trial_log (x int)").update();
        owner.sql("comment on table places.trial_log is '只追加：试验'").update();
        try {
            assertThat(appendOnly.changeable()).contains("places.trial_log");
            assertThatThrownBy(appendOnly::afterSingletonsInstantiated)
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContaining("places.trial_log");
            owner.sql("revoke update, delete on places.trial_log from tongban_app")
                    .update();
            assertThat(appendOnly.changeable()).doesNotContain("places.trial_log");
            owner.sql("grant update (x) on places.trial_log to tongban_app").update();
            assertThat(appendOnly.changeable()).contains("places.trial_log");
        } finally {
            owner.sql("drop table places.trial_log").update();
        }
    }

    @Test
    void the_clock_stands_until_a_test_moves_it() {
        assertThat(time).isInstanceOf(SettableTime.class);
        assertThat(time.today()).isEqualTo(TestNode.START);
    }

    @Test
    void statements_are_counted_with_their_sql() throws Exception {
        List<String> sent = statements.during(() -> {
            jdbc.sql("select 1").query(Integer.class).single();
            jdbc.sql("select :x::int").param("x", 2).query(Integer.class).single();
        });
        assertThat(sent).containsExactly("select 1", "select ?::int");
        assertThatThrownBy(() -> statements.atMost(1, () -> {
                    jdbc.sql("select 1").query(Integer.class).single();
                    jdbc.sql("select 3").query(Integer.class).single();
                }))
                .hasMessageContaining("select 3");
    }
}
