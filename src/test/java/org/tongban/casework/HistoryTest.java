package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongban.TongbanTest;
import org.tongban.identity.Vault;

/** D-21: whoever changes history behind the product's back, as owner of the tables, is found out by {@code --verify-history}. */
@TongbanTest
@Import(Given.class)
class HistoryTest {
    @Autowired
    HistoryCheck check;

    @Autowired
    Given given;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @TempDir
    Path folder;

    /** What the command said, and how it ended. */
    private record Said(int code, String text) {}

    private Said verify(String... args) {
        var out = new ByteArrayOutputStream();
        int code = new HistoryCommand(check, new PrintStream(out, true, StandardCharsets.UTF_8))
                .verify(new DefaultApplicationArguments(args));
        return new Said(code, out.toString(StandardCharsets.UTF_8));
    }

    private void asOwner(String sql, Casefile file) {
        JdbcClient.create(owner).sql(sql).param("id", file.casefileId()).update();
    }

    /** Tampers, verifies, and puts things back, for other tests look at the same database. */
    private void found(Casefile file, String fault, String tamper, String undo) {
        asOwner(tamper, file);
        try {
            var said = verify();
            assertThat(said.text()).contains(file.number() + "：" + fault);
            assertThat(said.code()).isEqualTo(HistoryCommand.FAULTS);
        } finally {
            asOwner(undo, file);
        }
        assertThat(verify().text()).doesNotContain(file.number().toString());
    }

    @Test
    void sound_history_ends_with_0_and_says_what_it_cannot_see() {
        given.accepted("2020-07");
        var said = verify();
        assertThat(said.code()).isEqualTo(HistoryCommand.SOUND);
        assertThat(said.text()).contains("没有发现问题").contains("看不出").contains("整件连同记录被删除");
    }

    @Test
    void d21_a_changed_event_is_found() {
        found(
                given.submitted("2020-07"),
                "第 1 条记录的内容与摘要不符",
                "update casework.event set body = replace(body, 'Submitted', 'Received') where casefile_id = :id",
                "update casework.event set body = replace(body, 'Received', 'Submitted') where casefile_id = :id");
    }

    @Test
    void d21_an_event_that_is_no_text_any_more_stops_nothing() {
        found(
                given.submitted("2020-07"),
                "第 1 条记录读不懂",
                "update casework.event set body = '!' || body where casefile_id = :id",
                "update casework.event set body = substr(body, 2) where casefile_id = :id");
    }

    @Test
    void d21_a_changed_event_whose_hash_was_made_anew_breaks_the_chain_behind_it() {
        var file = given.accepted("2020-07");
        var body = body(file, 1);
        var other = body.replace("\"online\"", "\"counter\"");
        rewrite(file, 1, other);
        try {
            assertThat(verify().text()).contains(file.number() + "：第 2 条记录接不上前一条");
        } finally {
            rewrite(file, 1, body);
        }
    }

    @Test
    void d21_a_changed_row_is_found_by_replaying_the_events() {
        found(
                given.accepted("2020-07"),
                "按记录重演的结果与办件行不一致",
                "update casework.casefile set due_on = due_on + 30 where casefile_id = :id",
                "update casework.casefile set due_on = due_on - 30 where casefile_id = :id");
        found(
                given.accepted("2020-07"),
                "按记录重演的结果与办件行不一致",
                "update casework.task set state = 'LAPSED' where casefile_id = :id and no = 1 and state = 'DONE'",
                "update casework.task set state = 'DONE' where casefile_id = :id and no = 1 and state = 'LAPSED'");
    }

    @Test
    void d21_another_time_beside_the_event_is_found() {
        found(
                given.submitted("2020-07"),
                "第 1 条记录的时间、序号或者办件编号与内容不符",
                "update casework.event set at = at - interval '1 day' where casefile_id = :id",
                "update casework.event set at = at + interval '1 day' where casefile_id = :id");
    }

    @Test
    void d21_exchanged_words_and_lost_words_are_found() {
        var file = given.submitted("2020-07");
        found(
                file,
                "第 1 条记录所附的文字被改动",
                "update casework.paper set sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40)) where casefile_id = :id",
                "update casework.paper set sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40)) where casefile_id = :id");
        found(
                file,
                "第 1 条记录所附的文字不见了",
                "update casework.paper set digest = '\\x00'::bytea || digest where casefile_id = :id",
                "update casework.paper set digest = substr(digest, 2) where casefile_id = :id");
    }

    @Test
    void d21_a_row_that_is_gone_while_its_events_are_left_is_found() {
        var file = given.submitted("2020-07");
        var copy = "create table casework.kept as select * from casework.casefile where casefile_id = "
                + file.casefileId();
        JdbcClient.create(owner).sql(copy).update();
        asOwner("delete from casework.casefile where casefile_id = :id", file);
        try {
            assertThat(verify().text()).contains(file.number() + "：办件行不见了，只剩下记录");
        } finally {
            JdbcClient.create(owner)
                    .sql("insert into casework.casefile select * from casework.kept")
                    .update();
            JdbcClient.create(owner).sql("drop table casework.kept").update();
        }
    }

    @Test
    void d21_a_gap_is_found_by_the_numbers() {
        found(
                given.accepted("2020-07"),
                "第 2 条记录缺失",
                "update casework.event set seq = 9 where casefile_id = :id and seq = 2",
                "update casework.event set seq = 2 where casefile_id = :id and seq = 9");
    }

    @Test
    void d21_a_cut_off_tail_is_found_by_the_row() {
        var file = given.accepted("2020-07");
        var tail = JdbcClient.create(owner)
                .sql("select * from casework.event where casefile_id = :id and seq = 2")
                .param("id", file.casefileId())
                .query()
                .singleRow();
        asOwner("delete from casework.event where casefile_id = :id and seq = 2", file);
        try {
            assertThat(verify().text()).contains(file.number() + "：按记录重演的结果与办件行不一致");
        } finally {
            JdbcClient.create(owner)
                    .sql("insert into casework.event values (:casefile_id, :seq, :at, :body, :hash)")
                    .params(tail)
                    .update();
        }
    }

    /** The chain alone believes what was rewritten whole and cannot miss what is gone; heads that were kept elsewhere can. */
    @Test
    void d21_rewriting_and_deleting_whole_cases_shows_against_heads_kept_elsewhere() {
        var rewritten = given.submitted("2020-07");
        var deleted = given.submitted("2020-07");
        var heads = folder.resolve("heads").toString();
        assertThat(verify("--heads=" + heads).code()).isEqualTo(HistoryCommand.SOUND);
        assertThat(verify("--against=" + heads).code()).isEqualTo(HistoryCommand.SOUND);

        rewrite(rewritten, 1, body(rewritten, 1).replace("\"online\"", "\"counter\""));
        asOwner(
                "update casework.casefile set last_hash = (select encode(e.hash, 'hex') from casework.event e where e.casefile_id = :id) where casefile_id = :id",
                rewritten);
        for (var table :
                new String[] {"outbox", "paper", "filing", "event", "interval", "alarm", "task", "leg", "casefile"}) {
            asOwner("delete from casework." + table + " where casefile_id = :id", deleted);
        }
        assertThat(verify().code()).as("the chain alone").isEqualTo(HistoryCommand.SOUND);

        var said = verify("--against=" + heads);
        assertThat(said.code()).isEqualTo(HistoryCommand.FAULTS);
        assertThat(said.text())
                .contains(rewritten.number() + "：上次核验时的第 1 条记录已被改写或者截断")
                .contains(deleted.number() + "：整件不见了");
    }

    @Test
    void heads_that_cannot_be_read_are_no_check_at_all() throws java.io.IOException {
        var other = java.nio.file.Files.writeString(folder.resolve("other"), "what is this");
        assertThat(verify("--against=" + other).code()).isEqualTo(HistoryCommand.NOT_DONE);
        assertThat(verify("--against=" + folder.resolve("none")).code()).isEqualTo(HistoryCommand.NOT_DONE);
    }

    private String body(Casefile file, int seq) {
        return JdbcClient.create(owner)
                .sql("select body from casework.event where casefile_id = :id and seq = :seq")
                .param("id", file.casefileId())
                .param("seq", seq)
                .query(String.class)
                .single();
    }

    private void rewrite(Casefile file, int seq, String body) {
        JdbcClient.create(owner)
                .sql(
                        "update casework.event set body = :body, hash = decode(:hash, 'hex') where casefile_id = :id and seq = :seq")
                .param("id", file.casefileId())
                .param("seq", seq)
                .param("body", body)
                .param("hash", Vault.digest(body))
                .update();
    }
}
