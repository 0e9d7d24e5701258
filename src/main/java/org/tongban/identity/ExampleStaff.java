package org.tongban.identity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.places.Office;
import org.tongban.places.Offices;
import org.tongban.places.Regions;

/**
 * Fictitious staff by rule, so that in the demonstration a case can be handled at any office of any place: every office has two
 * officers, an approver, two clerks and a checker, a lead department two managers besides, and the coordinating office the
 * supervisor and the three administrators. Nothing of them is stored.
 */
@Component
@Profile("demo")
@Order(0)
class ExampleStaff implements Roster {
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜";
    private static final String GIVEN = "晓文志建国海丽秀英华明敏静伟芳娜洁磊军洋勇艳杰涛超霞平刚桂兰玉梅红宁波琳慧颖佳欣怡雪峰浩宇晨阳帆彬斌凯健辉鹏飞翔强东升";

    private static final Set<Role> COORDINATING =
            EnumSet.of(Role.SUPERVISOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
    private static final int MOST_PLACES = 3;
    private static final int MOST_OFFICES = 80;

    /** A place at an office's table: the end of the account's id, and the role. */
    private enum Seat {
        OFFICER_1("officer1", Role.OFFICER),
        OFFICER_2("officer2", Role.OFFICER),
        APPROVER("approver", Role.APPROVER),
        CLERK("clerk", Role.CLERK),
        CHECKER("checker", Role.CHECKER),
        MANAGER("manager", Role.MANAGER),
        SUPERVISOR("supervisor", Role.SUPERVISOR),
        SYSTEM_ADMIN("system-admin", Role.SYSTEM_ADMIN),
        SECURITY_ADMIN("security-admin", Role.SECURITY_ADMIN),
        AUDIT_ADMIN("audit-admin", Role.AUDIT_ADMIN),
        MANAGER_2("manager2", Role.MANAGER),
        CLERK_2("clerk2", Role.CLERK);

        private final String key;
        private final Role role;

        Seat(String key, Role role) {
            this.key = key;
            this.role = role;
        }
    }

    private final Offices offices;
    private final Regions regions;
    private final LeadDepartments departments;
    private final String coordination;

    ExampleStaff(Offices offices, Regions regions, LeadDepartments departments, ExampleFile file) {
        this.offices = offices;
        this.regions = regions;
        this.departments = departments;
        this.coordination = file.coordination();
    }

    @Override
    public List<StaffMember> at(String office, Role role, LocalDate on) {
        return of(office).stream().filter(member -> member.role() == role).toList();
    }

    @Override
    public List<StaffMember> at(String office, LocalDate on) {
        return of(office);
    }

    @Override
    public Optional<List<StaffMember>> posts(String account, LocalDate on) {
        int slash = account.lastIndexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        return of(account.substring(0, slash)).stream()
                .filter(member -> member.id().equals(account))
                .findFirst()
                .map(List::of);
    }

    /** Everybody at this office; nobody where there is no such office. */
    List<StaffMember> of(String office) {
        if (offices.byCode(office).isEmpty()) {
            return List.of();
        }
        return Arrays.stream(Seat.values())
                .filter(seat -> exists(seat, office))
                .map(seat -> new StaffMember(office + "/" + seat.key, name(office, seat.ordinal()), seat.role, office))
                .toList();
    }

    /** The managers of each lead department. */
    List<StaffMember> managers() {
        return departments.names().stream()
                .flatMap(name -> departments.office(name).stream())
                .flatMap(office -> of(office).stream())
                .filter(member -> member.role() == Role.MANAGER)
                .toList();
    }

    /** The supervisor and the three administrators. */
    List<StaffMember> coordinators() {
        return of(coordination).stream()
                .filter(member -> COORDINATING.contains(member.role()))
                .toList();
    }

    String officeName(String code) {
        return offices.byCode(code).map(Office::name).orElse(code);
    }

    /** An office by its code, or the offices of a place whose names have all the further words in them. */
    List<Office> search(String words) {
        var exact = offices.byCode(words.strip());
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        var parts = List.of(words.strip().split("\\s+"));
        return regions.search(parts.getFirst(), MOST_PLACES).stream()
                .flatMap(place -> offices.list(place.code(), null, null, MOST_OFFICES).stream()
                        .filter(office -> office.region().equals(place.code())))
                .filter(office ->
                        parts.stream().skip(1).allMatch(part -> office.name().contains(part)))
                .limit(MOST_OFFICES)
                .toList();
    }

    private boolean exists(Seat seat, String office) {
        return switch (seat) {
            case OFFICER_1, OFFICER_2, APPROVER, CLERK, CLERK_2, CHECKER -> true;
            case MANAGER, MANAGER_2 -> departments.department(office).isPresent();
            case SUPERVISOR, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> office.equals(coordination);
        };
    }

    /** The same at every start; two people of one office never share a surname. */
    private static String name(String office, int seat) {
        int hash = Math.abs(office.hashCode() % 1_000_003);
        int step = 7 * seat;
        return Stream.of(
                        letter(SURNAMES, hash + step),
                        letter(GIVEN, hash / 7 + 11 * seat),
                        hash % 4 == 0 ? "" : letter(GIVEN, hash / 53 + 5 * seat + 3))
                .reduce("", String::concat);
    }

    private static String letter(String letters, int at) {
        return String.valueOf(letters.charAt(at % letters.length()));
    }
}
