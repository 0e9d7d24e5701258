package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;

@TongbanTest
class PeopleTest {

    private static final Actor SYSTEM_ADMIN =
            Actor.staff("coordination-320000/system-admin", "系统", Role.SYSTEM_ADMIN, "coordination-320000");
    private static final Actor SECURITY_ADMIN =
            Actor.staff("coordination-320000/security-admin", "安全", Role.SECURITY_ADMIN, "coordination-320000");
    private static final Actor AUDITOR =
            Actor.staff("coordination-320000/audit-admin", "审计", Role.AUDIT_ADMIN, "coordination-320000");

    @Autowired
    People people;

    @Autowired
    Staffing staffing;

    @Autowired
    Mandates mandates;

    @Autowired
    SecurityLog securityLog;

    @Autowired
    LeadDepartments departments;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableTime time;

    @Test
    void every_office_of_every_place_has_people_in_the_demonstration() {
        for (var office : new String[] {"social-insurance-650102", "notary-440100", "vehicle-administration-540100"}) {
            assertThat(people.staff(office, Role.OFFICER)).hasSize(2);
            assertThat(people.staff(office, Role.APPROVER)).hasSize(1);
            assertThat(people.staff(office, Role.CLERK)).hasSize(2);
            assertThat(people.staff(office, Role.CHECKER)).hasSize(1);
            assertThat(people.staff(office, Role.MANAGER)).isEmpty();
        }
        assertThat(people.staff("social-insurance-999999", Role.OFFICER)).isEmpty();
        assertThat(people.staff("social-insurance-650102", Role.OFFICER))
                .extracting(StaffMember::id)
                .containsExactly("social-insurance-650102/officer1", "social-insurance-650102/officer2");
        assertThat(people.staff("social-insurance-650102", Role.OFFICER))
                .extracting(StaffMember::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("\\p{IsHan}{2,3}"));
    }

    @Test
    void every_lead_department_has_two_managers_so_that_one_checks_the_other_M_02() {
        assertThat(departments.names()).hasSize(17).contains("省司法厅", "民航江苏安全监管局");
        assertThat(departments.names())
                .allSatisfy(name -> assertThat(departments.office(name))
                        .isPresent()
                        .get()
                        .satisfies(office -> {
                            assertThat(people.staff(office, Role.MANAGER)).hasSize(2);
                            assertThat(departments.department(office)).contains(name);
                        }));
    }

    @Test
    @DisplayName("D-24: name, number and phone of an applicant are nowhere in the clear")
    void applicants_are_sealed() {
        var person = new Person(
                "欧阳未明", null, "护照", "E12345678", LocalDate.of(1990, 1, 2), Sex.MALE, "13900009999", "320102");
        var login = people.enrol(person, 3).orElseThrow();

        assertThat(people.applicant(login.account())).contains(person);
        assertThat(people.applicantBySubject(vault.subject(person))).contains(person);
        var stored = jdbc.sql("select account::text || encode(sealed, 'escape') from identity.account where id = :id")
                .param("id", login.account())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("欧阳", "E12345678", "13900009999");
    }

    @Test
    @DisplayName("N-22: one person has one account, whatever changes about them")
    void one_person_has_one_account() {
        var number = new IdNumber("320104198605126004");
        var first = people.enrol(Person.of("李小燕", number, "13900001000"), 4).orElseThrow();
        var second = people.enrol(Person.of("李小燕", number, "13900002222"), 4).orElseThrow();

        assertThat(second.account()).isEqualTo(first.account());
        assertThat(people.applicant(first.account()).map(Applicant::phone)).contains("13900002222");
        assertThat(people.enrol(new Organisation("南京云帆", new Uscc("91320114Y2121YA94H"), null, null, null, null), 4)
                        .orElseThrow()
                        .account())
                .isNotEqualTo(first.account());
    }

    @Test
    void an_office_s_system_acts_for_its_own_staff_only() {
        var system = new Client("s", "系统", Role.OFFICE_SYSTEM, "tax-320100", 5).actor();

        assertThat(people.inPlaceOf(system, "tax-320100/officer1", null)).hasValueSatisfying(officer -> {
            assertThat(officer.id()).isEqualTo("tax-320100/officer1");
            assertThat(officer.role()).isEqualTo(Role.OFFICER);
            assertThat(officer.office()).isEqualTo("tax-320100");
        });
        assertThat(people.inPlaceOf(system, "tax-320200/officer1", null)).isEmpty();
        assertThat(people.inPlaceOf(system, "tax-320100/officer1", Role.APPROVER))
                .isEmpty();
        assertThat(people.inPlaceOf(system, "tax-320100/nobody", null)).isEmpty();
        var platform = new Client("p", "平台", Role.PLATFORM, null, 4).actor();
        assertThat(people.inPlaceOf(platform, "tax-320100/officer1", null)).isEmpty();
    }

    @Test
    void who_holds_several_posts_at_an_office_is_told_by_their_role() {
        var account = staffing.add(SYSTEM_ADMIN, "周两岗", "province", "two-posts");
        staffing.givePost(SECURITY_ADMIN, account, new Post(Role.OFFICER, "tax-320300"), TestNode.START, null);
        staffing.givePost(SECURITY_ADMIN, account, new Post(Role.CHECKER, "tax-320300"), TestNode.START, null);
        var system = new Client("s", "系统", Role.OFFICE_SYSTEM, "tax-320300", 5).actor();

        assertThat(people.inPlaceOf(system, account, null)).isEmpty();
        assertThat(people.inPlaceOf(system, account, Role.CHECKER).map(Actor::role))
                .contains(Role.CHECKER);
        assertThat(people.staff("tax-320300", Role.CHECKER))
                .extracting(StaffMember::id)
                .containsExactly("tax-320300/checker", account);
    }

    @Test
    void a_post_holds_between_its_dates() {
        var account = staffing.add(SYSTEM_ADMIN, "郑有期", "province", "dated");
        var post = new Post(Role.CLERK, "service-hall-320200");
        staffing.givePost(SECURITY_ADMIN, account, post, TestNode.START.plusDays(1), null);
        assertThat(people.posts(account)).isEmpty();

        staffing.givePost(SECURITY_ADMIN, account, post, TestNode.START, TestNode.START.plusDays(3));
        assertThat(people.posts(account)).extracting(StaffMember::post).containsExactly(post);

        staffing.takePost(SECURITY_ADMIN, account, post);
        assertThat(people.posts(account)).isEmpty();
        assertThatThrownBy(() -> staffing.takePost(SECURITY_ADMIN, account, post))
                .isInstanceOf(Staffing.Refused.class);
    }

    @Test
    @DisplayName("D-22: three administrators apart, each with their own right")
    void administrators_are_apart() {
        assertThatThrownBy(() -> staffing.add(SECURITY_ADMIN, "王五", "province", "x"))
                .isInstanceOf(Staffing.Refused.class);
        var account = staffing.add(SYSTEM_ADMIN, "王五", "province", "three");
        assertThatThrownBy(() -> staffing.add(SYSTEM_ADMIN, "王六", "province", "three"))
                .isInstanceOf(Staffing.Refused.class);
        var system = new Post(Role.SYSTEM_ADMIN, "coordination-320000");
        assertThatThrownBy(() -> staffing.givePost(SYSTEM_ADMIN, account, system, TestNode.START, null))
                .isInstanceOf(Staffing.Refused.class);
        assertThatThrownBy(() -> staffing.givePost(SECURITY_ADMIN, SECURITY_ADMIN.id(), system, TestNode.START, null))
                .isInstanceOf(Staffing.Refused.class);
        staffing.givePost(SECURITY_ADMIN, account, system, TestNode.START, null);
        for (var other : List.of(Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)) {
            var post = new Post(other, "coordination-320000");
            assertThatThrownBy(() -> staffing.givePost(SECURITY_ADMIN, account, post, TestNode.START, null))
                    .isInstanceOf(Staffing.Refused.class);
        }
        for (var wrong : List.of(new Post(Role.OFFICER, "tax-999999"), new Post(Role.CLOCK, "tax-320000"))) {
            assertThatThrownBy(() -> staffing.givePost(SECURITY_ADMIN, account, wrong, TestNode.START, null))
                    .isInstanceOf(Staffing.Refused.class);
        }
    }

    @Test
    @DisplayName("D-21: changes of who may do what stand in the security log, for the auditor alone")
    void changes_are_logged() {
        var account = staffing.add(SYSTEM_ADMIN, "冯留痕", "province", "logged");
        staffing.givePost(SECURITY_ADMIN, account, new Post(Role.CLERK, "tax-320000"), TestNode.START, null);

        assertThat(securityLog.find(
                        AUDITOR, new SecurityLog.Query(null, null, time.now().plusSeconds(1), 50)))
                .filteredOn(entry -> entry.object().equals(account))
                .extracting(SecurityLog.Entry::act, SecurityLog.Entry::account)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(SecurityLog.Act.POST_GIVEN, SECURITY_ADMIN.id()),
                        org.assertj.core.groups.Tuple.tuple(SecurityLog.Act.STAFF_ADDED, SYSTEM_ADMIN.id()));
        assertThatThrownBy(() -> securityLog.find(SYSTEM_ADMIN, new SecurityLog.Query(null, null, time.now(), 50)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("N-22: an agent acts within the scope and the dates of a mandate, and no longer once it is revoked")
    void agents_have_mandates() {
        var principal = actor(new Organisation("单位", new Uscc("91320506BHKNBQKF0W"), null, null, null, null));
        var agent = actor(Person.of("王建国", new IdNumber("320311196511036038"), null));
        var mandate = new Mandate(
                "m-1",
                subject(principal),
                subject(agent),
                new Mandate.Names("单*", "王**"),
                Relation.HANDLER,
                List.of("a-service"),
                TestNode.START,
                TestNode.START.plusDays(9),
                "授权委托书原件");

        assertThatThrownBy(() -> mandates.give(mandate, agent)).isInstanceOf(IllegalArgumentException.class);
        mandates.give(mandate, principal);
        mandates.give(mandate, principal);
        assertThat(mandates.of(subject(agent))).containsExactly(mandate);
        assertThat(mandates.forItem(subject(agent), subject(principal), "a-service"))
                .contains(mandate);
        assertThat(mandates.forItem(subject(agent), subject(principal), "another"))
                .isEmpty();
        assertThat(mandates.forItem(subject(principal), subject(agent), "a-service"))
                .isEmpty();
        assertThat(mandate.covers("a-service", TestNode.START.plusDays(10))).isFalse();

        var stranger = actor(Person.of("陈思雨", new IdNumber("320583200309156062"), null));
        assertThatThrownBy(() -> mandates.revoke("m-1", stranger)).isInstanceOf(IllegalArgumentException.class);
        assertThat(mandates.revoke("m-1", principal)).isTrue();
        assertThat(mandates.revoke("m-1", principal)).isFalse();
        assertThat(mandates.of(subject(agent))).isEmpty();
    }

    private Actor actor(Applicant applicant) {
        return Objects.requireNonNull(people.enrol(applicant, 4).orElseThrow().actor());
    }

    private static String subject(Actor actor) {
        return Objects.requireNonNull(actor.subject());
    }
}
