package org.tongban.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.TaskKind;
import org.tongban.casework.TaskMove;
import org.tongban.identity.Actor;
import org.tongban.web.Words;

/** The desk and the moves as officers and approvers make them, through the real doors. */
@TongbanTest
@Import(Given.class)
class OfficerDeskTest extends AtDesk {
    @Autowired
    Statements statements;

    @Test
    @DisplayName("row 25: what is near or over its day says so in words and stands first")
    void what_is_near_or_over_its_day_says_so_in_words_and_stands_first() throws Exception {
        var old = submitted("320102");
        var officer = officer(old);
        assertThat(page(officer, "/desk")).contains("还剩 5 个工作日").doesNotContain("tb-table__late");
        on(LocalDate.of(2026, 3, 6));
        var young = submitted("320102");
        assertThat(page(officer, "/desk")).contains("还剩 1 个工作日", "tb-table__soon");
        on(LocalDate.of(2026, 3, 12));
        var late = page(officer, "/desk");
        assertThat(late).contains("已超期", "tb-table__late");
        assertThat(late.indexOf(old.number().toString()))
                .isPositive()
                .isLessThan(late.indexOf(young.number().toString()));
        assertThat(page(officer, "/desk?tab=office&due=overdue"))
                .contains(old.number().toString())
                .doesNotContain(young.number().toString());
    }

    @Test
    @DisplayName("complaint 2: a page of a desk costs at most four statements, whatever is on it")
    void a_page_of_a_desk_costs_at_most_four_statements() throws Exception {
        for (int i = 0; i < 32; i++) {
            submitted("320105");
        }
        var file = submitted("320105");
        var task = file.openTasks().getFirst().no();
        casework.assign(file.casefileId(), task, TaskMove.CLAIM, Map.of(), Given.officer(file));
        var officer = officer(file);
        for (var tab : List.of("office", "mine", "cases", "closed")) {
            page(officer, "/desk?tab=" + tab);
            statements.atMost(4, () -> page(officer, "/desk?tab=" + tab));
        }
        var first = page(officer, "/desk?tab=cases");
        var next = first.replaceAll("(?s).*href=\"(/desk\\?[^\"]*after=[^\"]*)\" rel=\"next\".*", "$1");
        var second = page(officer, next.replace("&amp;", "&"));
        assertThat(second).contains("回到第一页").contains("/desk/cases/");
        assertThat(first).doesNotContain("回到第一页");
    }

    @Test
    @DisplayName("row 22: filters stay over the session, each tab's its own, until they are cleared")
    void filters_stay_over_the_session() throws Exception {
        var officer = officer(submitted("320106"));
        assertThat(page(officer, "/desk?tab=office&item=&kind=APPROVAL&due=")).contains("按现在的筛选没有找到");
        assertThat(page(officer, "/desk")).contains("value=\"APPROVAL\" selected");
        assertThat(page(officer, "/desk?tab=cases")).contains("待受理");
        assertThat(page(officer, "/desk")).contains("value=\"cases\"");
        assertThat(page(officer, "/desk?tab=office")).contains("value=\"APPROVAL\" selected");
        assertThat(page(officer, "/desk?tab=office&clear=yes")).contains("决定是否受理");
        assertThat(page(officer, "/desk")).doesNotContain("value=\"APPROVAL\" selected");
    }

    @Test
    @DisplayName("rows 23, 24, 32: several at once, each with its own outcome; who comes second to a task is told")
    void several_at_once_each_with_its_own_outcome() throws Exception {
        var first = submitted("320111");
        var second = submitted("320111");
        var one = pick(first);
        var other = pick(second);
        var colleague = session(first.office() + "/officer2");
        send(colleague, post("/desk/tasks").param("one", one).param("move", "claim"));
        var officer = officer(first);
        var answer = send(officer, post("/desk/tasks").param("pick", one, other).param("move", "claim"));
        assertThat(answer.getStatus()).isEqualTo(303);
        var told = page(officer, "/desk");
        assertThat(told)
                .contains("已经认领 1 项待办", "下面的没有办成", first.number() + "：这项待办已经由同事认领")
                .contains("<strong>我</strong>");

        var asked = send(officer, post("/desk/tasks").param("pick", other).param("move", "handTo"));
        var form = page(officer, Objects.requireNonNull(asked.getRedirectedUrl()));
        assertThat(form).contains("移交给", first.office() + "/officer2").doesNotContain(first.office() + "/officer1");
        var without =
                send(officer, post("/desk/tasks/hand-over").param("pick", other).param("to", "x"));
        assertThat(without.getStatus()).isEqualTo(422);
        send(
                officer,
                post("/desk/tasks/hand-over")
                        .param("pick", other)
                        .param("to", first.office() + "/officer2")
                        .param("reason", "请假三天"));
        assertThat(page(officer, "/desk")).contains("已经移交 1 项待办");
        assertThat(page(officer, "/desk/cases/" + second.number())).contains("移交待办", "请假三天");
        send(colleague, post("/desk/tasks").param("pick", one, other).param("move", "giveBack"));
        assertThat(page(colleague, "/desk?tab=mine")).contains("这里现在没有要办的");
    }

    @Test
    @DisplayName("row 32, complaint 10: the second of two is told what the first did, and keeps what was typed")
    void the_second_of_two_is_told_what_the_first_did() throws Exception {
        var file = submitted("320115");
        var colleague = Given.officer(file);
        casework.act(file.casefileId(), file.revision(), Act.of(Move.WRITE, Map.of("text", "请补一张照片")), colleague);
        var accept = "/desk/cases/" + file.number() + "/moves/accept";
        var told = send(
                officer(file),
                post(accept).param("revision", String.valueOf(file.revision())).param("text", "材料齐全，予以受理"));
        assertThat(told.getStatus()).isEqualTo(409);
        assertThat(told.getContentAsString())
                .contains("您打开之后，这个办件有了变动", "留言", "材料齐全，予以受理")
                .contains("name=\"revision\" value=\"" + (file.revision() + 1) + "\"");
        var again = send(
                officer(file),
                post(accept)
                        .param("revision", String.valueOf(file.revision() + 1))
                        .param("text", "材料齐全，予以受理"));
        assertThat(again.getStatus()).isEqualTo(303);
        var late = send(officer(file), post(accept).param("revision", "1").param("text", "我也要受理"));
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("现在不能办了", "我也要受理");
        assertThat(page(officer(file), "/desk/cases/" + file.number())).contains("材料齐全，予以受理", "承诺办结");
    }

    @Test
    void a_refused_move_says_what_is_wrong_and_loses_nothing() throws Exception {
        var file = submitted("320116");
        var decline = "/desk/cases/" + file.number() + "/moves/decline";
        var refused = send(
                officer(file),
                post(decline).param("revision", String.valueOf(file.revision())).param("text", "不属于本市参保"));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("请填写不予受理的理由", "href=\"#f-ground\"", "不属于本市参保");
        var organ = send(
                officer(file),
                post(decline)
                        .param("revision", String.valueOf(file.revision()))
                        .param("ground", "不属于本机关职权范围")
                        .param("text", "不属于本市参保"));
        assertThat(organ.getContentAsString()).contains("应当告知向哪个机关申请（L-08）", "不属于本市参保");
    }

    @Test
    @DisplayName("M-20: who is not competent sends the case to an office found by words")
    void who_is_not_competent_sends_the_case_to_an_office_found_by_words() throws Exception {
        var file = submitted("320117");
        var reroute = "/desk/cases/" + file.number() + "/moves/reroute";
        var revision = String.valueOf(file.revision());
        var several = send(
                officer(file),
                post(reroute)
                        .param("revision", revision)
                        .param("office-words", "上海")
                        .param("text", "归上海管"));
        assertThat(several.getStatus()).isEqualTo(422);
        assertThat(several.getContentAsString()).contains("请从找到的机构里选一个", "归上海管");
        var looked = send(
                officer(file),
                post(reroute)
                        .param("revision", revision)
                        .param("office-words", "浦东新区 社会保险")
                        .param("show", "office"));
        assertThat(looked.getContentAsString()).contains("value=\"social-insurance-310115\"");
        var sent = send(
                officer(file),
                post(reroute)
                        .param("revision", revision)
                        .param("office", "social-insurance-310115")
                        .param("text", "归浦东新区管"));
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(page(session("social-insurance-310115/officer1"), "/desk"))
                .contains(file.number().toString());
    }

    @Test
    @DisplayName("L-21: every move that is possible for somebody has its button and its page, in both languages")
    void every_move_that_is_possible_has_its_button_and_its_page() throws Exception {
        var file = submitted("320118");
        var accepted = given.accepted(NOTARISED);
        for (var one : List.of(file, accepted, given.stepsFinished(accepted))) {
            for (var by : List.of(Given.officer(one), Given.approver(one))) {
                everyMove(one, by);
            }
        }
    }

    private void everyMove(Casefile file, Actor by) throws Exception {
        var session = session(by.id());
        var shown = page(session, "/desk/cases/" + file.number());
        for (var form : casework.possible(file, by)) {
            if (!MoveWords.ownPage(form.move()) || form.task() != null) {
                continue;
            }
            var path = "/desk/cases/" + file.number() + "/moves/" + form.move().apiName();
            assertThat(shown).contains("href=\"" + path + "\"");
            var asked = page(session, path);
            for (var input : form.inputs()) {
                assertThat(asked).contains("name=\"" + input.key());
                assertThat(Words.t(input.label())).isNotEmpty();
            }
            assertThat(asked).contains(MoveWords.help(form.move()));
        }
    }

    @Test
    @DisplayName("row 28: a refusal is proposed by one and decided by another, who reads the reasons")
    void a_refusal_is_proposed_by_one_and_decided_by_another() throws Exception {
        var file = given.stepsFinished(accepted("320505"));
        var path = "/desk/cases/" + file.number();
        var officer = officer(file);
        assertThat(page(officer, path)).contains(path + "/moves/propose").doesNotContain(path + "/moves/refuse");
        var proposed = send(
                officer, move(path, file, "propose").param("what", "refuse").param("text", "两地账户记录不一致，无法确认"));
        assertThat(proposed.getStatus()).isEqualTo(303);
        assertThat(page(officer, path)).contains("等待审批：不予", "须由另一人审批");
        var approver = session(file.office() + "/approver");
        assertThat(page(approver, "/desk")).contains("审批：不予", file.number().toString());
        assertThat(page(approver, path)).contains("两地账户记录不一致", path + "/moves/refuse", path + "/moves/sendBack");
        var now = casework.find(file.casefileId(), Given.officer(file)).orElseThrow();
        var ground = casework.possible(now, Given.approver(now)).stream()
                .filter(form -> form.move() == Move.REFUSE)
                .flatMap(form -> form.inputs().stream())
                .filter(input -> input.key().equals("grounds"))
                .findFirst()
                .orElseThrow()
                .options()
                .getFirst()
                .value();
        var refused = send(
                approver, move(path, now, "refuse").param("grounds", ground).param("text", "经核查，两地缴费记录不一致"));
        assertThat(refused.getStatus()).isEqualTo(303);
        assertThat(page(officer, path)).contains("作出决定：不予", "经核查，两地缴费记录不一致");
    }

    @Test
    void a_countersignature_is_asked_of_an_office_found_by_words_and_holds_the_decision_up() throws Exception {
        var file = given.stepsFinished(accepted("320508"));
        var path = "/desk/cases/" + file.number();
        var officer = officer(file);
        var decision = file.openTasks().stream()
                .filter(task -> task.kind() == TaskKind.DECISION)
                .findFirst()
                .orElseThrow();
        var ask = path + "/tasks/" + decision.no() + "/countersign";
        assertThat(page(officer, path)).contains(ask, path + "/moves/grant");
        var empty = send(officer, post(ask).param("office-words", "上海"));
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString()).contains("请写明请对方会签什么");
        send(officer, post(ask).param("office-words", "social-insurance-310115").param("question", "请核对工龄"));
        assertThat(page(officer, path)).contains("会签：请核对工龄").doesNotContain(path + "/moves/grant\"");
        assertThat(page(session("social-insurance-310115/officer1"), "/desk")).contains("会签：请核对工龄");
    }

    private static String pick(Casefile file) {
        return file.number() + "." + file.openTasks().getFirst().no();
    }
}
