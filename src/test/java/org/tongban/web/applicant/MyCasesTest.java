package org.tongban.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Outcome;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Logins;
import org.tongban.identity.Mandates;
import org.tongban.identity.People;
import org.tongban.identity.TestApplicants;
import org.tongban.identity.TestApplicants.SignedIn;
import org.tongban.places.Regions;

/** Drafts, handing in and what an applicant can do afterwards, through the pages. */
@TongbanTest
class MyCasesTest {
    private static final String NOTARISATION = "2020-01";
    private static final String COMPANY_CHANGE = "2020-32";

    @Autowired
    MockMvc mvc;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    Regions regions;

    @Autowired
    SettableTime time;

    @Autowired
    People people;

    @Autowired
    Logins logins;

    @Autowired
    Mandates mandates;

    @Autowired
    Casework casework;

    @BeforeEach
    void today() {
        time.set(TestNode.START);
    }

    @Test
    void a_service_has_one_draft_unless_another_is_asked_for_and_it_is_there_after_a_lost_session() throws Exception {
        var first = walker(signIn("秦海涛"));
        var draft = begin(first);
        first.send(draft + "/major", Map.of("major", List.of("测绘工程")));
        var later = walker(signIn("秦海涛"));
        assertThat(later.open("/my/cases").text()).contains("没有提交的", "学历公证");
        assertThat(later.open("/items/" + NOTARISATION + "/apply").links()).contains(draft);
        assertThat(later.open(draft + "/major").html()).contains("value=\"测绘工程\"");
        assertThat(begin(later)).isNotEqualTo(draft);
        assertThat(walker(signIn("华敏")).open(draft + "/major").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("L-10 what is missing is told, and the applicant may insist")
    void what_is_missing_is_told_and_the_applicant_may_insist() throws Exception {
        var who = signIn("施振华");
        var walker = walker(who);
        var review = filledInWithoutMaterials(walker);
        assertThat(review.text()).contains("材料还没有交齐", "毕业证书或毕业证明书");
        var sent = new LinkedHashMap<>(review.form(review.path()).sent());
        sent.put("declared", List.of("yes"));
        var again = walker.send(review.path(), sent);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.complaints()).contains("请补上，或者确认仍要提交");
        sent.put("insisted", List.of("yes"));
        var submitted = walker.send(review.path(), sent);
        assertThat(submitted.text()).contains("您选择了仍要提交");
        assertThat(casework.find(id(submitted), who.actor()).orElseThrow().insisted())
                .isTrue();
    }

    @Test
    void an_open_case_of_the_same_service_is_shown_to_who_would_make_another() throws Exception {
        var walker = walker(signIn("魏东升"));
        var first = submitted(walker);
        assertThat(walker.open("/items/" + NOTARISATION + "/apply").text()).contains("您已有一件同样的正在办理", number(first));
        var review = filledInWithoutMaterials(walker);
        assertThat(review.text()).contains("您已有同样的办件正在办理", number(first));
        var sent = new LinkedHashMap<>(review.form(review.path()).sent());
        sent.put("declared", List.of("yes"));
        sent.put("insisted", List.of("yes"));
        assertThat(walker.send(review.path(), sent).complaints()).contains("请确认仍要再提交一件");
        sent.put("another", List.of("yes"));
        assertThat(walker.send(review.path(), sent).path()).endsWith("/submitted");
    }

    @Test
    @DisplayName("L-41 the applicant withdraws until the decision")
    void a_case_is_withdrawn_once_and_ends_so() throws Exception {
        var who = signIn("陶慧");
        var walker = walker(who);
        var base = "/my/cases/" + number(submitted(walker));
        var ask = walker.open(base + "/withdraw");
        var gone = walker.send(base + "/withdraw", ask.form(base + "/withdraw").sent());
        assertThat(gone.text()).contains("已撤回");
        var again = walker.send(base + "/withdraw", ask.form(base + "/withdraw").sent());
        assertThat(again.status()).isGreaterThanOrEqualTo(409);
        assertThat(walker.open(base).text()).doesNotContain("不想办了，撤回申请");
    }

    @Test
    @DisplayName("an applicant takes over what somebody else handed in for them")
    void what_was_handed_in_for_somebody_is_taken_over_by_them() throws Exception {
        var example = examples.of(COMPANY_CHANGE).getFirst();
        time.set(example.today());
        var applicants = new TestApplicants(people, logins, mandates);
        var agent = applicants.signIn(
                example.filing().applicant(),
                example.filing().agent(),
                example.filing().relation());
        var walk = new ApplicationWalk(
                walker(agent), catalogue.find(COMPANY_CHANGE).orElseThrow(), example, regions);
        var submitted = walk.submit(walk.fillIn(
                walk.start(walker(agent).open("/items/" + COMPANY_CHANGE), String.valueOf(agent.principal()))));
        var owner = walker(applicants.signIn(example.filing().applicant(), null));
        var base = "/my/cases/" + number(submitted);
        assertThat(owner.open("/my/cases").text()).contains(number(submitted));
        var page = owner.open(base);
        assertThat(page.text()).contains("替您提交的", "认领这件办件");
        var taken =
                owner.send(base + "/take-over", page.form(base + "/take-over").sent());
        assertThat(taken.text()).contains("申请人本人认领了办件").doesNotContain("认领这件办件");
        assertThat(walker(signIn("华敏")).open(base).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("M-20 what finds no office becomes a ticket and is not lost")
    void what_finds_no_office_becomes_a_ticket_once() throws Exception {
        var walker = walker(signIn("杨军"));
        var draft = begin(walker);
        var review = fillIn(walker, draft, "710000");
        assertThat(review.text()).contains("还没有找到有权办理的机关");
        var sent = new LinkedHashMap<>(review.form(review.path()).sent());
        sent.put("declared", List.of("yes"));
        sent.put("insisted", List.of("yes"));
        var told = walker.send(review.path(), sent);
        assertThat(told.text()).contains("已转人工处理", "问题工单编号");
        assertThat(walker.open("/my/cases").links()).contains(draft);
    }

    @Test
    void a_case_says_in_plain_words_where_it_stands() throws Exception {
        var who = signIn("冯晓东");
        var walker = walker(who);
        var submitted = submitted(walker);
        var file = casework.find(id(submitted), who.actor()).orElseThrow();
        assertThat(file.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(file.outcome()).isNotEqualTo(Outcome.GRANTED);
        assertThat(walker.open("/my/cases/" + number(submitted)).text())
                .contains("等待受理", "提交了申请", "下一步", "南京市鼓楼区公证处")
                .doesNotContain("SUBMITTED", "handled_by");
    }

    private SignedIn signIn(String name) {
        var person = Objects.requireNonNull(examples.people().get(name));
        return new TestApplicants(people, logins, mandates).signIn(person, null);
    }

    private PageWalker walker(SignedIn who) {
        return new PageWalker(mvc, who.session());
    }

    private static String begin(PageWalker walker) throws Exception {
        var action = "/items/" + NOTARISATION + "/apply";
        var sent = new LinkedHashMap<>(walker.open(action).form(action).sent());
        sent.put("agreed", List.of("yes"));
        return walker.send(action, sent).path().replaceFirst("/[^/]+$", "");
    }

    private PageReader submitted(PageWalker walker) throws Exception {
        var walk = walk(walker);
        return walk.submit(walk.fillIn(walk.start(walker.open("/items/" + NOTARISATION), "self")));
    }

    private ApplicationWalk walk(PageWalker walker) {
        var item = catalogue.find(NOTARISATION).orElseThrow();
        return new ApplicationWalk(walker, item, examples.of(NOTARISATION).getFirst(), regions);
    }

    private PageReader filledInWithoutMaterials(PageWalker walker) throws Exception {
        return fillIn(walker, begin(walker), null);
    }

    /** Everything but the materials; at another place than the example's where one is given. */
    private PageReader fillIn(PageWalker walker, String draft, @Nullable String place) throws Exception {
        var walk = walk(walker);
        var papers = walk.fillInUntil(walker.open(draft), "materials");
        if (place != null) {
            walker.send(draft + "/place-handled_by", Map.of("place-province", List.of(place)));
        }
        walker.send(papers.path(), papers.form(papers.path()).sent());
        return walker.open(draft + "/answers");
    }

    private static String number(PageReader submitted) {
        return submitted.path().split("/")[3];
    }

    private static long id(PageReader submitted) {
        return CasePages.id(number(submitted));
    }
}
