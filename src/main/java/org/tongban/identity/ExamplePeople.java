package org.tongban.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tongban.places.Regions;

/** 演示人员: the fictitious people one may sign in as. They exist in the demonstration only. */
@Component
@Profile("demo")
public class ExamplePeople {
    /** Person, name and document matched (policy N-21). */
    private static final int ASSURANCE = 4;

    private static final String PERSON = "person-";
    private static final String ORGANISATION = "organisation-";
    private static final LocalDate MANDATED_FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate MANDATED_TO = LocalDate.of(2035, 12, 31);

    private final ExampleFile file;
    private final ExampleStaff staff;
    private final Regions regions;
    private final People people;
    private final Mandates mandates;

    ExamplePeople(ExampleFile file, ExampleStaff staff, Regions regions, People people, Mandates mandates) {
        this.file = file;
        this.staff = staff;
        this.regions = regions;
        this.people = people;
        this.mandates = mandates;
    }

    /**
     * 演示中的一个人.
     *
     * @param key what signing in as them sends back
     * @param about who they are, in Chinese
     */
    public record Someone(String key, String name, String about) {}

    /** 演示人员的一组: who do the same, or work at the same office. */
    public record Group(String title, List<Someone> people) {}

    /** Everybody of note, by what they do. */
    public List<Group> groups() {
        return List.of(
                new Group("申请人", persons()),
                new Group("单位经办人", agents()),
                new Group("单位（法人账号）", organisations()),
                new Group("窗口人员", staff(file.desks("counters"))),
                new Group("经办人和审批人", staff(file.desks("offices"))),
                new Group("配合单位", staff(file.desks("checkers"))),
                new Group(
                        "牵头单位管理员", staff.managers().stream().map(this::someone).toList()),
                new Group(
                        "省协调办和系统管理",
                        staff.coordinators().stream().map(this::someone).toList()));
    }

    /** The staff of an office named by its code, or of the offices of a place, narrowed by words of their names: 上海 社会保险. */
    public List<Group> find(String words) {
        return staff.search(words).stream()
                .map(office -> new Group(
                        office.name(),
                        staff.of(office.code()).stream()
                                .map(member -> new Someone(
                                        member.id(),
                                        member.name(),
                                        member.role().label()))
                                .toList()))
                .toList();
    }

    /** Who that key names, ready to enter; empty where nobody is. */
    public Optional<Login> login(String key) {
        if (key.startsWith(PERSON)) {
            return numbered(key, PERSON, file.persons()).flatMap(this::person);
        }
        if (key.startsWith(ORGANISATION)) {
            return numbered(key, ORGANISATION, file.organisations()).flatMap(this::enrolled);
        }
        return people.staffLogin(key);
    }

    /** A person comes with the mandates of the organisations they are the agent of. */
    private Optional<Login> person(Person person) {
        var login = enrolled(person);
        login.map(Login::subject)
                .ifPresent(agent -> file.organisations().stream()
                        .filter(organisation -> person.name().equals(organisation.agentName()))
                        .flatMap(organisation -> enrolled(organisation).stream())
                        .forEach(principal -> mandate(principal, agent, person)));
        return login;
    }

    private void mandate(Login principal, String agent, Person person) {
        var subject = Objects.requireNonNull(principal.subject());
        mandates.give(
                new Mandate(
                        "example-" + subject.substring(0, 16) + "-" + agent.substring(0, 16),
                        subject,
                        agent,
                        new Mandate.Names(principal.name(), Masking.name(person.name())),
                        Relation.HANDLER,
                        List.of(),
                        MANDATED_FROM,
                        MANDATED_TO,
                        "单位法人账号线上授权"),
                Objects.requireNonNull(principal.actor()));
    }

    private Optional<Login> enrolled(Applicant applicant) {
        return people.enrol(applicant, ASSURANCE);
    }

    private List<Someone> persons() {
        var persons = file.persons();
        return IntStream.range(0, persons.size())
                .mapToObj(number -> new Someone(
                        PERSON + number,
                        persons.get(number).name(),
                        persons.get(number).documentType() + "，" + place(persons.get(number))))
                .toList();
    }

    private List<Someone> agents() {
        var persons = file.persons();
        var agents = new ArrayList<Someone>();
        for (var organisation : file.organisations()) {
            IntStream.range(0, persons.size())
                    .filter(number -> persons.get(number).name().equals(organisation.agentName()))
                    .forEach(number -> agents.add(
                            new Someone(PERSON + number, persons.get(number).name(), organisation.name())));
        }
        return agents;
    }

    private List<Someone> organisations() {
        var organisations = file.organisations();
        return IntStream.range(0, organisations.size())
                .mapToObj(number -> new Someone(
                        ORGANISATION + number,
                        organisations.get(number).name(),
                        organisations.get(number).form() + "，" + place(organisations.get(number))))
                .toList();
    }

    private List<Someone> staff(List<String> accounts) {
        return accounts.stream()
                .flatMap(account -> people.posts(account).stream())
                .map(this::someone)
                .toList();
    }

    private Someone someone(StaffMember member) {
        return new Someone(
                member.id(),
                member.name(),
                staff.officeName(member.office()) + "，" + member.role().label());
    }

    private String place(Applicant applicant) {
        return Stream.ofNullable(applicant.region())
                .map(regions::fullName)
                .findFirst()
                .orElse("");
    }

    private static <T> Optional<T> numbered(String key, String prefix, List<T> all) {
        var number = key.substring(prefix.length());
        return number.matches("\\d{1,4}") && Integer.parseInt(number) < all.size()
                ? Optional.of(all.get(Integer.parseInt(number)))
                : Optional.empty();
    }
}
