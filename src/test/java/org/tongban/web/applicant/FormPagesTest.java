package org.tongban.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Applicant;
import org.tongban.identity.Logins;
import org.tongban.identity.Mandates;
import org.tongban.identity.People;
import org.tongban.identity.Person;
import org.tongban.identity.TestApplicants;
import org.tongban.identity.TestSignIn;
import org.tongban.places.ProblemTickets;
import org.tongban.places.Regions;

/** The form of an application: what follows from an answer, what is filled in beforehand, what a rule refuses. */
@TongbanTest
class FormPagesTest {
    private static final String NOTARISATION = "2020-01";
    private static final String THIRD_CHILD = "2021-50";
    private static final String WITHDRAWAL = "2020-27";

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
    ProblemTickets tickets;

    @BeforeEach
    void today() {
        time.set(TestNode.START);
    }

    @Test
    void what_an_answer_brings_with_it_stands_on_the_page_at_once_and_is_taken_together() throws Exception {
        var walker = walker("许静怡");
        var draft = begin(walker, NOTARISATION, false);
        var page = walker.open(draft + "/nameChanged");
        assertThat(page.html()).contains("id=\"follow\"").doesNotContain("follow-nameChangeReason");
        var changed = walker.send(page.path(), Map.of("nameChanged", List.of("true"), "show", List.of("following")));
        assertThat(changed.html()).contains("follow-nameChangeReason");
        var both = Map.of(
                "nameChanged", List.of("true"),
                "with", List.of("nameChangeReason"),
                "nameChangeReason", List.of("2015年经公安机关批准改名"));
        var next = walker.send(page.path(), both);
        assertThat(next.path()).doesNotEndWith("nameChangeReason");
        assertThat(walker.open(draft + "/answers").text()).contains("2015年经公安机关批准改名");
    }

    @Test
    void what_follows_must_be_answered_where_it_stands_on_the_page() throws Exception {
        var walker = walker("许静怡");
        var draft = begin(walker, NOTARISATION, true);
        var empty = Map.of(
                "nameChanged", List.of("true"),
                "with", List.of("nameChangeReason"),
                "nameChangeReason", List.of(""));
        var again = walker.send(draft + "/nameChanged", empty);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.complaints()).contains("不一致的情况说明");
    }

    @Test
    void without_script_what_follows_has_a_page_of_its_own() throws Exception {
        var walker = walker("曹阳");
        var draft = begin(walker, NOTARISATION, true);
        walker.send(draft + "/nameChanged", Map.of("nameChanged", List.of("true")));
        var own = walker.open(draft + "/nameChangeReason");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.form(own.path()).names()).contains("nameChangeReason");
        walker.send(draft + "/nameChanged", Map.of("nameChanged", List.of("false")));
        assertThat(walker.open(draft + "/nameChangeReason").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("M-24 what was given once is not asked again, D-12 and may be said to be wrong")
    void earlier_answers_are_filled_in_with_consent_and_can_be_contested() throws Exception {
        var walker = walker("朱丽娜");
        var walk = walk(walker, "2020-02");
        assertThat(walk.submit(walk.fillIn(walk.start(walker.open("/items/2020-02"), "self")))
                        .path())
                .endsWith("/submitted");
        var without = begin(walker, NOTARISATION, true);
        assertThat(walker.open(without + "/notaryOffice").html()).doesNotContain("tb-known");
        var with = begin(walker, NOTARISATION, true, true);
        var page = walker.open(with + "/notaryOffice");
        assertThat(page.text()).contains("预先填好的，来自 您的办件");
        var wrong = walker.send(with + "/wrong/notaryOffice", Map.of("why", List.of("这次想找另一家公证处")));
        assertThat(wrong.path()).endsWith("/notaryOffice");
        assertThat(wrong.text()).contains("您说过预填的不对，已转给");
        var ticket = wrong.links().stream()
                .filter(link -> link.startsWith("/help/unsolved/"))
                .filter(link -> link.length() > "/help/unsolved/".length())
                .findFirst()
                .orElseThrow();
        assertThat(walker.open(ticket).text()).contains("数据校核", "选定的公证机构", "这次想找另一家公证处");
        var id = UUID.fromString(ticket.substring("/help/unsolved/".length()));
        var holder = Objects.requireNonNull(tickets.find(id).orElseThrow().office(), "goes to who holds the record");
        assertThat(holder).startsWith("notary-");
        var officer = new PageWalker(mvc, TestSignIn.session(mvc, holder + "/officer1"));
        assertThat(officer.open("/tickets/" + id).text()).contains("数据校核", "这次想找另一家公证处");
        assertThat(officer.open("/my/notices").text()).contains("有人反映的问题转给本单位");
    }

    @Test
    void a_rule_about_who_applies_does_not_refuse_a_visitor_who_has_not_said_who_they_are() throws Exception {
        var verdict = walk(new PageWalker(mvc, null), THIRD_CHILD).precheck();
        assertThat(verdict.text()).contains("现在还不能确定", "登录以后").doesNotContain("不符合条件");
    }

    @Test
    void the_examples_of_a_service_are_shown_as_they_run() throws Exception {
        var page = new PageWalker(mvc, null).open("/items/" + NOTARISATION + "/examples");
        assertThat(page.status()).isEqualTo(200);
        for (var example : examples.of(NOTARISATION)) {
            assertThat(page.text()).contains(example.name());
            example.expected()
                    .refusals()
                    .forEach(refusal -> assertThat(page.text()).contains(refusal));
            example.acts().forEach(act -> assertThat(page.text()).contains(act.does()));
        }
        assertThat(page.text()).contains("办理经过", "受理的发受理通知并告知法律意义", "公证服务费", "省教育厅", "办结类型：准予");
        assertThat(page.text()).contains("南京师范大学", "广东省广州市海珠区");
    }

    @Test
    @DisplayName("L-10 a rule refuses with its words, opens no case, and a person can be asked")
    void a_rule_refuses_in_its_words_and_a_person_can_be_asked() throws Exception {
        var walker = walker("许静怡");
        var draft = begin(walker, NOTARISATION, true);
        var refused = walker.send(draft + "/issuedInMainland", Map.of("issuedInMainland", List.of("false")));
        assertThat(refused.path()).endsWith("/refused");
        assertThat(refused.text()).contains("证书由中国内地高等学校或科研机构颁发", "没有提交，也没有立案");
        var asked = walker.send(draft + "/refused", Map.of("question", List.of("我是中外合作办学，证书由内地高校颁发")));
        assertThat(asked.path()).startsWith("/help/unsolved/");
        assertThat(asked.text()).contains("请求人工答复", "中外合作办学");
    }

    @Test
    void who_may_apply_for_several_is_asked_for_whom_and_the_rules_look_at_that_person() throws Exception {
        var example = examples.of(WITHDRAWAL).getFirst();
        var agent = (Person) person("李小燕");
        var signedIn = new TestApplicants(people, logins, mandates)
                .signIn(example.filing().applicant(), agent);
        time.set(example.today());
        var walk = walk(new PageWalker(mvc, signedIn.session()), WITHDRAWAL);
        assertThat(walk.precheck().text()).contains("可以办").doesNotContain("不符合条件");
        var forHerself = new PageWalker(mvc, signedIn.session());
        var asks = forHerself.open("/items/" + WITHDRAWAL + "/check");
        assertThat(asks.status()).isEqualTo(200);
        var own = forHerself.send(asks.path(), Map.of("who", List.of("本人（李小燕）"), "asked", List.of("who")));
        assertThat(own.text()).doesNotContain("申请人的出生日期");
    }

    private PageWalker walker(String name) {
        return new PageWalker(
                mvc,
                new TestApplicants(people, logins, mandates)
                        .signIn(person(name), null)
                        .session());
    }

    private Applicant person(String name) {
        return Objects.requireNonNull(examples.people().get(name));
    }

    private ApplicationWalk walk(PageWalker walker, String item) {
        return new ApplicationWalk(
                walker, catalogue.find(item).orElseThrow(), examples.of(item).getFirst(), regions);
    }

    private static String begin(PageWalker walker, String item, boolean another) throws Exception {
        return begin(walker, item, another, false);
    }

    /** Address of the draft; the first of a person needs not be asked for as another one. */
    private static String begin(PageWalker walker, String item, boolean another, boolean prefilled) throws Exception {
        var action = "/items/" + item + "/apply";
        var sent = new LinkedHashMap<>(walker.open(action).form(action).sent());
        sent.put("agreed", List.of("yes"));
        if (prefilled) {
            sent.put("prefill", List.of("yes"));
        }
        var first = walker.send(action, sent);
        assertThat(first.status()).isEqualTo(200);
        return first.path().replaceFirst("/[^/]+$", "");
    }
}
