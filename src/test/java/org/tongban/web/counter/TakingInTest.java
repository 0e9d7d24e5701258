package org.tongban.web.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.tongban.TongbanTest;
import org.tongban.casework.CaseState;
import org.tongban.casework.Given;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Proposals;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** Taking in at a window: who is there, what was begun before, the form, its materials and where it goes. */
@TongbanTest
@Import(Given.class)
class TakingInTest extends WindowOfItsOwn {
    private static final String PLACED = "2020-58";

    @Autowired
    Proposals proposals;

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

    private static Actor manager(int number) {
        var office = "justice-320000";
        return Actor.staff(office + "/manager" + number, "负责人" + number, Role.MANAGER, office);
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
