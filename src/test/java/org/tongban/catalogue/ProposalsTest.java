package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.catalogue.Proposal.State;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.places.OfficeKinds;
import org.tongban.places.Offices;
import org.tongban.places.Regions;

/** What a lead department changes in its services. In years of their own, so that no other test meets the changes. */
@TongbanTest
class ProposalsTest {

    private static final LocalDate DAY = LocalDate.of(2031, 5, 12);
    private static final String ITEM = "2021-17";
    private static final Actor FIRST = manager("human-resources-320000/manager", "human-resources-320000");
    private static final Actor SECOND = manager("human-resources-320000/manager2", "human-resources-320000");

    @Autowired
    Proposals proposals;

    @Autowired
    Outlooks outlooks;

    @Autowired
    Trials trials;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    ItemStore store;

    @Autowired
    Regions regions;

    @Autowired
    OfficeKinds kinds;

    @Autowired
    Offices offices;

    @Autowired
    SettableTime time;

    private int year;

    @BeforeEach
    void in_a_year_of_its_own() {
        year = (int) proposals.of(ITEM).size();
        time.set(day(0));
    }

    @AfterEach
    void back() {
        time.set(TestNode.START);
    }

    private LocalDate day(int after) {
        return DAY.plusYears(year).plusDays(after);
    }

    private static Actor manager(String id, String office) {
        return Actor.staff(id, id, Role.MANAGER, office);
    }

    private Proposal.Content content(int from, @Nullable String place, Change... changes) {
        return new Proposal.Content(place, day(from), day(from + 9), "苏人社函〔2031〕1号", "", List.of(changes), null);
    }

    private Proposal sent(Proposal.Content content) {
        var entered = proposals.enter(FIRST, ITEM, content);
        return proposals.send(FIRST, entered.id(), entered.revision());
    }

    private Proposal published(Proposal.Content content) {
        var sent = sent(content);
        return proposals.publish(SECOND, sent.id(), sent.revision());
    }

    private static Change modes(String... modes) {
        return Change.of("modes", List.of(modes));
    }

    private static Change committed(int days) {
        return Change.of("limits.committed", Map.of("days", days, "unit", "working", "from", "accepted"));
    }

    @Test
    void a_mode_holds_from_its_day_once_a_second_person_has_published_it_M_02() {
        var before = catalogue.item(ITEM);
        assertThat(before.modes()).contains(Mode.ONLINE);

        var sent = sent(content(1, null, modes("异地代收代办")));
        assertThat(catalogue.item(ITEM)).isEqualTo(before);
        assertThatThrownBy(() -> proposals.publish(FIRST, sent.id(), sent.revision()))
                .isInstanceOf(RefusedChange.class)
                .hasMessageContaining("另一位管理员");
        proposals.publish(SECOND, sent.id(), sent.revision());

        assertThat(catalogue.item(ITEM)).isEqualTo(before);
        time.set(day(1));
        assertThat(catalogue.item(ITEM).modes()).containsExactly(Mode.RECEIVED_ELSEWHERE);
        assertThat(catalogue.version(ITEM, before.version())).isEqualTo(before);
        time.set(day(11));
        assertThat(catalogue.item(ITEM)).isEqualTo(before);
        assertThat(proposals.steps(sent.id()))
                .extracting(Proposals.Step::act)
                .containsExactly(Proposals.Act.ENTERED, Proposals.Act.SENT, Proposals.Act.PUBLISHED);
    }

    @Test
    void only_managers_of_the_lead_department_may_M_02() {
        var content = content(1, null, modes("异地代收代办"));
        for (var stranger : List.of(
                manager("justice-320000/manager", "justice-320000"),
                Actor.staff("human-resources-320000/officer1", "", Role.OFFICER, "human-resources-320000"))) {
            assertThat(proposals.items(stranger)).extracting(Item::id).doesNotContain(ITEM);
            assertThatThrownBy(() -> proposals.enter(stranger, ITEM, content))
                    .isInstanceOf(RefusedChange.class)
                    .hasMessageContaining("只能由牵头单位");
        }
        var sent = sent(content);
        var other = manager("justice-320000/manager2", "justice-320000");
        assertThat(proposals.find(sent.id(), other)).isEmpty();
        assertThatThrownBy(() -> proposals.publish(other, sent.id(), sent.revision()))
                .isInstanceOf(RefusedChange.class);
        assertThatThrownBy(() -> proposals.withdraw(SECOND, sent.id(), sent.revision()))
                .isInstanceOf(RefusedChange.class)
                .hasMessageContaining("本人");
        proposals.withdraw(FIRST, sent.id(), sent.revision());
    }

    @Test
    void another_node_of_the_database_learns_of_it_without_a_restart() {
        var other = new Catalogue(store, time, regions, kinds, offices);
        published(content(0, null, Change.of("fee", "不收费（试行期间）")));
        assertThat(catalogue.item(ITEM).fee()).isEqualTo("不收费（试行期间）");

        other.lookAgain();

        assertThat(other.item(ITEM)).isEqualTo(catalogue.item(ITEM));
        assertThat(other.edition()).isEqualTo(catalogue.edition());
    }

    @Test
    void what_is_wrong_is_refused_with_its_reason_before_it_can_be_published() {
        assertRefused("“nobody”不是表单里的问题", Change.of("eligibility[0].rule", "nobody == 1"));
        assertRefused("承诺时限不能长于法定时限", committed(900), statutory(20));
        assertRefused("M-04", Change.of("on_site", Map.of("text", "到窗口", "attends", "always")));
        assertRefused(
                "M-03",
                Change.of("on_site", Map.of("text", "到窗口", "attends", "always", "instrument", "某法第一条")),
                modes("全程网办"));
        assertRefused(
                "N-14",
                Change.of(
                        "materials[+extra]",
                        Map.of("key", "extra", "name", "另一份证明", "required", true, "medium", "复印件")));
        assertRefused("不能改动", Change.of("name", "别的名字"));
        assertRefused("没有改动", Change.of("fee", catalogue.item(ITEM).fee()));
        assertRefused("没有写办理模式", modes());
        assertThatThrownBy(() -> proposals.enter(FIRST, ITEM, content(-1, null, Change.of("fee", "免费"))))
                .hasMessageContaining("不能早于今天");
        assertThatThrownBy(() -> proposals.enter(
                        FIRST,
                        ITEM,
                        new Proposal.Content(null, day(1), null, " ", "", List.of(Change.of("fee", "免费")), null)))
                .hasMessageContaining("依据");
    }

    private void assertRefused(String reason, Change... changes) {
        assertThatThrownBy(() -> proposals.enter(FIRST, ITEM, content(1, null, changes)))
                .isInstanceOf(RefusedChange.class)
                .hasMessageContaining(reason);
    }

    private static Change statutory(int days) {
        return Change.of("limits.statutory", Map.of("days", days, "unit", "working", "from", "accepted"));
    }

    @Test
    void a_value_of_one_place_holds_there_alone_and_a_filing_for_it_takes_its_version_M_13() {
        var filing = examples.of(ITEM).getFirst().filing();
        var national = catalogue.item(ITEM);
        var place = String.valueOf(
                catalogue.check(national, filing, day(0)).places().get(PlaceRule.HANDLED_BY));

        published(content(0, place, committed(3), Change.of("limits.committed_text", "3个工作日")));
        published(content(0, null, committed(4)));

        assertThat(catalogue
                        .holding(catalogue.item(ITEM), filing, day(0))
                        .limits()
                        .committedText())
                .isEqualTo("3个工作日");
        assertThat(catalogue
                        .local(ITEM, place, day(0))
                        .limits()
                        .committed()
                        .getFirst()
                        .limit())
                .isEqualTo(new Limit.Counted(3, org.tongban.calendar.LimitUnit.WORKING, Limit.Start.ACCEPTED));
        assertThat(catalogue
                        .local(ITEM, "650100", day(0))
                        .limits()
                        .committed()
                        .getFirst()
                        .limit())
                .isEqualTo(new Limit.Counted(4, org.tongban.calendar.LimitUnit.WORKING, Limit.Start.ACCEPTED));
    }

    @Test
    void a_material_is_added_changed_and_taken_away() {
        var added = published(content(
                0,
                null,
                Change.of(
                        "materials[+extra]",
                        Map.of("key", "extra", "name", "委托书", "required", false, "medium", "原件"))));
        published(content(0, null, Change.of("materials[extra].name", "授权委托书")));
        assertThat(catalogue.item(ITEM).material("extra").map(Material::name)).contains("授权委托书");

        published(content(0, null, Change.removal("materials[extra]")));
        assertThat(catalogue.item(ITEM).material("extra")).isEmpty();
        assertThat(catalogue.lostOverlays(ITEM)).isEmpty();
        assertThat(outlooks.of(added).after().material("extra")).isEmpty();
    }

    @Test
    void a_published_change_is_ended_by_two_people_too() {
        var before = catalogue.item(ITEM);
        var change = published(content(2, null, Change.of("fee", "每件五元")));
        var ended = published(new Proposal.Content(null, day(1), null, "苏人社函〔2031〕2号", "", List.of(), change.id()));

        time.set(day(3));
        assertThat(catalogue.item(ITEM)).isEqualTo(before);
        assertThat(outlooks.of(ended).before().fee()).isEqualTo("每件五元");
        assertThat(outlooks.of(ended).after().fee()).isEqualTo(before.fee());
    }

    @Test
    void who_acts_on_an_older_state_is_told_what_happened() {
        var sent = sent(content(1, null, Change.of("fee", "免费")));
        assertThatThrownBy(() -> proposals.sendBack(SECOND, sent.id(), sent.revision(), " "))
                .hasMessageContaining("为什么退回");
        var returned = proposals.sendBack(SECOND, sent.id(), sent.revision(), "依据文号不对");
        assertThat(returned.state()).isEqualTo(State.RETURNED);

        assertThatThrownBy(() -> proposals.withdraw(FIRST, sent.id(), sent.revision()))
                .isInstanceOf(RefusedChange.class)
                .hasMessageContaining("退回");
        var changed =
                proposals.change(FIRST, sent.id(), returned.revision(), content(1, null, Change.of("fee", "不收任何费用")));
        assertThat(changed.state()).isEqualTo(State.DRAFT);
        proposals.withdraw(FIRST, sent.id(), changed.revision());
        assertThat(proposals.open(FIRST)).extracting(Proposal::id).doesNotContain(sent.id());
    }

    @Test
    void a_trial_says_which_examples_come_out_otherwise_and_stores_nothing() {
        var before = catalogue.item(ITEM);
        var entered = proposals.enter(
                FIRST,
                ITEM,
                content(
                        1,
                        null,
                        Change.of("eligibility[+]", Map.of("text", "暂停办理", "rule", "false")),
                        Change.of("fee", "免费")));
        var outlook = outlooks.of(entered);

        assertThat(outlook.problems()).isEmpty();
        assertThat(trials.outcomes(before, outlook.after()))
                .isNotEmpty()
                .allMatch(Trials.Outcome::changed)
                .allMatch(o -> Boolean.FALSE.equals(o.after().eligible()));
        assertThat(trials.outcomes(before, before)).noneMatch(Trials.Outcome::changed);
        assertThatThrownBy(() -> catalogue.version(ITEM, outlook.after().version()))
                .isInstanceOf(IllegalArgumentException.class);
        proposals.withdraw(FIRST, entered.id(), entered.revision());
    }

    @Test
    void a_rule_is_checked_in_words() {
        var item = catalogue.item(ITEM);
        var good = trials.rule(item, "today > date(\"2020-01-01\")");
        assertThat(good.problem()).isNull();
        assertThat(good.verdicts()).hasSameSizeAs(examples.of(ITEM)).allMatch(v -> Boolean.TRUE.equals(v.met()));
        assertThat(trials.rule(item, "today > 3").problem()).contains("左边是日期，右边是整数");
        assertThat(trials.rule(item, "\"a\"").problem()).contains("得出的是“文字”");
        assertThat(trials.rule(item, "today > （").problem()).contains("写法不对");
        assertThat(Set.copyOf(trials.rule(item, "applicant.sex == \"男\"").asks()))
                .containsExactly("申请人的性别");
    }
}
