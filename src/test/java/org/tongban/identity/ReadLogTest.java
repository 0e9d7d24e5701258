package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;

@TongbanTest
@DisplayName("D-21: reading personal data is logged, once and for all")
class ReadLogTest {

    private static final Actor OFFICER = Actor.staff("tax-320100/officer1", "王某", Role.OFFICER, "tax-320100");
    private static final Actor AUDITOR =
            Actor.staff("coordination-320000/audit-admin", "审计", Role.AUDIT_ADMIN, "coordination-320000");

    @Autowired
    ReadLog log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statements statements;

    @Autowired
    SettableTime time;

    @Test
    void an_entry_says_who_in_which_post_read_what_and_why_D_26() {
        log.record(OFFICER, ReadLog.What.CASE, "case-1");
        log.unmask(OFFICER, "case-1", "手机号码", new ReadLog.Reason(" 电话核实补正内容 "));

        assertThat(log.find(
                        AUDITOR, new ReadLog.Query("case-1", null, time.now().plusSeconds(1), 10)))
                .filteredOn(entry -> entry.what() != ReadLog.What.LOG)
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.account()).isEqualTo(OFFICER.id());
                    assertThat(entry.name()).isEqualTo("王某");
                    assertThat(entry.role()).isEqualTo(Role.OFFICER);
                    assertThat(entry.office()).isEqualTo("tax-320100");
                    assertThat(entry.object()).isEqualTo("case-1");
                    assertThat(entry.at()).isBeforeOrEqualTo(time.now());
                })
                .anySatisfy(entry -> assertThat(entry.reason()).isEqualTo("手机号码：电话核实补正内容"));
    }

    @Test
    void showing_a_value_in_full_needs_a_reason_D_26() {
        assertThat(ReadLog.Reason.isValid(null)).isFalse();
        assertThat(ReadLog.Reason.isValid("  ")).isFalse();
        assertThat(ReadLog.Reason.isValid("字".repeat(201))).isFalse();
        assertThatThrownBy(() -> new ReadLog.Reason(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reading_costs_one_statement() throws Exception {
        statements.atMost(1, () -> log.record(OFFICER, ReadLog.What.MATERIAL, "file-1"));
    }

    @Test
    void the_product_cannot_change_or_delete_an_entry() {
        log.record(OFFICER, ReadLog.What.CASE, "case-2");
        for (var sql : new String[] {
            "update identity.read_log set account = 'x'",
            "delete from identity.read_log",
            "truncate identity.read_log",
            "update identity.security_log set account = 'x'",
            "delete from identity.security_log"
        }) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void only_the_auditor_reads_the_log_and_that_is_logged_too() {
        var query = new ReadLog.Query(null, OFFICER.id(), time.now(), 10);
        assertThatThrownBy(() -> log.find(OFFICER, query)).isInstanceOf(IllegalArgumentException.class);
        log.find(AUDITOR, query);
        assertThat(log.find(
                        AUDITOR,
                        new ReadLog.Query(null, AUDITOR.id(), time.now().plusSeconds(1), 10)))
                .isNotEmpty()
                .allMatch(entry -> entry.what() == ReadLog.What.LOG);
    }
}
