package org.tongban.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.annotation.Transactional;

/** What Modulith cannot say. */
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ProductAlone()).importPackages("org.tongban");

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.MonthDay.now",
            "java.lang.System.currentTimeMillis",
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.InstantSource.system",
            "java.util.Date.<init>",
            "java.util.Calendar.getInstance");

    private static final DescribedPredicate<JavaAccess<?>> ASKS_THE_MACHINE_FOR_THE_TIME =
            DescribedPredicate.describe("is a clock of the machine", access -> isClock(access.getTarget()));

    @Test
    void there_is_something_to_check() {
        assertThat(CLASSES.size()).isGreaterThan(60);
        assertThat(CLASSES.get("org.tongban.calendar.CalendarConfiguration").getAccessesFromSelf())
                .as("the one place that asks the machine for the time is seen as such")
                .anyMatch(access -> isClock(access.getTarget()));
    }

    @Test
    void only_calendar_knows_what_time_it_is() {
        noClasses()
                .that(resideOutsideOfPackages("org.tongban.calendar"))
                .should()
                .accessTargetWhere(ASKS_THE_MACHINE_FOR_THE_TIME)
                .because("time is a parameter; ask org.tongban.calendar.Time at the edge")
                .check(CLASSES);
    }

    @Test
    void pages_and_api_see_no_database_and_open_no_transaction() {
        noClasses()
                .that(resideInAnyPackage("org.tongban.web..", "org.tongban.api.."))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(JdbcClient.class.getName())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(Transactional.class.getName())
                .allowEmptyShould(edgesAreMissing())
                .check(CLASSES);
        noMethods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage("org.tongban.web..", "org.tongban.api.."))
                .should()
                .beAnnotatedWith(Transactional.class)
                .allowEmptyShould(edgesAreMissing())
                .check(CLASSES);
    }

    @Test
    void only_identity_and_what_configures_it_look_at_the_security_context() {
        noClasses()
                .that(resideOutsideOfPackages("org.tongban.identity.."))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.springframework\\.security\\.core\\.context\\.SecurityContext.*")
                .because("who acts is a parameter")
                .check(CLASSES);
    }

    @Test
    void only_stores_hold_sql() {
        classes()
                .that()
                .resideInAPackage("org.tongban.*..")
                .and(DescribedPredicate.describe(
                        "use JdbcClient",
                        type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass().isEquivalentTo(JdbcClient.class))))
                .should()
                .haveSimpleNameEndingWith("Store")
                .andShould()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void doors_open_transactions_and_stores_do_not() {
        methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .bePublic()
                .andShould()
                .beDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Store")
                .check(CLASSES);
    }

    @Test
    void what_the_scheduler_calls_is_not_final_because_it_calls_through_a_proxy() {
        methods().that().areAnnotatedWith(Scheduled.class).should().notBeFinal().check(CLASSES);
    }

    private static boolean isClock(AccessTarget target) {
        return CLOCKS.contains(target.getOwner().getFullName() + "." + target.getName()) && !takesAnInstant(target);
    }

    /** {@code new Date(millis)} and {@code LocalDate.now(clock)} are told the time, they do not ask for it. */
    private static boolean takesAnInstant(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitCallTarget call
                && call.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(long.class) || type.isEquivalentTo(Clock.class));
    }

    /** Only while neither pages nor API exist may their rule find nothing. */
    private static boolean edgesAreMissing() {
        return !Files.exists(Sources.MAIN.resolve("org/tongban/web"))
                && !Files.exists(Sources.MAIN.resolve("org/tongban/api"));
    }
}
