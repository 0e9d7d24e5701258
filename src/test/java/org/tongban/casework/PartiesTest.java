package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Actor;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Uscc;
import org.tongban.identity.Vault;

/** Who takes part beside the applicant, what lapses by itself, and parts that end differently: as the service files tell. */
@TongbanTest
@Import(Given.class)
class PartiesTest extends CaseInHand {
    private static final String USED_CAR = "2020-28";
    private static final String NEW_OWNER = "2020-38";
    private static final String DIVORCE = "later-04";
    private static final String HOUSEHOLD = "2021-06";
    private static final String SEALED = "2020-30";
    private static final String PHARMACIST = "2020-55";

    @Autowired
    Casebook casebook;

    @Autowired
    CaseSearch search;

    @Autowired
    Sweep sweep;

    @Autowired
    ItemExamples examples;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Vault vault;

    @Test
    @DisplayName("buyer and seller each sign for themselves, and nobody for the other")
    void each_party_signs_for_themselves() {
        var file = submitted(USED_CAR, 0);
        var seller = someone("孙浩然", "31011519921201613X");
        var sellers = taskOf(file, "seller");
        var buyers = taskOf(file, "buyer");
        assertThat(sellers.title()).startsWith("卖方（原所有人） 孙**");
        var refused = refusal(file, agrees(buyers), seller);
        assertThat(refused.code()).isEqualTo("not-yours");
        assertThat(casework.possible(file, seller))
                .filteredOn(m -> m.move() == Move.FINISH_STEP)
                .extracting(MoveForm::task)
                .containsExactly(sellers.no());
        file = act(file, agrees(sellers), seller);
        assertThat(file.task(sellers.no()).orElseThrow().result()).isEqualTo("确认并签署");
        assertThat(refusal(file, Act.of(Move.ACCEPT), Given.officer(file)).code())
                .isEqualTo("steps-open");
        file = act(file, agrees(buyers), applicant(USED_CAR, 0));
        assertThat(file.openTasks()).noneMatch(t -> t.kind() == TaskKind.CONFIRM);
        assertThat(Casefile.replay(store.events(file.casefileId()))).isEqualTo(file);
    }

    @Test
    @DisplayName("D-01: a party is shown what concerns them, and not the case of the others")
    void d01_a_party_is_shown_what_concerns_them() {
        var file = submitted(USED_CAR, 0);
        var seller = someone("孙浩然", "31011519921201613X");
        var stranger = someone("刘志强", "410105197902286091");
        var view = casebook.forParty(file.casefileId(), seller);
        assertThat(view.answers())
                .containsKeys("plateNumber", "tradePrice")
                .doesNotContainKeys("buyerIdNumber", "seized");
        assertThat(view.tasks()).extracting(Task::kind).containsExactly(TaskKind.CONFIRM);
        assertThatThrownBy(() -> casebook.open(file.casefileId(), seller)).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> casebook.forParty(file.casefileId(), stranger)).isInstanceOf(NoSuchCase.class);
        assertThat(search.asParty(String.valueOf(seller.subject()), 10))
                .extracting(CaseSearch.Row::casefileId)
                .contains(file.casefileId());
        assertThat(refusal(file, Act.of(Move.WITHDRAW), seller).code()).isEqualTo("not-yours");
    }

    @Test
    @DisplayName("what all must sign first is handed in when the last has signed, and only then do the days run")
    void what_all_must_sign_is_handed_in_with_the_last_signature() {
        var file = submitted(NEW_OWNER, 1);
        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(file.submittedAt()).isNull();
        time.set(MONDAY.plusDays(3).atTime(15, 0).atZone(Time.ZONE).toInstant());
        file = act(file, agrees(taskOf(file, "oldOperator")), someone("吕芳", "320402198110256425"));
        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        file = act(file, agrees(taskOf(file, "newOperator")), someone("冯晓东", "370202198803056213"));
        assertThat(file.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(file.submittedAt()).isEqualTo(time.now());
        assertThat(file.dueOn()).isEqualTo(MONDAY.plusDays(10));
    }

    @Test
    @DisplayName("a divorce that nobody comes back for lapses by itself, also when the server was down on the day")
    void a_divorce_that_nobody_comes_back_for_lapses() {
        var file = submitted(DIVORCE, 0);
        file = act(file, Act.of(Move.ACCEPT), Given.officer(file));
        var waiting = file.openTasks().getFirst();
        assertThat(waiting.state()).isEqualTo(StepState.WAITING);
        assertThat(waiting.endsAt())
                .isEqualTo(MONDAY.plusDays(31).atStartOfDay(Time.ZONE).toInstant());
        file = later(file, Duration.ofDays(31));
        assertThat(file.openTasks()).extracting(Task::kind).containsExactly(TaskKind.APPOINTMENT);
        file = later(file, Duration.ofDays(45));
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertThat(file.outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(file.tasks().getLast().state()).isEqualTo(StepState.LAPSED);
        assertThat(file.alarms()).noneMatch(Alarm::armed);
        assertThat(Casefile.replay(store.events(file.casefileId()))).isEqualTo(file);
    }

    @Test
    @DisplayName("within the thirty days either of the two may withdraw alone")
    void either_of_the_two_may_withdraw_a_divorce() {
        var file = submitted(DIVORCE, 0);
        file = act(file, Act.of(Move.ACCEPT), Given.officer(file));
        file = act(file, Act.of(Move.WITHDRAW), someone("周婷", "320205199408186143"));
        assertThat(file.outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    @DisplayName("L-29: each family member is a part of their own; one who is not granted leaves the others theirs")
    void l29_each_family_member_is_a_part_of_their_own() {
        var file = accepted(HOUSEHOLD, 0);
        assertThat(file.legs()).extracting(Leg::key).containsExactly("applicant", "accompanying.1");
        assertThat(file.leg(2).name()).isEqualTo("随迁家庭成员迁入：孙**");
        file = given.stepsFinished(file);
        file = refuse(file, 2);
        assertThat(file.leg(1).outcome()).isNull();
        file = proposed(file, 1, Move.GRANT);
        var grant = Act.of(Move.GRANT, Map.of("leg", 1, "results", results(file), "text", "准予迁入"));
        file = act(file, grant, Given.approver(file));
        assertThat(file.outcome()).isEqualTo(Outcome.PARTLY_GRANTED);
    }

    @Test
    @DisplayName("where the one whom the others join is refused, the others end with them")
    void where_the_main_part_is_refused_the_others_end_with_it() {
        var file = given.stepsFinished(accepted(HOUSEHOLD, 0));
        file = refuse(file, 1);
        assertThat(file.leg(2).outcome()).isEqualTo(Outcome.TERMINATED);
        assertThat(file.openTasks()).noneMatch(t -> t.leg() == 2);
    }

    @Test
    @DisplayName("what is sealed is registered on paper and never stored")
    void what_is_sealed_is_never_stored() {
        var example = examples.of(SEALED).getFirst();
        var materials = new LinkedHashMap<String, List<String>>();
        materials.put("sealedFormula", List.of(UUID.randomUUID().toString()));
        var submission = new Submission(
                catalogue.find(SEALED).orElseThrow(),
                example.filing(),
                materials,
                List.of(),
                List.of(),
                true,
                UUID.randomUUID().toString(),
                "online",
                null);
        assertThatThrownBy(() -> casework.submit(submission, given.applicant(example)))
                .isInstanceOfSatisfying(
                        RefusedMove.class, e -> assertThat(e.refusal().code()).isEqualTo("never-stored"));
    }

    @Test
    @DisplayName("N-22: an agent without a mandate in force can neither hand in nor go on")
    void n22_an_agent_without_a_mandate_acts_for_nobody() {
        var example = examples.of(NEW_OWNER).get(1);
        var agent = example.filing().agent() == null
                ? Person.of("陈思雨", new IdNumber("320583200309156062"), null)
                : example.filing().agent();
        var f = example.filing();
        var filing = new Filing(
                f.applicant(), agent, f.relation(), f.places(), f.mode(), f.answers(), f.materials(), f.unavailable());
        var submission = given.submission(NEW_OWNER, filing, UUID.randomUUID().toString(), true);
        var by = Actor.applicant("agent", agent.name(), vault.subject(agent), 4);
        assertThatThrownBy(() -> casework.submit(submission, by))
                .isInstanceOfSatisfying(
                        RefusedMove.class, e -> assertThat(e.refusal().code()).isEqualTo("mandate-missing"));
    }

    @Test
    @DisplayName("D-01: a department that is asked is told who is meant, and not how to reach them")
    void d01_a_department_that_is_asked_is_given_no_phone_number() {
        var file = accepted(PHARMACIST, 0);
        var employer = file.openTasks().getFirst();
        file = act(file, agrees(employer), Given.at(employer));
        var asked = file.openTasks().stream()
                .filter(t -> t.kind() == TaskKind.INQUIRY)
                .findFirst()
                .orElseThrow();
        var filed = (Person) examples.of(PHARMACIST).getFirst().filing().applicant();
        var shown = (Person)
                casebook.inquiry(file.casefileId(), asked.no(), Given.at(asked)).applicant();
        assertThat(filed.phone()).isNotNull();
        assertThat(shown.phone()).isNull();
        assertThat(shown.region()).isNull();
        assertThat(shown.identity()).isEqualTo(filed.identity());
    }

    @Test
    @DisplayName(
            "a body that has to agree does so for itself, sees what concerns it, and its no is seen by who decides")
    void a_body_agrees_for_itself_and_its_no_is_seen_by_who_decides() {
        var file = accepted(PHARMACIST, 0);
        var pharmacy = examples.people().get("南通百姓大药房有限公司");
        var name = pharmacy == null ? "南通百姓大药房有限公司" : pharmacy.name();
        var code = String.valueOf(
                examples.of(PHARMACIST).getFirst().filing().answers().get("employerUscc"));
        var subject = vault.subject(new Organisation(name, new Uscc(code), null, null, null, null));
        var employer = Actor.applicant("pharmacy", name, subject, 4);
        var task = taskOf(file, "employer");
        var view = casebook.forParty(file.casefileId(), employer);
        assertThat(view.answers()).containsKey("employerLicenseNumber").doesNotContainKey("convictedWithinThreeYears");
        assertThatThrownBy(() -> casebook.open(file.casefileId(), employer)).isInstanceOf(NoSuchCase.class);
        var refused = act(file, new Act(Move.FINISH_STEP, task.no(), Map.of("result", MoveForms.DISAGREED)), employer);
        assertThat(refused.task(task.no()).orElseThrow().state()).isEqualTo(StepState.FAILED);
        assertThat(refused.state()).as("an officer decides on it").isEqualTo(CaseState.ACCEPTED);
        assertThat(refused.openTasks()).anyMatch(t -> t.kind() == TaskKind.INQUIRY);
    }

    private Casefile submitted(String item, int example) {
        return given.submitted(item, examples.of(item).get(example));
    }

    private Casefile accepted(String item, int example) {
        return given.accepted(item, examples.of(item).get(example));
    }

    private Casefile refuse(Casefile file, int leg) {
        var proposed = proposed(file, leg, Move.REFUSE);
        var grounds =
                catalogue.version(file.itemId(), file.itemVersion()).refusals().getFirst();
        return act(
                proposed,
                Act.of(Move.REFUSE, Map.of("leg", leg, "grounds", List.of(grounds), "text", "不符合落户条件")),
                Given.approver(file));
    }

    private Casefile proposed(Casefile file, int leg, Move what) {
        return act(
                file,
                Act.of(Move.PROPOSE, Map.of("leg", leg, "what", what.apiName(), "text", "请审批")),
                Given.officer(file));
    }

    private List<String> results(Casefile file) {
        return List.of(catalogue
                .version(file.itemId(), file.itemVersion())
                .results()
                .getFirst()
                .name());
    }

    private Actor applicant(String item, int example) {
        return given.applicant(examples.of(item).get(example));
    }

    private Actor someone(String name, String number) {
        return Actor.applicant("party-" + number, name, vault.subject(Person.of(name, new IdNumber(number), null)), 4);
    }

    private static Task taskOf(Casefile file, String party) {
        var no = file.parties().stream()
                .filter(p -> p.key().equals(party))
                .findFirst()
                .orElseThrow()
                .no();
        return file.openTasks().stream()
                .filter(t -> Integer.valueOf(no).equals(t.party()))
                .findFirst()
                .orElseThrow();
    }

    private static Act agrees(Task task) {
        return new Act(Move.FINISH_STEP, task.no(), Map.of("result", MoveForms.AGREED));
    }

    private Casefile later(Casefile file, Duration time) {
        this.time.set(this.time.now().plus(time));
        sweep.run();
        return store.read(file.casefileId()).orElseThrow().file();
    }
}
