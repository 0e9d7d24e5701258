package org.tongban.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.Submission;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.casework.TaskMove;
import org.tongban.catalogue.Filing;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.identity.TestSignIn;
import org.tongban.web.Words;

/** The desk and the case page as officers, approvers and cooperating departments use them, through the real doors. */
@TongbanTest
@Import(Given.class)
class OfficerPagesTest {
    private static final String TRANSFER = "2020-08";
    private static final String NOTARISED = "2020-01";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    MockMvc mvc;

    @Autowired
    Casework casework;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @Autowired
    Statements statements;

    @Autowired
    ReadLog log;

    @Autowired
    Files files;

    @BeforeEach
    void monday_morning() {
        on(MONDAY);
    }

    private void on(LocalDate day) {
        time.set(day.atTime(9, 0).atZone(Time.ZONE).toInstant());
    }

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
    @DisplayName("D-01, D-21: a case is for whom it concerns; opening it is logged")
    void a_case_is_for_whom_it_concerns_and_opening_it_is_logged() throws Exception {
        var file = submitted("320113");
        var path = "/desk/cases/" + file.number();
        assertThat(page(officer(file), path)).contains(file.number().toString(), "现在可以做", "受理");
        var elsewhere = session("social-insurance-310000/officer1");
        assertThat(send(elsewhere, get(path)).getStatus()).isEqualTo(404);
        assertThat(send(
                                elsewhere,
                                get("/desk/find").param("number", file.number().toString()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(session("person-0"), get("/desk")).getStatus()).isEqualTo(403);
        var found = send(officer(file), get("/desk/find").param("number", " " + file.number() + " "));
        assertThat(found.getRedirectedUrl()).isEqualTo(path);
        assertThat(reads(file))
                .anyMatch(e -> e.what() == ReadLog.What.CASE && e.account().equals(file.office() + "/officer1"));
    }

    @Test
    @DisplayName("D-26: personal values are covered until a reason is given, and that is logged")
    void personal_values_are_covered_until_a_reason_is_given() throws Exception {
        var file = submitted("320114");
        var officer = officer(file);
        var path = "/desk/cases/" + file.number();
        var whole = given.example(TRANSFER).filing().applicant().phone();
        assertThat(page(officer, path)).contains("186****").doesNotContain(whole);
        send(officer, post(path + "/reveal").param("part", "applicant.phone").param("reason", " "));
        assertThat(reads(file)).noneMatch(e -> e.what() == ReadLog.What.UNMASKED);
        var shown = send(
                officer, post(path + "/reveal").param("part", "applicant.phone").param("reason", "电话核实"));
        assertThat(shown.getContentAsString()).contains(whole, "已记录本次查看");
        assertThat(reads(file)).anyMatch(e -> e.what() == ReadLog.What.UNMASKED && "电话：电话核实".equals(e.reason()));
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
    @DisplayName("rows 33, 34, D-01: a cooperating department sees its question and what the check needs, and answers")
    void a_cooperating_department_sees_its_question_and_answers() throws Exception {
        var file = asked();
        var task = inquiry(file);
        var checker = session(task.office() + "/checker");
        assertThat(page(checker, "/desk")).contains(task.title(), file.number().toString());
        var led = send(checker, get("/desk/cases/" + file.number()));
        var path = "/desk/cases/" + file.number() + "/inquiries/" + task.no();
        assertThat(led.getRedirectedUrl()).isEqualTo(path);
        var shown = page(checker, path);
        assertThat(shown).contains("请贵单位核实", "毕业证书编号").doesNotContain("邮寄地址", "139****", "办理经过", "与申请人的留言");
        assertThat(send(checker, get("/desk/cases/" + file.number() + "/moves/grant"))
                        .getStatus())
                .isEqualTo(404);
        var empty = send(checker, post(path).param("text", "与学籍一致"));
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString()).contains("请填写结果", "与学籍一致");
        var answer = casework.possible(file, Actor.staff("x", "核验", Role.CHECKER, task.office())).stream()
                .filter(form -> form.move() == Move.FINISH_STEP)
                .findFirst()
                .orElseThrow()
                .inputs()
                .getFirst()
                .options()
                .getFirst()
                .value();
        var given = send(checker, post(path).param("result", answer).param("text", "与学籍一致"));
        assertThat(given.getStatus()).isEqualTo(303);
        assertThat(page(checker, path)).contains("已经答复", answer, "与学籍一致");
        assertThat(page(officer(file), "/desk/cases/" + file.number())).contains(answer, "与学籍一致");
        assertThat(reads(file)).anyMatch(e -> e.account().equals(task.office() + "/checker"));
    }

    @Test
    @DisplayName("L-01, L-03, L-09, L-28, M-11: the papers of a case name organ, date, reasons, remedies and contact")
    void the_papers_of_a_case_name_organ_date_reasons_remedies_and_contact() throws Exception {
        var file = submitted("320506");
        var path = "/desk/cases/" + file.number();
        var officer = officer(file);
        assertThat(page(officer, path)).contains(path + "/letters/1");
        assertThat(page(officer, path + "/letters/1")).contains("收件凭证", "今收到", "签名", "投诉：12345");
        send(
                officer,
                move(path, file, "decline")
                        .param("ground", "不属于本机关职权范围")
                        .param("rightOrgan", "昆山市社会保险经办机构")
                        .param("text", "您的单位在昆山参保"));
        var paper = page(officer, path + "/letters/2");
        assertThat(paper)
                .contains(
                        "不予受理决定书",
                        "请向 昆山市社会保险经办机构 提出申请",
                        "理由：不属于本机关职权范围",
                        "事实和依据：您的单位在昆山参保",
                        "申请复核",
                        "2026年3月2日",
                        "（印章）")
                .contains(given.example(TRANSFER).filing().applicant().name());
        assertThat(send(officer, get(path + "/letters/99")).getStatus()).isEqualTo(404);
        assertThat(reads(file)).anyMatch(e -> "不予受理决定书".equals(e.reason()));

        var accepted = accepted("320506");
        var notice = page(officer, "/desk/cases/" + accepted.number() + "/letters/2");
        var due = Objects.requireNonNull(accepted.leg(1).dueOn());
        assertThat(notice)
                .contains("受理通知书", due.getYear() + "年" + due.getMonthValue() + "月" + due.getDayOfMonth() + "日 前作出决定");
    }

    @Test
    @DisplayName("row 30: a closed case is examined again in a new one, and the two find each other")
    void a_closed_case_is_examined_again_in_a_new_one() throws Exception {
        var file = submitted("320507");
        var path = "/desk/cases/" + file.number();
        var officer = officer(file);
        assertThat(page(officer, path)).doesNotContain("re-examination");
        send(officer, move(path, file, "decline").param("ground", "依法不需要办理").param("text", "已经自动转移"));
        assertThat(page(officer, path)).contains(path + "/re-examination");
        assertThat(send(officer, post(path + "/re-examination").param("reason", ""))
                        .getStatus())
                .isEqualTo(422);
        var opened = send(officer, post(path + "/re-examination").param("reason", "复核发现缴费记录有误"));
        var again = Objects.requireNonNull(opened.getRedirectedUrl());
        assertThat(again).isNotEqualTo(path);
        assertThat(page(officer, again)).contains(path, "复核发现缴费记录有误", "待受理");
        assertThat(page(officer, path)).contains(again.replace("/desk/cases/", ""), "办结：不予受理");
        assertThat(send(session(file.office() + "/approver"), get(path + "/re-examination"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "L-10, N-14: what is missing, what a record spares and that the applicant insisted stand with the materials")
    void what_is_missing_and_what_a_record_spares_stand_with_the_materials() throws Exception {
        var filing = given.example(NOTARISED).filing();
        var without = new Filing(
                filing.applicant(),
                filing.agent(),
                filing.relation(),
                filing.places(),
                filing.mode(),
                filing.answers(),
                Set.of(),
                filing.unavailable());
        var submission = given.submission(NOTARISED, without, UUID.randomUUID().toString(), true);
        var file = casework.submit(submission, given.applicant(NOTARISED));
        var shown = page(officer(file), "/desk/cases/" + file.number());
        assertThat(shown).contains("坚持先提交", "材料不齐，坚持提交", ">缺<", ">免提交<");
        var diploma = page(officer(file), "/desk/cases/" + file.number() + "/moves/askSupplement");
        assertThat(diploma).contains("value=\"material.diploma\" checked");
    }

    @Test
    @DisplayName(
            "D-21: pages of a material are pictures of ours, the original comes as an attachment; each look is logged")
    void pages_of_a_material_are_pictures_of_ours() throws Exception {
        var applicant = given.applicant(NOTARISED);
        var info = files.upload("毕业证书.png", Scans.png(), applicant.id());
        var s = given.submission(NOTARISED);
        var file = casework.submit(
                new Submission(
                        s.item(),
                        s.filing(),
                        Map.of("diploma", List.of(info.id().toString())),
                        s.originals(),
                        s.answeredSteps(),
                        true,
                        s.request(),
                        s.channel(),
                        null),
                applicant);
        var path = "/desk/cases/" + file.number();
        var base = path + "/files/" + info.id();
        assertThat(page(officer(file), path)).contains("src=\"" + base + "/pages/1\"", "href=\"" + base + "\"");
        var picture = send(officer(file), get(base + "/pages/1"));
        assertThat(picture.getContentType()).isEqualTo("image/jpeg");
        var original = send(officer(file), get(base));
        assertThat(original.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(send(session("social-insurance-310000/officer1"), get(base)).getStatus())
                .isEqualTo(404);
        assertThat(reads(file))
                .filteredOn(e -> e.what() == ReadLog.What.MATERIAL)
                .extracting(ReadLog.Entry::reason)
                .contains("毕业证书.png 第 1 页", "毕业证书.png 原文件");

        send(
                officer(file),
                move(path, file, "decline").param("ground", "依法不需要办理").param("text", "已有公证书"));
        var opened = send(officer(file), post(path + "/re-examination").param("reason", "公证书已经遗失"));
        var again = Objects.requireNonNull(opened.getRedirectedUrl());
        var there = again + "/files/" + info.id();
        assertThat(page(officer(file), again))
                .as("the old files lie in the new case")
                .contains("href=\"" + there + "\"");
        assertThat(send(officer(file), get(there + "/pages/1")).getContentType())
                .isEqualTo("image/jpeg");
        assertThat(send(session("social-insurance-310000/officer1"), get(there)).getStatus())
                .isEqualTo(404);
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

    private Casefile submitted(String district) {
        var filing = given.example(TRANSFER).filing();
        var answers = new HashMap<>(filing.answers());
        answers.put("toRegion", district);
        answers.put("hukouRegion", district);
        var moved = new Filing(
                filing.applicant(),
                filing.agent(),
                filing.relation(),
                filing.places(),
                filing.mode(),
                answers,
                filing.materials(),
                filing.unavailable());
        var submission = given.submission(TRANSFER, moved, UUID.randomUUID().toString(), true);
        var file = casework.submit(submission, given.applicant(TRANSFER));
        assertThat(file.office()).isEqualTo("social-insurance-" + district);
        return file;
    }

    private Casefile accepted(String district) {
        var file = submitted(district);
        return casework.act(file.casefileId(), file.revision(), Act.of(Move.ACCEPT), Given.officer(file));
    }

    /** A case with an open inquiry. */
    private Casefile asked() {
        var file = given.accepted(NOTARISED);
        while (file.openTasks().stream().noneMatch(t -> t.kind() == TaskKind.INQUIRY)) {
            var task = file.openTasks().stream()
                    .filter(t -> t.kind().step())
                    .findFirst()
                    .orElseThrow();
            var act = new Act(Move.FINISH_STEP, task.no(), Map.of("result", "完成"));
            file = casework.act(file.casefileId(), file.revision(), act, Given.at(task));
        }
        return file;
    }

    private static Task inquiry(Casefile file) {
        return file.openTasks().stream()
                .filter(t -> t.kind() == TaskKind.INQUIRY)
                .findFirst()
                .orElseThrow();
    }

    private static String pick(Casefile file) {
        return file.number() + "." + file.openTasks().getFirst().no();
    }

    private static MockHttpServletRequestBuilder move(String path, Casefile file, String move) {
        return post(path + "/moves/" + move).param("revision", String.valueOf(file.revision()));
    }

    private List<ReadLog.Entry> reads(Casefile file) {
        var auditor = Actor.staff("auditor", "审计", Role.AUDIT_ADMIN, "coordination-320000");
        return new ArrayList<>(log.find(
                auditor,
                new ReadLog.Query(file.number().toString(), null, time.now().plusSeconds(60), 200)));
    }

    private MockHttpSession officer(Casefile file) throws Exception {
        return session(file.office() + "/officer1");
    }

    private MockHttpSession session(String who) throws Exception {
        return TestSignIn.session(mvc, who);
    }

    private String page(MockHttpSession session, String path) throws Exception {
        var answer = send(session, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(MockHttpSession session, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.session(session).with(csrf()).accept("text/html"))
                .andReturn()
                .getResponse();
    }
}
