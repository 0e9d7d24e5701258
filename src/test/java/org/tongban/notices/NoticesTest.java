package org.tongban.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.calendar.Time;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Given;
import org.tongban.casework.Happened;
import org.tongban.casework.Move;
import org.tongban.casework.TaskKind;
import org.tongban.casework.TaskMove;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Actor;
import org.tongban.identity.Masking;
import org.tongban.identity.TestSignIn;
import org.tongban.identity.Vault;

/** What applicants, agents, parties and staff are told of a case, and when. */
// a node of its own: other tests leave thousands of notices waiting
@TongbanTest(properties = "spring.application.name=notices")
@Import(Given.class)
class NoticesTest extends ToldCases {
    private static final String LICENCE = "2021-56";
    private static final String BY_AGENT = "2020-31";
    private static final String USED_CAR = "2020-28";

    @Autowired
    Notices notices;

    @Autowired
    Reminders reminders;

    @Autowired
    CaseNotices caseNotices;

    @Autowired
    ItemExamples library;

    @Autowired
    Vault vault;

    @Test
    @DisplayName("L-09: acceptance is told with the day by which a decision is due, once however often it is told")
    void l09_acceptance_is_told_with_its_due_day_and_only_once() {
        var file = given.accepted(TRANSFER);
        outbox.run();
        caseNotices.take(List.of(new Happened(file, entries(file))));
        var told = inbox(file, file.applicant());
        assertThat(told).extracting(Notice::kind).containsExactly(NoticeKind.SUBMITTED, NoticeKind.ACCEPTED);
        var text = texts.of(told.getLast(), false);
        var due = file.legs().stream()
                .map(leg -> leg.dueOn())
                .max(LocalDate::compareTo)
                .orElseThrow();
        assertThat(text.body())
                .contains("最晚 %d年%d月%d日 作出决定".formatted(due.getYear(), due.getMonthValue(), due.getDayOfMonth()));
        assertThat(text.todo()).isNotBlank();
        assertThat(texts.of(told.getLast(), true).body()).contains("A decision is due by " + due.getDayOfMonth());
    }

    @Test
    @DisplayName("L-21, L-24, L-28: extension before the limit ends, pause in writing, refusal with its remedies")
    void l21_l24_l28_what_the_law_wants_told_is_told() {
        var file = given.stepsFinished(given.accepted(LICENCE));
        var officer = Given.officer(file);
        file = act(file, Move.PAUSE, Map.of("procedure", "鉴定", "expectedDays", 7, "text", "需要鉴定"), officer);
        file = act(file, Move.RESUME, Map.of(), officer);
        file = act(file, Move.PROPOSE, Map.of("what", "extend", "text", "案情复杂"), officer);
        var before = file.leg(1).dueOn();
        file = act(file, Move.EXTEND, Map.of("days", 10, "text", "案情复杂，需要核实"), Given.approver(file));
        file = act(file, Move.PROPOSE, Map.of("what", "refuse", "text", "不符合条件"), officer);
        var ground = given.submission(LICENCE).item().refusals().getFirst();
        file = act(file, Move.REFUSE, Map.of("grounds", List.of(ground), "text", "查明不符合"), Given.approver(file));
        outbox.run();
        var told = inbox(file, file.applicant()).stream().collect(Collectors.toMap(Notice::kind, n -> n, (a, b) -> b));

        assertThat(texts.of(Objects.requireNonNull(told.get(NoticeKind.PAUSED)), false)
                        .body())
                .contains("鉴定，预计 7 天", "不计入办理期限");
        var extended = Objects.requireNonNull(told.get(NoticeKind.EXTENDED));
        assertThat(Time.dateOf(extended.createdAt())).isBeforeOrEqualTo(before);
        assertThat(LocalDate.parse(extended.facts().get("until"))).isAfter(before);
        assertThat(texts.of(extended, false).body()).contains("延长 10 个工作日");
        var refused = Objects.requireNonNull(told.get(NoticeKind.REFUSED));
        assertThat(texts.of(refused, false).body()).contains(ground).containsPattern("不服的，可以.*(复议|复核|复查)");
        assertThat(texts.of(refused, true).body()).contains("You may ask");
    }

    @Test
    @DisplayName("L-03: a supplement is asked with its last day, and told again before it lapses, not after it came")
    void l03_a_supplement_is_told_and_told_again_before_it_lapses() {
        var late = asked();
        var answered = asked();
        outbox.run();
        var until =
                LocalDate.parse(inbox(late, late.applicant()).getLast().facts().get("until"));
        answered = act(
                answered,
                Move.SUPPLEMENT,
                Map.of("materials", Map.of(material(), List.of()), "text", "已补"),
                given.applicant(TRANSFER));
        outbox.run();
        time.set(until.minusDays(1).atTime(9, 30).atZone(Time.ZONE).toInstant());
        reminders.run();
        assertThat(kinds(late)).endsWith(NoticeKind.SUPPLEMENT_ASKED, NoticeKind.SUPPLEMENT_NEAR);
        assertThat(kinds(answered)).endsWith(NoticeKind.SUPPLEMENTED);
        reminders.run();
        assertThat(kinds(late)).filteredOn(NoticeKind.SUPPLEMENT_NEAR::equals).hasSize(1);
    }

    @Test
    @DisplayName("complaint 8: who is told of a near day is found when it is near, not when it was set")
    void who_is_told_is_found_when_it_is_told() {
        var file = given.stepsFinished(given.accepted(TRANSFER));
        outbox.run();
        var task = file.openTasks().stream()
                .filter(t -> t.kind() == TaskKind.DECISION)
                .findFirst()
                .orElseThrow();
        var colleague =
                Actor.staff(file.office() + "/officer2", "经办二", org.tongban.identity.Role.OFFICER, file.office());
        casework.assign(file.casefileId(), task.no(), TaskMove.CLAIM, Map.of(), colleague);
        outbox.run();
        time.set(Objects.requireNonNull(file.leg(1).dueOn())
                .minusDays(1)
                .atTime(10, 0)
                .atZone(Time.ZONE)
                .toInstant());
        reminders.run();
        var near = store.of(file.casefileId()).stream()
                .filter(n -> n.kind() == NoticeKind.DECISION_NEAR)
                .toList();
        assertThat(near).singleElement().satisfies(n -> {
            assertThat(n.recipient()).isEqualTo("account:" + colleague.id());
            assertThat(notices.inbox(colleague, null, 50)).contains(n);
        });
        assertThat(notices.inbox(Given.officer(file), null, 50)).doesNotContainAnyElementsOf(near);
    }

    @Test
    @DisplayName("complaint 8: what waits for an agent is not sent once the applicant has taken the case over")
    void what_waits_for_an_agent_is_dropped_when_they_have_no_more_to_do_with_it() {
        var example = library.of(BY_AGENT).stream()
                .filter(one -> one.filing().agent() != null)
                .findFirst()
                .orElseThrow();
        time.set(example.today());
        var submission = given.submission(BY_AGENT, example.filing(), "agent-" + time.now(), true);
        var principal = example.filing().applicant();
        var applicant = Actor.applicant("principal", principal.name(), vault.subject(principal), 4);
        var file = casework.submit(submission, applicant);
        var agent = Objects.requireNonNull(file.agent());
        file = act(file, Move.ACCEPT, Map.of(), Given.officer(file));
        outbox.run();
        assertThat(inbox(file, agent)).extracting(Notice::kind).contains(NoticeKind.ACCEPTED);
        file = act(file, Move.TAKE_OVER, Map.of(), applicant);
        delivery.run();
        assertThat(sent(file, agent, Notice.Way.SMS))
                .isNotEmpty()
                .allSatisfy(n -> assertThat(n.state()).isEqualTo(Notice.State.DROPPED));
        assertThat(sent(file, file.applicant(), Notice.Way.SMS))
                .isNotEmpty()
                .noneMatch(n -> n.state() == Notice.State.DROPPED);
    }

    @Test
    @DisplayName(
            "D-01: a party is told what is theirs to confirm and that it is over, and the applicant not in their place")
    void d01_a_party_is_told_what_is_theirs_and_no_more() throws Exception {
        var example = library.of(USED_CAR).getFirst();
        time.set(example.today());
        var submission = given.submission(USED_CAR, example.filing(), "party-" + time.now(), true);
        var buyer = given.applicant(USED_CAR);
        var file = casework.submit(submission, buyer);
        outbox.run();
        var seller = file.parties().stream()
                .flatMap(party -> Optional.ofNullable(party.subject()).stream())
                .filter(subject -> !subject.equals(buyer.subject()))
                .findFirst()
                .orElseThrow();
        assertThat(inbox(file, seller)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.CONFIRM_ASKED);
            assertThat(notice.standing()).isEqualTo(Notice.Standing.PARTY);
            assertThat(texts.of(notice, false).body()).doesNotContain("**");
        });
        assertThat(kinds(file)).filteredOn(NoticeKind.CONFIRM_ASKED::equals).hasSize(1);
        act(file, Move.WITHDRAW, Map.of(), buyer);
        outbox.run();
        assertThat(inbox(file, seller))
                .extracting(Notice::kind)
                .containsExactly(NoticeKind.CONFIRM_ASKED, NoticeKind.PART_ENDED);
        var name = examples.groups().getFirst().people().stream()
                .filter(someone -> someone.name().equals("孙浩然"))
                .findFirst()
                .orElseThrow();
        var session = TestSignIn.session(mvc, name.key());
        assertThat(body(
                        session,
                        "/my/notices/" + file.number() + "/"
                                + inbox(file, seller).getFirst().occasion()))
                .contains("请确认", "/my/parts/" + file.number());
    }

    @Test
    @DisplayName("D-26: no notice holds a name, a number or what people wrote")
    void d26_no_notice_holds_personal_data() {
        var file = given.stepsFinished(given.accepted(TRANSFER));
        file = act(file, Move.WRITE, Map.of("text", "我的手机号换了"), given.applicant(TRANSFER));
        outbox.run();
        delivery.run();
        var who = given.example(TRANSFER).filing().applicant();
        var all = store.of(file.casefileId());
        assertThat(all).hasSizeGreaterThan(4).allSatisfy(notice -> {
            var said = texts.of(notice, false);
            assertThat(said + " " + notice.facts() + " " + notice.address())
                    .doesNotContain(who.name())
                    .doesNotContain("手机号换了");
        });
        var phone = who.phone();
        if (phone != null) {
            assertThat(sent(file, file.applicant(), Notice.Way.SMS))
                    .isNotEmpty()
                    .allSatisfy(n -> assertThat(n.address()).isEqualTo(Masking.phone(phone)));
        }
    }

    @Test
    void both_languages_speak_of_the_same_facts() {
        var place = java.util.regex.Pattern.compile("\\{(\\w+)}");
        for (var kind : NoticeKind.values()) {
            var facts = new HashMap<Boolean, List<String>>();
            for (var english : List.of(false, true)) {
                var template = texts.template(kind, english);
                var all = template.title() + template.body() + template.todo();
                facts.put(
                        english,
                        place.matcher(all)
                                .results()
                                .map(m -> m.group(1).replaceFirst("En$", ""))
                                .distinct()
                                .sorted()
                                .toList());
            }
            assertThat(facts.get(true)).as("%s", kind).isEqualTo(facts.get(false));
        }
    }

    private Casefile asked() {
        var file = given.submitted(TRANSFER);
        return act(
                file,
                Move.ASK_SUPPLEMENT,
                Map.of("defects", List.of("material." + material()), "text", "请补齐", "days", 15),
                Given.officer(file));
    }

    private String material() {
        return given.submission(TRANSFER).item().materials().getFirst().key();
    }

    private List<org.tongban.casework.Entry> entries(Casefile file) {
        return casebook.open(file.casefileId(), Given.officer(file)).lines().stream()
                .map(Casebook.Line::entry)
                .toList();
    }

    private List<NoticeKind> kinds(Casefile file) {
        return inbox(file, file.applicant()).stream().map(Notice::kind).toList();
    }
}
