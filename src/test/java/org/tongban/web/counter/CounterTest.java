package org.tongban.web.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.casework.Act;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.identity.Actor;

/** A case at a window: its receipt, return for form, originals, handing out; what a window may not do. */
@TongbanTest
@Import(Given.class)
class CounterTest extends WindowOfItsOwn {
    @Autowired
    Given given;

    @Autowired
    Statements statements;

    /** M-06, L-01: for a place elsewhere it is received, not accepted; the receipt lists what came and how, and who decides. */
    @Test
    void m06_a_case_for_a_place_elsewhere_is_received_and_a_receipt_printed() throws Exception {
        var file = received(example(LAWYER));
        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(file.receivedBy()).isEqualTo(window);
        assertThat(file.originals()).extracting(Casefile.Original::key).containsExactlyInAnyOrder("diploma", "idCard");
        var slip = clerk.page("/counter/cases/" + file.number() + "/slips/1");
        assertThat(slip)
                .contains(
                        file.number() + "-1",
                        "收件不等于受理",
                        "原件 1 份，由窗口保管",
                        "核对原件，当场退还",
                        "电子件 1 个文件",
                        "学位授予信息核验一致",
                        "申请人或者代办人（签字）",
                        "12345",
                        "2026年8月31日")
                .doesNotContain(person(example(LAWYER)).documentNumber());
    }

    /** M-06: whatever a window sends, it neither accepts nor declines nor decides, and no button says so. */
    @Test
    void m06_a_window_decides_nothing() throws Exception {
        var file = received(example(LAWYER));
        var path = "/counter/cases/" + file.number();
        for (var move :
                List.of(Move.ACCEPT, Move.DECLINE, Move.GRANT, Move.REFUSE, Move.PROPOSE, Move.ASK_SUPPLEMENT)) {
            assertThat(clerk.send(path + "/do/" + move.apiName(), "revision", Integer.toString(file.revision()))
                            .getStatus())
                    .as(move.label())
                    .isEqualTo(404);
            assertThat(clerk.page(path)).doesNotContain("/do/" + move.apiName());
        }
        assertThat(now(file).state()).isEqualTo(CaseState.RECEIVED);
    }

    /** M-14: all defects at once and once only; printed; the corrections come back and it is handed over. */
    @Test
    void m14_a_return_for_form_lists_all_at_once_and_only_once() throws Exception {
        var file = received(example(LAWYER));
        var path = "/counter/cases/" + file.number();
        var returned =
                new LinkedHashMap<>(AtCounter.map("revision", Integer.toString(file.revision()), "text", "重新扫描，签字"));
        returned.put("defects", List.of("material.applicationForm", "field.diplomaNumber"));
        var notice = AtCounter.location(clerk.send(path + "/do/returnForForm", returned));
        assertThat(clerk.page(notice)).contains("形式问题一次性告知书", "毕业证书编号", "重新扫描，签字");
        assertThat(clerk.page("/counter/list/waiting")).contains(file.number().toString());
        assertThat(clerk.page(path)).doesNotContain("/do/returnForForm");
        var again = clerk.send(
                path + "/do/returnForForm",
                Map.of(
                        "revision",
                        List.of(Integer.toString(now(file).revision())),
                        "text",
                        List.of("再退"),
                        "defects",
                        List.of("material.idCard")));
        assertThat(again.getContentAsString()).contains("形式问题只能退回一次");
        corrected(file);
        assertThat(now(file).state()).isEqualTo(CaseState.RECEIVED);
        var over = clerk.send(
                path + "/do/handOver",
                "revision",
                Integer.toString(now(file).revision()),
                "checked",
                "idCard",
                "original",
                "diploma",
                "carrier",
                "邮政特快",
                "trackingNumber",
                "EX1");
        assertThat(over.getStatus()).isEqualTo(303);
        assertThat(now(file).state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(clerk.page("/counter/originals?group=sent")).contains("邮政特快 EX1");
    }

    private void corrected(Casefile file) throws Exception {
        var path = "/counter/cases/" + file.number() + "/corrections";
        var revision = Integer.toString(now(file).revision());
        var nothing = clerk.upload(
                path, AtCounter.map("revision", revision, "diplomaNumber", "", "way.applicationForm", "SCANNED"));
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(nothing.getContentAsString()).contains("的扫描件，或者改选别的交件方式");
        var slip = AtCounter.location(clerk.upload(
                path,
                AtCounter.map(
                        "revision", revision, "diplomaNumber", "106101202602004568", "way.applicationForm", "SCANNED"),
                AtCounter.scan("applicationForm", "申请表2.png")));
        assertThat(clerk.page(slip)).contains("补交材料收件凭证", "电子件 1 个文件");
    }

    /** Two at once: the second is told what changed, and what they typed stays. */
    @Test
    void the_second_of_two_is_told_and_nothing_typed_is_lost() throws Exception {
        var file = received(example(LAWYER));
        var path = "/counter/cases/" + file.number() + "/do/write";
        assertThat(clerk.send(path, "revision", Integer.toString(file.revision()), "text", "第一条")
                        .getStatus())
                .isEqualTo(303);
        var late = clerk.send(path, "revision", Integer.toString(file.revision()), "text", "第二条还在");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("第二条还在", "已经变动");
    }

    /** M-23: a case handed in online goes on here, for whom it concerns and for nobody else. */
    @Test
    void m23_a_case_handed_in_online_goes_on_at_the_window() throws Exception {
        var file = given.submitted(TRANSFER);
        var path = "/counter/cases/" + file.number();
        assertThat(AtCounter.location(clerk.open(path))).startsWith("/counter/attend");
        var stranger = new LinkedHashMap<>(AtCounter.who(person(example(LAWYER))));
        stranger.put("number", List.of(file.number().toString()));
        assertThat(clerk.send("/counter/attend", stranger).getContentAsString()).contains("没有找到这个人的这件办件");
        var own = new LinkedHashMap<>(AtCounter.who(person(example(TRANSFER))));
        assertThat(clerk.send("/counter/attend", own).getContentAsString())
                .contains(file.number().toString());
        own.put("number", List.of(file.number().toString()));
        assertThat(AtCounter.location(clerk.send("/counter/attend", own))).isEqualTo(path);
        assertThat(clerk.page(path)).contains("现在起由本窗口接着办");
    }

    /** M-22, L-40: who collected, how they were identified and how they signed stands in the history; originals go back with it. */
    @Test
    void l40_a_result_is_handed_out_with_identity_check_and_proof() throws Exception {
        var file = decided(received(example(LAWYER)));
        assertThat(clerk.page("/counter")).contains("有结果等人来领", file.number().toString());
        var path = "/counter/cases/" + file.number() + "/hand-out";
        assertThat(clerk.send(path, "revision", Integer.toString(file.revision()))
                        .getContentAsString())
                .contains("请填写领取人的姓名", "请登记领取人怎样签收");
        var done = clerk.send(
                path,
                "revision",
                Integer.toString(file.revision()),
                "taker",
                "陶慧",
                "identityCheck",
                "读卡核验通过",
                "proof",
                "领取人在送达回证上签字",
                "back",
                "diploma");
        assertThat(done.getStatus()).isEqualTo(303);
        var after = now(file);
        assertThat(after.state()).isEqualTo(CaseState.CLOSED);
        assertThat(after.originals()).allMatch(o -> o.holder().equals("申请人"));
        assertThat(clerk.page("/counter/cases/" + file.number())).contains("结果送达（由申请地窗口转交）", "领取人：陶慧；身份核验：读卡核验通过");
    }

    /** D-26: values are covered until a reason is given. */
    @Test
    void personal_values_stay_covered_until_a_reason_is_given() throws Exception {
        var file = received(example(LAWYER));
        var path = "/counter/cases/" + file.number();
        var number = person(example(LAWYER)).documentNumber();
        assertThat(clerk.page(path)).doesNotContain(number);
        assertThat(clerk.send(path + "/reveal", "part", "applicant.number", "reason", "")
                        .getStatus())
                .isEqualTo(303);
        assertThat(clerk.send(path + "/reveal", "part", "applicant.number", "reason", "核对证件")
                        .getContentAsString())
                .contains(number);
    }

    @Test
    void another_window_does_not_see_it() throws Exception {
        var file = received(example(LAWYER));
        var other = new AtCounter(mvc, "service-hall-650100/clerk");
        assertThat(AtCounter.location(other.open("/counter/cases/" + file.number())))
                .startsWith("/counter/attend");
        assertThat(other.open("/counter/cases/" + file.number() + "/slips/1").getStatus())
                .isEqualTo(404);
        assertThat(other.open("/counter/cases/" + file.number() + "/originals").getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_desk_and_its_lists_keep_their_budget() throws Exception {
        received(example(LAWYER));
        clerk.page("/counter");
        statements.atMost(4, () -> clerk.page("/counter"));
        statements.atMost(2, () -> clerk.page("/counter/list/handed-over"));
        statements.atMost(2, () -> clerk.page("/counter/originals?group=here"));
    }

    /** M-07, M-08: an original is kept, sent with carrier and number, signed for, overdue, sent back and given back; no gap in its trail. */
    @Test
    void m07_m08_an_original_walks_to_the_office_and_back_to_the_person() throws Exception {
        var file = received(example(LAWYER));
        var path = "/counter/cases/" + file.number() + "/originals";
        assertThat(clerk.page(path)).contains("核对原件，当场退还", "应还：2026年8月31日");
        assertThat(clerk.page("/counter/originals")).contains(file.number().toString(), "8月31日");
        clerk.send(
                "/counter/cases/" + file.number() + "/do/handOver",
                "revision",
                Integer.toString(now(file).revision()),
                "original",
                "diploma",
                "carrier",
                "邮政特快",
                "trackingNumber",
                "EX20260713");
        var officer = new AtCounter(mvc, file.office() + "/officer1");
        var desk = "/desk/cases/" + file.number();
        assertThat(officer.page(desk)).contains("EX20260713");
        moved(officer, file, "act", "签收");
        assertThat(clerk.page(path)).contains("签收", "邮政特快 EX20260713");
        time.set(LocalDate.of(2026, 9, 2));
        assertThat(officer.page("/desk/originals")).contains(file.number().toString(), "毕业证书", "tb-table__late", "超");
        moved(officer, file, "act", "寄出", "to", window, "carrier", "顺丰速运", "trackingNumber", "SF20260902");
        assertThat(clerk.page("/counter")).contains("顺丰速运 SF20260902");
        assertThat(clerk.page("/counter/originals?group=coming")).contains("超");
        clerk.send(
                path,
                "original",
                "diploma",
                "act",
                "签收",
                "revision",
                Integer.toString(now(file).revision()));
        clerk.send(
                path,
                "original",
                "diploma",
                "act",
                "归还申请人",
                "revision",
                Integer.toString(now(file).revision()));
        assertThat(now(file).originals()).allMatch(one -> one.holder().equals("申请人"));
        assertThat(clerk.page("/counter/originals"))
                .doesNotContain(file.number().toString());
    }

    private void moved(AtCounter officer, Casefile file, String... fields) throws Exception {
        var sent = new LinkedHashMap<>(AtCounter.map(fields));
        sent.putAll(AtCounter.map(
                "original", "diploma", "revision", Integer.toString(now(file).revision())));
        assertThat(officer.send("/desk/cases/" + file.number() + "/moves/moveOriginal", sent)
                        .getStatus())
                .isEqualTo(303);
    }

    /** What somebody took in and an original that they looked at are one act, and one entry of the history. */
    @Test
    void taking_in_and_looking_at_an_original_is_one_act() throws Exception {
        var file = received(example(LAWYER));
        assertThat(file.revision()).isEqualTo(1);
        assertThat(file.originals())
                .filteredOn(one -> one.key().equals("idCard"))
                .extracting(Casefile.Original::holder, Casefile.Original::act)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("申请人", "登记不留存"));
    }

    private Casefile decided(Casefile received) {
        var file = act(received, Act.of(Move.HAND_OVER), Given.clerk(window));
        file = given.stepsFinished(file);
        file = act(file, Act.of(Move.ACCEPT), Given.officer(file));
        file = given.stepsFinished(file);
        var propose = Act.of(Move.PROPOSE, Map.of("what", "grant", "text", "符合条件"));
        file = act(file, propose, Given.officer(file));
        var results = item(file.itemId()).results().getFirst().name();
        return act(file, Act.of(Move.GRANT, Map.of("results", List.of(results))), Given.approver(file));
    }

    private Casefile act(Casefile file, Act act, Actor by) {
        return casework.act(file.casefileId(), file.revision(), act, by);
    }

    private Casefile now(Casefile file) {
        return casework.find(file.casefileId(), Given.clerk(window)).orElseThrow();
    }
}
