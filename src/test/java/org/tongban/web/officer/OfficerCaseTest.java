package org.tongban.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.Submission;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Filing;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;

/** The case page: who sees what of it, its papers and materials, and the cooperating department that answers. */
@TongbanTest
@Import(Given.class)
class OfficerCaseTest extends AtDesk {
    @Autowired
    Files files;

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
}
