package org.tongban.web.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.ItemExamples;
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;
import org.tongban.identity.Logins;
import org.tongban.identity.Mandates;
import org.tongban.identity.Masking;
import org.tongban.identity.People;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;
import org.tongban.identity.TestApplicants;
import org.tongban.identity.TestSignIn;

/** N-22: who may act for whom, by what, in which services and until when; through the pages of those who give, hold and check the power. */
@TongbanTest
@Import(Given.class)
class OnBehalfTest {
    private static final String CARD = "2021-21";
    private static final String ORPHAN = "2021-08";
    private static final String LAWYER = "2020-04";
    private static final String FUND_ACCOUNT = "2021-43";
    private static final String NOTARISATION = "2020-01";
    private static final Set<String> PROOFS = Set.of("guardianProof", "unitAuthorization", "authorizationLetter");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    MockMvc mvc;

    @Autowired
    Casework casework;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    People people;

    @Autowired
    Logins logins;

    @Autowired
    Mandates mandates;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday_morning() {
        time.set(MONDAY);
    }

    @Test
    @DisplayName("each kind of agent owes the proof of their kind, and the form's own questions follow from who acts")
    void each_relation_owes_its_proof() {
        var proofs = Map.of(
                Relation.GUARDIAN, "guardianProof",
                Relation.RELATIVE, "authorizationLetter",
                Relation.HANDLER, "unitAuthorization",
                Relation.AGENT, "authorizationLetter");
        proofs.forEach((relation, proof) -> assertThat(check(CARD, relation).missingMaterials())
                .as(relation.label())
                .extracting(Precheck.Missing::key)
                .contains(proof));
        assertThat(check(CARD, Relation.COMMITTEE).fieldErrors())
                .extracting(Precheck.FieldError::text)
                .contains("本事项不能由村（居）委会工作人员代办，可以代办的是：监护人、近亲属、单位经办人、委托代理人");
        assertThat(check(FUND_ACCOUNT, Relation.GUARDIAN).fieldErrors())
                .extracting(Precheck.FieldError::key)
                .contains("agent");
        assertThat(check(LAWYER, Relation.AGENT).fieldErrors())
                .extracting(Precheck.FieldError::text)
                .contains("本事项不能由他人代办：申请人本人要按预约到受理地的市级司法局交验原件并签字");
    }

    @Test
    @DisplayName("an answer that says otherwise than who acts is told, and what follows need not be answered")
    void what_follows_from_who_acts_is_not_for_typing() {
        var filing = acted(NOTARISATION, Relation.AGENT);
        var answers = new LinkedHashMap<>(filing.answers());
        answers.put("appliedByAgent", false);
        assertThat(catalogue
                        .check(catalogue.item(NOTARISATION), with(filing, answers), MONDAY)
                        .fieldErrors())
                .extracting(Precheck.FieldError::key)
                .contains("appliedByAgent");
        answers.keySet().removeAll(Set.of("appliedByAgent", "agentName", "agentIdNumber"));
        var silent = with(filing, answers);
        assertThat(catalogue.asked(catalogue.item(NOTARISATION), silent, MONDAY).fields())
                .extracting(field -> field.key())
                .doesNotContain("appliedByAgent", "agentName", "agentIdNumber")
                .contains("agentPhone");
    }

    @Test
    @DisplayName("given on one's own page for one service and some days, shown to the agent, and not beyond its scope")
    void a_mandate_is_given_and_holds_for_its_services_only() throws Exception {
        var principal = signIn(applicant(NOTARISATION));
        var agent = signIn(agent());
        var form = mandateForm(agent(), NOTARISATION, MONDAY, MONDAY.plusDays(20));
        form.remove("relation");
        assertThat(send(principal, "/my/mandates", form).getContentAsString()).contains("请选择代办人是被代办人的什么人");
        form.put("relation", "委托代理人");
        assertThat(send(principal, "/my/mandates", form).getStatus()).isEqualTo(303);
        assertThat(page(principal, "/my/mandates")).contains("学历公证", "有效", "委托代理人");
        assertThat(page(agent, "/items/" + NOTARISATION + "/apply"))
                .contains(applicant(NOTARISATION).name() + "（我代办，我是委托代理人）");
        assertThat(page(agent, "/items/2020-03/apply"))
                .doesNotContain(applicant(NOTARISATION).name() + "（我代办")
                .contains("授权不包括这个事项");
    }

    @Test
    @DisplayName(
            "a mandate that is taken back while the case runs, or has run out, ends acting and looking at once, with the reason")
    void a_mandate_that_ends_while_the_case_runs_ends_acting() throws Exception {
        var principal = signIn(applicant(NOTARISATION));
        var agent = signIn(agent());
        send(principal, "/my/mandates", mandateForm(agent(), NOTARISATION, MONDAY, MONDAY.plusDays(20)));
        var by = people.accountOf(subject(agent())).orElseThrow();
        var acting = Actor.applicant(by, agent().name(), subject(agent()), 4);
        var file = casework.submit(
                given.submission(
                        NOTARISATION,
                        acted(NOTARISATION, Relation.AGENT),
                        UUID.randomUUID().toString(),
                        true),
                acting);
        var path = "/my/cases/" + file.number();
        assertThat(page(agent, path)).contains("委托代理人");
        assertThat(page(principal, path)).contains("替您提交的");
        assertThat(sheet(file)).contains("代办关系", "委托代理人", "凭什么代办", "授权委托书和代理人身份证");

        time.set(MONDAY.plusDays(21));
        assertThat(open(agent, path).getStatus()).isEqualTo(403);
        assertThat(page(agent, path)).contains("到" + MONDAY.plusDays(20) + "为止，已经结束", "重新授权后再办");
        time.set(MONDAY);
        var id = page(principal, "/my/mandates").replaceFirst("(?s).*?/my/mandates/([0-9a-f-]{36})/revoke.*", "$1");
        assertThat(send(principal, "/my/mandates/" + id + "/revoke", Map.of()).getStatus())
                .isEqualTo(303);
        assertThat(page(agent, path)).contains("已经于" + MONDAY + "撤销");
        assertThatThrownBy(() -> casework.act(file.casefileId(), file.revision(), Act.of(Move.WITHDRAW), acting))
                .isInstanceOfSatisfying(
                        RefusedMove.class, e -> assertThat(e.refusal().code()).isEqualTo("mandate-revoked"));
        assertThat(page(principal, path))
                .as("the case is the applicant's all the same")
                .contains("替您提交的");
    }

    @Test
    @DisplayName(
            "at a window: the relation is asked with the proof to be seen, a guardian is registered once, and both are shown")
    void a_window_registers_who_acts_by_what() throws Exception {
        var clerk = TestSignIn.session(mvc, "service-hall-320300/clerk");
        var who = new LinkedHashMap<String, String>();
        who.put("kind", "person");
        put(who, "name", "document", child());
        who.put("byAgent", "yes");
        put(who, "agentName", "agentDocument", agent());
        who.put("identityCheck", "代办人证件和授权委托书");
        who.put("consent", "授权委托书写明由代办人办理");
        assertThat(page(clerk, "/counter/start/" + CARD)).contains("监护关系证明（户口簿、出生医学证明等）");
        assertThat(send(clerk, "/counter/start/" + CARD, who).getContentAsString())
                .contains("请登记代办人和申请人是什么关系");
        who.put("relation", "村（居）委会工作人员");
        assertThat(send(clerk, "/counter/start/" + CARD, who).getContentAsString())
                .contains("本事项不能由这样的人代办");
        who.put("relation", "监护人");
        assertThat(send(clerk, "/counter/start/" + CARD, who).getStatus()).isEqualTo(303);
        assertThat(send(clerk, "/counter/start/" + LAWYER, who).getContentAsString())
                .contains("本事项不能由他人代办");

        var form = mandateForm(agent(), CARD, MONDAY, MONDAY.plusYears(1));
        form.put("relation", "监护人");
        form.put("kind", "person");
        put(form, "principalName", "principalDocument", child());
        assertThat(send(clerk, "/counter/mandates", form).getContentAsString()).contains("请写明看了什么证明");
        form.put("proof", "户口簿原件");
        assertThat(send(clerk, "/counter/mandates", form).getStatus()).isEqualTo(303);
        var found = new LinkedHashMap<String, String>();
        put(found, "ofName", "ofDocument", child());
        assertThat(send(clerk, "/counter/mandates/find", found).getContentAsString())
                .contains("社会保障卡申领", "监护人", "户口簿原件", "撤销");
        assertThat(mandates.standing(subject(agent()), subject(child()), CARD).inForce())
                .isNotNull();
    }

    @Test
    @DisplayName("whose matter it is stands beside who applies, covered as all that is personal")
    void the_subject_of_a_case_is_not_its_applicant() throws Exception {
        var filing = examples.of(ORPHAN).getFirst().filing();
        time.set(examples.of(ORPHAN).getFirst().today());
        var who = filing.applicant();
        var session = signIn(who);
        var file = casework.submit(
                given.submission(ORPHAN, filing, UUID.randomUUID().toString(), true),
                Actor.applicant(people.accountOf(subject(who)).orElseThrow(), who.name(), subject(who), 4));
        var child = String.valueOf(filing.answers().get("childName"));
        assertThat(sheet(file))
                .contains("办理对象（不是申请人本人）", Masking.name(child), "申请人身份")
                .doesNotContain(String.valueOf(filing.answers().get("childIdNumber")));
        assertThat(page(session, "/my/cases/" + file.number())).contains("办理对象：", Masking.name(child) + "，");
    }

    private Precheck check(String item, Relation relation) {
        return catalogue.check(catalogue.item(item), acted(item, relation), MONDAY);
    }

    /** The service's first example, filed by somebody else in this relation who brings nothing. */
    private Filing acted(String item, Relation relation) {
        var f = examples.of(item).getFirst().filing();
        var answers = new LinkedHashMap<>(f.answers());
        answers.keySet().removeAll(Set.of("appliedByAgent", "agentName", "agentIdNumber", "agentRelation"));
        if (catalogue.item(item).field("agentPhone").isPresent()) {
            answers.put("agentPhone", "13900002468");
        }
        return new Filing(f.applicant(), agent(), relation, f.places(), f.mode(), answers, Set.of(), PROOFS);
    }

    private static Filing with(Filing f, Map<String, Object> answers) {
        return new Filing(
                f.applicant(), f.agent(), f.relation(), f.places(), f.mode(), answers, f.materials(), f.unavailable());
    }

    private Applicant applicant(String item) {
        return examples.of(item).getFirst().filing().applicant();
    }

    private Person agent() {
        return (Person) Objects.requireNonNull(examples.people().get("陈思雨"));
    }

    private Person child() {
        return (Person) Objects.requireNonNull(examples.people().get("蒋雨桐"));
    }

    private String subject(Applicant who) {
        return Objects.requireNonNull(new TestApplicants(people, logins, mandates)
                .signIn(who, null)
                .actor()
                .subject());
    }

    private MockHttpSession signIn(Applicant who) {
        return new TestApplicants(people, logins, mandates).signIn(who, null).session();
    }

    private String sheet(Casefile file) throws Exception {
        return page(TestSignIn.session(mvc, file.office() + "/officer1"), "/desk/cases/" + file.number());
    }

    private Map<String, String> mandateForm(Person agent, String item, LocalDate from, LocalDate to) {
        var form = new LinkedHashMap<String, String>();
        put(form, "agentName", "agentDocument", agent);
        form.put("relation", "委托代理人");
        form.put("item", item);
        for (var day : List.of(Map.entry("from", from), Map.entry("to", to))) {
            form.put(day.getKey() + "-year", String.valueOf(day.getValue().getYear()));
            form.put(day.getKey() + "-month", String.valueOf(day.getValue().getMonthValue()));
            form.put(day.getKey() + "-day", String.valueOf(day.getValue().getDayOfMonth()));
        }
        return form;
    }

    private static void put(Map<String, String> form, String name, String document, Person person) {
        form.put(name, person.name());
        form.put(document + "-type", "居民身份证");
        form.put(document + "-number", person.documentNumber());
    }

    private MockHttpServletResponse open(MockHttpSession session, String path) throws Exception {
        return mvc.perform(get(path).session(session)).andReturn().getResponse();
    }

    private String page(MockHttpSession session, String path) throws Exception {
        return open(session, path).getContentAsString();
    }

    private MockHttpServletResponse send(MockHttpSession session, String path, Map<String, String> inputs)
            throws Exception {
        var request = post(path).session(session).with(csrf());
        inputs.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }
}
