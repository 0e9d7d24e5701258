package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** Parts with their own place, clock and outcome: what is done, what is owed, and what the end of one means for the others (policy L-29). */
@TongbanTest
@Import(Given.class)
class LegsTest extends CaseInHand {
    private static final String PENSION = "2020-07";
    private static final String BIRTH = "later-08";
    private static final String HOUSEHOLD = "2021-06";
    private static final String PARENTS = "2021-07";

    @Autowired
    ItemExamples examples;

    @Autowired
    Catalogue catalogue;

    @Test
    @DisplayName("a pension transfer's letter, information sheet and money end on three days, each at its own place")
    void a_pension_transfer_ends_part_by_part() {
        var file = accepted(PENSION, 0);
        var from = file.offices().get("from");
        assertThat(file.legs()).extracting(Leg::key).containsExactly("letter", "sheet", "fund", "credit");
        assertThat(file.legs()).extracting(Leg::office).containsExactly(file.office(), from, from, file.office());
        assertThat(file.openTasks())
                .extracting(Task::title)
                .singleElement()
                .asString()
                .startsWith("审核本地参保情况");
        assertThat(file.leg(1).dueOn()).isEqualTo(LocalDate.of(2026, 3, 23));
        assertThat(file.leg(2).dueOn()).as("its own limit begins with it").isNull();
        assertThat(file.leg(4).dueOn())
                .as("what was promised for the whole counts from acceptance")
                .isEqualTo(LocalDate.of(2026, 4, 14));

        on(MONDAY.plusDays(3));
        file = granted(file, 1);
        assertThat(file.leg(2).dueOn()).isEqualTo(LocalDate.of(2026, 3, 26));
        assertThat(file.openTasks())
                .filteredOn(t -> t.kind() == TaskKind.DECISION)
                .extracting(Task::office)
                .containsExactly(from, from);
        var early = file;
        assertThat(refusal(early, grant(early, 2), Given.officer(early)).code())
                .as("the sheet is the other place's")
                .isEqualTo("not-yours");
        assertThat(refusal(early, grant(early, 4), Given.officer(early)).code()).isEqualTo("not-begun");

        on(MONDAY.plusDays(7));
        file = granted(file, 2);
        var progress = PartProgress.of(file, catalogue.item(PENSION));
        assertThat(progress.get(3).waitsFor()).extracting(Leg::name).containsExactly("基金划转");
        assertThat(progress.get(2).owed()).singleElement().satisfies(t -> {
            assertThat(t.title()).startsWith("划转个人账户储存额");
            assertThat(t.office()).isEqualTo(from);
            assertThat(t.dueOn()).isEqualTo(LocalDate.of(2026, 3, 26));
        });
        on(MONDAY.plusDays(14));
        file = granted(file, 3);
        assertThat(file.openTasks())
                .filteredOn(t -> t.kind() == TaskKind.DECISION)
                .extracting(Task::office)
                .containsExactly(file.office());
        on(MONDAY.plusDays(16));
        file = granted(file, 4);

        assertThat(file.legs())
                .extracting(Leg::decidedOn)
                .containsExactly(MONDAY.plusDays(3), MONDAY.plusDays(7), MONDAY.plusDays(14), MONDAY.plusDays(16));
        assertThat(file.outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(Casefile.replay(store.events(file.casefileId()))).isEqualTo(file);
    }

    @Test
    @DisplayName(
            "where the place of origin finds no record, what waited for the sheet and the money end, and the whole is refused")
    void where_the_sheet_is_refused_the_rest_ends() {
        var file = refused(granted(accepted(PENSION, 0), 1), 2);
        assertThat(file.legs())
                .extracting(Leg::outcome)
                .containsExactly(Outcome.GRANTED, Outcome.REFUSED, Outcome.TERMINATED, Outcome.TERMINATED);
        assertThat(file.outcome()).as("a letter that was sent is no result").isEqualTo(Outcome.REFUSED);
        assertThat(file.openTasks()).noneMatch(t -> t.leg() > 2);
    }

    @Test
    @DisplayName("a disputed lump sum is refused by itself; the rest is transferred")
    void a_disputed_part_is_refused_by_itself() {
        var file = granted(accepted(PENSION, 1), 1);
        int lumpSum = no(file, "lumpSum");
        file = refused(given.stepsFinished(file), lumpSum);
        assertThat(file.outcome()).isNull();
        for (var key : List.of("sheet", "fund", "credit")) {
            file = granted(file, no(file, key));
        }
        assertThat(file.outcome()).isEqualTo(Outcome.PARTLY_GRANTED);
        assertThat(file.leg(lumpSum).outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    @DisplayName("what all parts have in common is done once and holds each of them; each is then paid on its own day")
    void each_benefit_is_decided_and_paid_by_itself() {
        var file = accepted(BIRTH, 0);
        assertThat(file.legs().size()).isGreaterThan(1);
        assertThat(file.openTasks()).extracting(Task::kind).containsExactly(TaskKind.WORK);
        var early = file;
        var grant = Act.of(Move.PROPOSE, Map.of("leg", 2, "what", "grant", "text", "请审批"));
        assertThat(refusal(early, grant, Given.officer(early)).code())
                .as("not among what can be proposed yet")
                .isEqualTo("fields");
        file = given.stepsFinished(file);
        assertThat(file.openTasks())
                .extracting(Task::leg)
                .hasSameSizeAs(file.legs())
                .doesNotHaveDuplicates();

        file = granted(file, 2);
        assertThat(file.openTasks())
                .filteredOn(t -> t.kind() == TaskKind.WORK)
                .singleElement()
                .satisfies(t -> assertThat(t.leg()).isEqualTo(2));
        file = refused(file, 1);
        assertThat(file.openTasks())
                .as("nothing is paid for what was refused")
                .noneMatch(t -> t.leg() == 1 && t.kind() == TaskKind.WORK);
    }

    @Test
    @DisplayName("of a family of four one is not granted, and the others move")
    void of_a_family_of_four_one_is_not_granted() {
        var file = given.stepsFinished(accepted(HOUSEHOLD, index(HOUSEHOLD, "一家四口")));
        assertThat(file.legs()).hasSize(4);
        file = refused(file, 3);
        for (int no : List.of(1, 2, 4)) {
            file = granted(file, no);
        }
        assertThat(file.outcome()).isEqualTo(Outcome.PARTLY_GRANTED);
        assertThat(file.legs())
                .extracting(Leg::outcome)
                .containsExactly(Outcome.GRANTED, Outcome.GRANTED, Outcome.REFUSED, Outcome.GRANTED);
    }

    @Test
    @DisplayName("two old people leave two places; one whom her place does not let go does not hold up the other")
    void two_people_leave_two_places() {
        var file = accepted(PARENTS, 0);
        var spouses = file.offices().get("spouse_from");
        assertThat(spouses).isNotEqualTo(file.offices().get("from"));
        file = given.stepsFinished(file);
        assertThat(file.tasks())
                .filteredOn(t -> t.leg() == 2 && t.step() >= 0)
                .extracting(Task::office)
                .containsOnly(spouses);
        file = refused(file, 2);
        file = granted(file, 1);
        assertThat(file.outcome()).isEqualTo(Outcome.PARTLY_GRANTED);
    }

    @Test
    @DisplayName("each part gives its own result and no other's")
    void a_part_gives_its_own_result() {
        var file = accepted(PENSION, 0);
        var others = Act.of(Move.GRANT, Map.of("leg", 1, "results", List.of("转移基金")));
        assertThat(refusal(file, others, Given.officer(file)).code()).isEqualTo("fields");
    }

    @Test
    @DisplayName("a task is for the post that it wants: an approver's is nobody else's to claim or to be handed")
    void a_task_is_for_the_post_that_it_wants() {
        var file = given.stepsFinished(accepted(HOUSEHOLD, 0));
        file = proposed(file, 1, Move.GRANT);
        var approval = open(file, TaskKind.APPROVAL);
        var decision = open(file, TaskKind.DECISION);
        long id = file.casefileId();
        var officer = Given.officer(file);
        var approver = Given.approver(file);
        assertThat(code(() -> casework.assign(id, approval.no(), TaskMove.CLAIM, Map.of(), officer)))
                .isEqualTo("other-role");
        assertThat(code(() -> casework.assign(id, decision.no(), TaskMove.CLAIM, Map.of(), approver)))
                .isEqualTo("other-role");
        var clerk = Actor.staff(file.office() + "/clerk", "窗口", Role.CLERK, file.office());
        assertThat(code(() -> casework.assign(id, decision.no(), TaskMove.CLAIM, Map.of(), clerk)))
                .isEqualTo("other-role");
        var claimed = casework.assign(id, approval.no(), TaskMove.CLAIM, Map.of(), approver);
        assertThat(claimed.task(approval.no()).orElseThrow().claimedBy()).isEqualTo(approver.id());
        assertThat(casework.assignable(claimed, officer))
                .extracting(f -> f.form().task())
                .contains(decision.no())
                .doesNotContain(approval.no());
    }

    @Test
    @DisplayName("D-01: an office that sent a case to another reads only that it did, where to and why")
    void d01_an_office_that_sent_a_case_away_reads_only_that() {
        var file = submitted(PENSION, 0);
        var there = "social-insurance-320115";
        var here = Given.officer(file);
        file = act(file, Act.of(Move.REROUTE, Map.of("office", there, "text", "参保地在江宁")), here);
        var sent = file;
        assertThat(Rights.whole(sent, here)).isFalse();
        assertThatThrownBy(() -> casebook.open(sent.casefileId(), here)).isInstanceOf(NoSuchCase.class);
        assertThat(casebook.sentAway(sent, here)).hasValueSatisfying(away -> {
            assertThat(away.to()).isEqualTo(there);
            assertThat(away.reason()).isEqualTo("参保地在江宁");
        });
        assertThat(casework.possible(sent, here)).isEmpty();
        assertThat(Rights.whole(sent, Given.officer(sent))).isTrue();
        assertThat(casebook.sentAway(sent, Given.officer(sent))).isEmpty();
    }

    @Autowired
    Casebook casebook;

    private static String code(Runnable tried) {
        try {
            tried.run();
        } catch (RefusedMove e) {
            return e.refusal().code();
        }
        throw new AssertionError("not refused");
    }

    private static Task open(Casefile file, TaskKind kind) {
        return file.openTasks().stream()
                .filter(t -> t.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void on(LocalDate day) {
        time.set(day.atTime(9, 0).atZone(Time.ZONE).toInstant());
    }

    private int index(String item, String words) {
        var all = examples.of(item);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().contains(words)) {
                return i;
            }
        }
        throw new AssertionError("no example " + words);
    }

    private static int no(Casefile file, String key) {
        return file.legs().stream()
                .filter(l -> l.key().equals(key))
                .findFirst()
                .orElseThrow()
                .no();
    }

    private Casefile submitted(String item, int example) {
        return given.submitted(item, examples.of(item).get(example));
    }

    private Casefile accepted(String item, int example) {
        return given.accepted(item, examples.of(item).get(example));
    }

    private Casefile granted(Casefile file, int leg) {
        var item = catalogue.item(file.itemId());
        if (!item.decision().approver()) {
            return act(file, grant(file, leg), officer(file, leg));
        }
        return act(proposed(file, leg, Move.GRANT), grant(file, leg), approver(file, leg));
    }

    private Act grant(Casefile file, int leg) {
        var result = MoveForms.results(
                        catalogue.item(file.itemId()), file.leg(leg).key())
                .getFirst();
        return Act.of(Move.GRANT, Map.of("leg", leg, "results", List.of(result), "text", "同意"));
    }

    private Casefile refused(Casefile file, int leg) {
        var ground = catalogue.item(file.itemId()).refusals().getFirst();
        return act(
                proposed(file, leg, Move.REFUSE),
                Act.of(Move.REFUSE, Map.of("leg", leg, "grounds", List.of(ground), "text", "查明不符合条件")),
                approver(file, leg));
    }

    private Casefile proposed(Casefile file, int leg, Move what) {
        return act(
                file,
                Act.of(Move.PROPOSE, Map.of("leg", leg, "what", what.apiName(), "text", "请审批")),
                officer(file, leg));
    }

    private static Actor officer(Casefile file, int leg) {
        var office = file.leg(leg).office();
        return Actor.staff(office + "/officer1", "经办", Role.OFFICER, office);
    }

    private static Actor approver(Casefile file, int leg) {
        var office = file.leg(leg).office();
        return Actor.staff(office + "/approver", "审批", Role.APPROVER, office);
    }
}
