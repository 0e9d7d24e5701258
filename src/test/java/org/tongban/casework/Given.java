package org.tongban.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.ItemExamples;
import org.tongban.catalogue.Mode;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.identity.Vault;

/** Cases for tests, opened through the real door with a service's own first example. */
public class Given {
    /** The person is there, the card was looked at. */
    public static final Attendance ATTENDANCE =
            new Attendance(Attendance.IDENTITY_CHECKS.getFirst(), Attendance.CONSENTS.getFirst(), null);

    private final Casework casework;
    private final Catalogue catalogue;
    private final ItemExamples examples;
    private final Vault vault;

    Given(Casework casework, Catalogue catalogue, ItemExamples examples, Vault vault) {
        this.casework = casework;
        this.catalogue = catalogue;
        this.examples = examples;
        this.vault = vault;
    }

    public Example example(String item) {
        return examples.of(item).getFirst();
    }

    public Submission submission(String item) {
        return submission(item, UUID.randomUUID().toString(), false);
    }

    public Submission submission(String item, String key, boolean insisted) {
        var filing = example(item).filing();
        return submission(item, filing, key, insisted);
    }

    public Submission submission(String item, Filing filing, String key, boolean insisted) {
        var materials = new LinkedHashMap<String, List<String>>();
        filing.materials().forEach(m -> materials.put(m, List.of()));
        var service = catalogue.find(item).orElseThrow();
        return new Submission(service, filing, materials, List.of(), List.of(), insisted, key, "online", null);
    }

    /** The same filing, received at a window for a place elsewhere. */
    public Filing atWindow(String item) {
        var f = example(item).filing();
        return new Filing(
                f.applicant(),
                f.agent(),
                f.relation(),
                f.places(),
                Mode.RECEIVED_ELSEWHERE,
                f.answers(),
                f.materials(),
                f.unavailable());
    }

    public Actor applicant(String item) {
        return applicant(example(item));
    }

    Actor applicant(Example example) {
        var person = example.filing().applicant();
        var subject = vault.subject(person);
        return Actor.applicant("applicant-" + subject.substring(0, 8), person.name(), subject, 4);
    }

    public Casefile submitted(String item) {
        return casework.submit(submission(item), applicant(item));
    }

    /** The case of one of the other examples, by its name. */
    public Casefile submitted(String item, String example) {
        return submitted(
                item,
                examples.of(item).stream()
                        .filter(e -> e.name().equals(example))
                        .findFirst()
                        .orElseThrow());
    }

    /** The case of that example; what is missing in it is insisted on. */
    Casefile submitted(String item, Example example) {
        return casework.submit(
                submission(item, example.filing(), UUID.randomUUID().toString(), true), applicant(example));
    }

    /** Accepted, once everything that comes before acceptance is done. */
    Casefile accepted(String item, Example example) {
        var file = stepsFinished(submitted(item, example));
        return casework.act(file.casefileId(), file.revision(), Act.of(Move.ACCEPT), officer(file));
    }

    public Casefile accepted(String item) {
        var file = submitted(item);
        return casework.act(file.casefileId(), file.revision(), Act.of(Move.ACCEPT), officer(file));
    }

    public static Actor officer(Casefile file) {
        return Actor.staff(file.office() + "/officer1", "经办一", Role.OFFICER, file.office());
    }

    public static Actor approver(Casefile file) {
        return Actor.staff(file.office() + "/approver", "审批一", Role.APPROVER, file.office());
    }

    public static Actor clerk(String office) {
        return Actor.staff(office + "/clerk", "窗口一", Role.CLERK, office);
    }

    /** Somebody who works at the office of a task. */
    public static Actor at(Task task) {
        return Actor.staff(task.office() + "/officer2", "承办二", Role.OFFICER, task.office());
    }

    /** Finishes every open step until none is left for people to do. */
    public Casefile stepsFinished(Casefile file) {
        var now = file;
        for (var task = step(now); task != null; task = step(now)) {
            now = stepFinished(now, task);
        }
        return now;
    }

    private Casefile stepFinished(Casefile file, Task task) {
        var form = casework.possible(file, at(task)).stream()
                .filter(m -> m.move() == Move.FINISH_STEP && Objects.equals(m.task(), task.no()))
                .findFirst()
                .orElseThrow();
        var answer = form.inputs().getFirst().options().getFirst().value();
        var act = new Act(Move.FINISH_STEP, task.no(), Map.of("result", answer, "text", "情况属实"));
        return casework.act(file.casefileId(), file.revision(), act, at(task));
    }

    private static @Nullable Task step(Casefile file) {
        return file.openTasks().stream()
                .filter(t -> t.kind().step() && t.state() == StepState.OPEN)
                .findFirst()
                .orElse(null);
    }
}
