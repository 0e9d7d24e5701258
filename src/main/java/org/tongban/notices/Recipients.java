package org.tongban.notices;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Party;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/**
 * Who is told, found from who is responsible now (complaint 8): the applicant; the agent until the applicant takes the case over; of staff
 * the person who has the task, else the office that has it.
 */
final class Recipients {
    /** 收件人: one who is told. */
    record Recipient(String key, Notice.Standing standing) {}

    private Recipients() {}

    static List<Recipient> of(Casefile file, NoticeKind kind, @Nullable Task task) {
        if (!kind.forStaff()) {
            return outside(file, kind, task);
        }
        if (task != null) {
            return file.task(task.no()).filter(now -> now.state().open()).map(Recipients::holder).stream()
                    .toList();
        }
        return holders(file);
    }

    /** A party is told what is theirs to do and that it is over, and nothing of the others' case (D-01). */
    private static List<Recipient> outside(Casefile file, NoticeKind kind, @Nullable Task task) {
        if (kind == NoticeKind.PART_ENDED) {
            return parties(file);
        }
        var whose = task == null ? null : task.party();
        if (whose == null || whose == 0) {
            return kind == NoticeKind.TAKEN_OVER ? agent(file) : applicants(file);
        }
        return file.party(whose).flatMap(Recipients::party).stream().toList();
    }

    private static List<Recipient> parties(Casefile file) {
        return file.parties().stream()
                .flatMap(party -> party(party).stream())
                .distinct()
                .toList();
    }

    /** Nobody where the filing does not tell who they are: then an office checks who comes. */
    private static Optional<Recipient> party(Party party) {
        return Optional.ofNullable(party.subject()).map(subject -> new Recipient(subject, Notice.Standing.PARTY));
    }

    /** Whether somebody is still to be told this. */
    static boolean stillConcerned(Casefile file, Notice notice) {
        var concerned = notice.standing() == Notice.Standing.PARTY ? parties(file) : outside(file, notice.kind(), null);
        return notice.standing() != Notice.Standing.STAFF
                && concerned.stream().anyMatch(r -> r.key().equals(notice.recipient()));
    }

    private static List<Recipient> applicants(Casefile file) {
        var told = new ArrayList<Recipient>();
        told.add(new Recipient(file.applicant(), Notice.Standing.APPLICANT));
        if (!file.takenOver()) {
            told.addAll(agent(file));
        }
        return told;
    }

    private static List<Recipient> agent(Casefile file) {
        var agent = file.agent();
        return agent == null || agent.equals(file.applicant())
                ? List.of()
                : List.of(new Recipient(agent, Notice.Standing.AGENT));
    }

    /** Who has anything of the case in hand; its office where nobody has. */
    private static List<Recipient> holders(Casefile file) {
        var people = file.openTasks().stream()
                .filter(task -> Objects.nonNull(task.claimedBy()))
                .map(Recipients::holder)
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            return people;
        }
        var receivedBy = file.receivedBy();
        boolean atWindow = file.state() == CaseState.RECEIVED && receivedBy != null;
        return List.of(office(atWindow ? Objects.requireNonNull(receivedBy) : file.office()));
    }

    private static Recipient holder(Task task) {
        var person = task.claimedBy();
        if (person != null) {
            return new Recipient("account:" + person, Notice.Standing.STAFF);
        }
        return task.kind() == TaskKind.APPROVAL
                ? new Recipient(post(Role.APPROVER, task.office()), Notice.Standing.STAFF)
                : office(task.office());
    }

    private static Recipient office(String code) {
        return new Recipient(atOffice(code), Notice.Standing.STAFF);
    }

    static String atOffice(String code) {
        return "office:" + code;
    }

    static String post(Role role, String office) {
        return "post:" + role + "@" + office;
    }

    /** The keys under which this person is told: of themselves; of staff also those of their present post and its office. */
    static List<String> keys(Actor actor) {
        if (actor.subject() != null && actor.office() == null) {
            return List.of(actor.subject());
        }
        var office = actor.office();
        return office == null
                ? List.of("account:" + actor.id())
                : List.of("account:" + actor.id(), atOffice(office), post(actor.role(), office));
    }
}
