package org.tongban.web.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.Statements;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Act;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemExamples;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Proposals;
import org.tongban.identity.Actor;
import org.tongban.identity.Person;
import org.tongban.identity.Role;
import org.tongban.places.Regions;

/** The pages of a window: taking in, form check, receipt, originals, handing out; what a window may not do. */
@TongbanTest
@Import(Given.class)
class CounterTest {
    private static final String LAWYER = "2020-04";
    private static final String TRANSFER = "2020-08";
    private static final String PLACED = "2020-58";

    @Autowired
    MockMvc mvc;

    @Autowired
    Casework casework;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    Proposals proposals;

    @Autowired
    Regions regions;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @Autowired
    Statements statements;

    private String window = "";
    private AtCounter clerk;

    private static int windows = 20;

    @BeforeEach
    void monday_morning_at_a_window_of_its_own() throws Exception {
        time.set(LocalDate.of(2026, 7, 13));
        var places = List.of(
                "320300", "320400", "320600", "320700", "320800", "320900", "321000", "321100", "321200", "321300",
                "340100", "340200", "340300", "340400", "330100", "330200", "330300", "350100", "350200", "360100");
        window = "service-hall-" + places.get(windows++ % places.size());
        clerk = new AtCounter(mvc, window + "/clerk");
    }

    /** M-25: nobody fills in for somebody without having made sure of them; what was typed stays. */
    @Test
    void m25_a_person_is_identified_and_agrees_before_anything_is_filled_in() throws Exception {
        var who = new LinkedHashMap<>(AtCounter.who(person(example(LAWYER))));
        who.remove("identityCheck");
        who.remove("consent");
        var again = clerk.send("/counter/start/" + LAWYER, who);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString())
                .contains("请登记怎样核验了身份", "没有同意的不能代为填报", person(example(LAWYER)).name());
        who.putAll(AtCounter.map("document-number", "320583200309156063"));
        assertThat(clerk.send("/counter/start/" + LAWYER, who).getContentAsString())
                .contains("公民身份号码不正确");
    }

    @Test
    void people_with_a_passport_and_organisations_with_their_agent_are_registered_n22() throws Exception {
        var passport = AtCounter.map(
                "kind",
                "person",
                "name",
                "Anna Berg",
                "document-type",
                "护照",
                "document-number",
                "P9384756A",
                "identityCheck",
                "证件原件与本人一致",
                "consent",
                "本人口头同意，当场核对");
        assertThat(clerk.send("/counter/start/" + LAWYER, passport).getContentAsString())
                .contains("请填写出生日期");
        passport.putAll(AtCounter.map("birthDate-year", "1999", "birthDate-month", "4", "birthDate-day", "2"));
        assertThat(clerk.send("/counter/start/" + LAWYER, passport).getStatus()).isEqualTo(303);
        var organisation = AtCounter.map(
                "kind",
                "organisation",
                "orgName",
                "盐城仁爱社会工作服务中心",
                "uscc",
                "52320902BAYQ3J625J",
                "identityCheck",
                "代办人证件和授权委托书",
                "consent",
                "授权委托书写明由代办人办理");
        assertThat(clerk.send("/counter/start/" + LAWYER, organisation).getContentAsString())
                .contains("请填写到场经办人的姓名");
        organisation.putAll(AtCounter.map("orgAgent", "陶慧"));
        assertThat(clerk.send("/counter/start/" + LAWYER, organisation).getStatus())
                .isEqualTo(303);
    }

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

    /** M-23: begun online, gone on with at the window: nothing is entered twice, files included, and no draft is left behind. */
    @Test
    void m23_what_was_begun_online_is_taken_over() throws Exception {
        var example = example(LAWYER);
        var applicant = new AtCounter(mvc, demo(example));
        var begun = AtCounter.location(
                applicant.send("/items/" + LAWYER + "/apply", "start", "yes", "agreed", "yes", "who", "self"));
        var draft = begun.replaceFirst("(/my/drafts/[^/]+).*", "$1");
        var answers = AtCounter.form(item(LAWYER), example.filing().answers(), regions);
        applicant.send(draft + "/examYear", answers);
        applicant.upload(
                draft + "/materials/applicationForm",
                Map.of(),
                new MockMultipartFile(
                        "file", "申请表.png", "image/png", AtCounter.scan("x", "x").getBytes()));
        var known = AtCounter.location(clerk.send("/counter/start/" + LAWYER, AtCounter.who(person(example))));
        assertThat(known).endsWith("/known");
        var id = draft.substring(draft.lastIndexOf('/') + 1);
        assertThat(clerk.page(known)).contains("用网上填好的内容", id);
        var form = AtCounter.location(clerk.send(known.replace("/known", "/online"), "draft", id));
        assertThat(clerk.page(form)).contains("value=\"2025\"");
        assertThat(clerk.page(form.replace("/form", "/materials"))).contains("申请表.png");
        assertThat(clerk.send(form, withSeen(form, answers)).getStatus()).isEqualTo(303);
        clerk.upload(
                form.replace("/form", "/materials"),
                AtCounter.map("way.idCard", "SEEN", "way.applicationForm", "SCANNED"));
        take(form.replace("/form", "/review"));
        assertThat(applicant.open(draft).getStatus())
                .as("handed in at the window")
                .isEqualTo(404);
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

    @Test
    void an_open_case_of_the_same_person_and_service_is_shown_before_another_is_made() throws Exception {
        var first = received(example(LAWYER));
        var begun = AtCounter.location(clerk.send("/counter/start/" + LAWYER, AtCounter.who(person(example(LAWYER)))));
        assertThat(begun).endsWith("/known");
        assertThat(clerk.page(begun)).contains(first.number().toString());
        var form = begun.replace("/known", "/form");
        clerk.send(
                form,
                withSeen(
                        form,
                        AtCounter.form(item(LAWYER), example(LAWYER).filing().answers(), regions)));
        var review = form.replace("/form", "/review");
        var seen = AtCounter.hidden(clerk.page(review));
        assertThat(clerk.send(review, "seen", seen, "declared", "yes").getContentAsString())
                .contains("请确认仍要再收一件");
    }

    /** Complaint 5: a half-filled form is saved as it is, wrong answers too, and another page's save is told. */
    @Test
    void a_half_filled_form_is_kept_with_what_is_wrong_in_it() throws Exception {
        var form = begun(example(LAWYER));
        var half = AtCounter.map(
                "subjectiveScore", "一百二", "schoolName", "四川大学", "seen", AtCounter.hidden(clerk.page(form)));
        var saved = clerk.send(form, merged(half, AtCounter.map("autosave", "yes")));
        assertThat(saved.getStatus()).isEqualTo(200);
        assertThat(new AtCounter(mvc, window + "/clerk").page(form)).contains("一百二", "四川大学");
        var late = clerk.send(form, half);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("在别的页面上存过", "一百二");
        half.put("seen", List.of(AtCounter.hidden(clerk.page(form))));
        var wrong = clerk.send(form, half);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("主观题成绩应当是整数").doesNotContain("f-deliveryAddress-group");
    }

    /** A field that applies only under an answer shows by a button, without script too. */
    @Test
    void what_is_asked_follows_the_answers_without_script() throws Exception {
        var form = begun(example(LAWYER));
        var shown = clerk.send(form, "deliveryMethod", "邮寄", "acceptanceBasis", "户籍地", "show", "when")
                .getContentAsString();
        assertThat(shown)
                .contains("f-deliveryAddress-group", "f-hukouRegion-group")
                .doesNotContain("f-workRegion-group");
    }

    @Test
    void a_file_that_is_not_what_its_name_says_is_told_at_its_material() throws Exception {
        var materials = begun(example(LAWYER)).replace("/form", "/materials");
        var fake = new MockMultipartFile("file.diploma", "毕业证.pdf", "application/pdf", "MZ not a pdf".getBytes());
        var told = clerk.upload(materials, AtCounter.map("way.diploma", "SCANNED"), fake);
        assertThat(told.getStatus()).isEqualTo(422);
        assertThat(told.getContentAsString()).contains("毕业证.pdf");
    }

    /** At its own place the window hands in directly: the five days run at once (L-05). */
    @Test
    void at_its_own_place_a_window_hands_in() throws Exception {
        var example = example(LAWYER);
        window = "service-hall-320100";
        clerk = new AtCounter(mvc, window + "/clerk");
        var file = received(example);
        assertThat(file.office()).endsWith("320100");
        assertThat(file.state()).isEqualTo(CaseState.SUBMITTED);
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

    /** M-20: what finds no office becomes one ticket, however often it is tried, and the draft stays. */
    @Test
    void m20_what_cannot_be_routed_becomes_a_ticket() throws Exception {
        var example = example(PLACED);
        var form = AtCounter.location(clerk.send("/counter/start/" + PLACED, AtCounter.who(person(example))))
                .replace("/known", "/form");
        var answers = AtCounter.form(item(PLACED), example.filing().answers(), regions);
        answers.put("place.apply_at", List.of("320300"));
        answers.put("place.handled_by", List.of("710000"));
        clerk.send(form, withSeen(form, answers));
        var materials = AtCounter.map("go-on", "yes");
        item(PLACED).materials().forEach(material -> materials.put("way." + material.key(), List.of("SEEN")));
        var review = AtCounter.location(clerk.upload(form.replace("/form", "/materials"), materials));
        assertThat(clerk.page(review)).contains("还没有找到有权办理的机关");
        var ticked = AtCounter.map("seen", AtCounter.hidden(clerk.page(review)), "declared", "yes", "insisted", "yes");
        var ticket = AtCounter.location(clerk.send(review, ticked));
        assertThat(clerk.page(ticket)).contains("已收到");
        ticked.put("seen", List.of(AtCounter.hidden(clerk.page(review))));
        assertThat(AtCounter.location(clerk.send(review, ticked))).isEqualTo(ticket);
    }

    /** M-13: what the competent place does differently stands beside the form. */
    @Test
    void m13_what_is_different_at_the_competent_place_is_shown() throws Exception {
        var today = time.today();
        var changes = List.of(Change.of("fee", "证书邮寄费15元"));
        var content = new Proposal.Content("320100", today, today, "苏价规〔2026〕1号", "", changes, null);
        var entered = proposals.enter(manager(1), LAWYER, content);
        var sent = proposals.send(manager(1), entered.id(), entered.revision());
        proposals.publish(manager(2), sent.id(), sent.revision());
        var form = begun(example(LAWYER));
        clerk.send(
                form,
                withSeen(
                        form,
                        AtCounter.form(item(LAWYER), example(LAWYER).filing().answers(), regions)));
        assertThat(clerk.page(form)).contains("当地不同的规定", "证书邮寄费15元");
    }

    /** N-22: who came for the applicant is a person of their own in the case, and acts on a letter of authority. */
    @Test
    void n22_an_agent_is_registered_beside_the_applicant() throws Exception {
        var who = new LinkedHashMap<>(AtCounter.who(person(example(TRANSFER))));
        who.putAll(AtCounter.map("identityCheck", "代办人证件和授权委托书", "consent", "授权委托书写明由代办人办理"));
        assertThat(clerk.send("/counter/start/" + TRANSFER, who).getContentAsString())
                .contains("请登记代办人");
        who.putAll(AtCounter.map(
                "byAgent",
                "yes",
                "agentName",
                "陈思雨",
                "agentDocument-type",
                "居民身份证",
                "agentDocument-number",
                "320583200309156062",
                "relation",
                "委托代理人"));
        assertThat(clerk.send("/counter/start/" + LAWYER, who).getContentAsString())
                .contains("本事项不能由他人代办");
        var form = AtCounter.location(clerk.send("/counter/start/" + TRANSFER, who))
                .replace("/known", "/form");
        var answers = AtCounter.form(item(TRANSFER), example(TRANSFER).filing().answers(), regions);
        assertThat(clerk.send(form, withSeen(form, answers)).getStatus()).isEqualTo(303);
        var file = take(form.replace("/form", "/review"));
        assertThat(file.agent()).isNotNull().isNotEqualTo(file.applicant());
        assertThat(clerk.page("/counter/cases/" + file.number() + "/slips/1")).contains("陈思雨");
        assertThat(clerk.page("/counter/cases/" + file.number())).contains("代办关系", "委托代理人");
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

    /** A clerk is away: whoever works at the same window goes on with what they began, files included; nobody elsewhere does. */
    @Test
    void a_colleague_of_the_same_window_goes_on_with_a_draft() throws Exception {
        var form = begun(example(LAWYER));
        clerk.send(form, merged(AtCounter.map("schoolName", "四川大学", "autosave", "yes"), withSeen(form, Map.of())));
        clerk.upload(
                form.replace("/form", "/materials"),
                AtCounter.map("way.applicationForm", "SCANNED"),
                AtCounter.scan("applicationForm", "申请表.png"));
        var draft = form.replace("/form", "");
        var colleague = new AtCounter(mvc, window + "/clerk2");
        assertThat(colleague.open(form).getStatus()).isEqualTo(404);
        assertThat(colleague.page("/counter/start")).contains("本窗口同事填了一半的", draft + "/take-over");
        assertThat(new AtCounter(mvc, "service-hall-330200/clerk")
                        .send(draft + "/take-over")
                        .getStatus())
                .isEqualTo(404);
        var taken = AtCounter.location(colleague.send(draft + "/take-over"));
        assertThat(colleague.page(taken)).contains("四川大学");
        assertThat(colleague.page(taken.replace("/form", "/materials"))).contains("申请表.png");
        assertThat(clerk.open(form).getStatus()).isEqualTo(404);
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

    /** The whole way through the pages: identity card seen, diploma kept, form scanned, degree spared by its record. */
    private Casefile received(Example example) throws Exception {
        return taken(begun(example), example);
    }

    private Casefile taken(String form, Example example) throws Exception {
        var answers = AtCounter.form(item(LAWYER), example.filing().answers(), regions);
        assertThat(clerk.send(form, withSeen(form, answers)).getStatus()).isEqualTo(303);
        var materials = form.replace("/form", "/materials");
        var ways = AtCounter.map(
                "way.idCard",
                "SEEN",
                "way.diploma",
                "KEPT",
                "way.degreeCertificate",
                "SPARED",
                "way.applicationForm",
                "SCANNED",
                "go-on",
                "yes");
        var review = AtCounter.location(clerk.upload(materials, ways, AtCounter.scan("applicationForm", "申请表.png")));
        return take(review);
    }

    private Casefile take(String review) throws Exception {
        var seen = AtCounter.hidden(clerk.page(review));
        var taken = clerk.send(
                review,
                "seen",
                seen,
                "declared",
                "yes",
                "another",
                "yes",
                "insisted",
                "yes",
                "dueBackOn-year",
                "2026",
                "dueBackOn-month",
                "8",
                "dueBackOn-day",
                "31");
        var number = AtCounter.location(taken).replaceFirst("/counter/cases/(\\d+)/.*", "$1");
        assertThat(AtCounter.location(clerk.send(review, "seen", seen)))
                .as("the second click meets the first case")
                .contains(number);
        return casework.find(CaseNumber.parse(number).orElseThrow().id(), Given.clerk(window))
                .orElseThrow();
    }

    private String begun(Example example) throws Exception {
        return AtCounter.location(clerk.send("/counter/start/" + LAWYER, AtCounter.who(person(example))))
                .replace("/known", "/form");
    }

    private Map<String, List<String>> withSeen(String form, Map<String, List<String>> answers) throws Exception {
        return merged(answers, AtCounter.map("seen", AtCounter.hidden(clerk.page(form))));
    }

    private static Map<String, List<String>> merged(Map<String, List<String>> some, Map<String, List<String>> more) {
        var all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static Actor manager(int number) {
        var office = "justice-320000";
        return Actor.staff(office + "/manager" + number, "负责人" + number, Role.MANAGER, office);
    }

    private Example example(String item) {
        return examples.of(item).getFirst();
    }

    private Item item(String id) {
        return catalogue.item(id);
    }

    private static Person person(Example example) {
        return (Person) example.filing().applicant();
    }

    /** Key of the demonstration's person of this name. */
    private String demo(Example example) throws Exception {
        var page = new AtCounter(mvc, "person-0").page("/demo/people");
        var found = java.util.regex.Pattern.compile(
                        "value=\"([^\"]+)\">" + person(example).name())
                .matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
