package org.tongban.casework;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** 办理权限: what somebody is in one case. A window elsewhere is only ever 收件窗口 there and can decide nothing (M-06). */
final class Rights {
    private static final Set<Role> STEP_ROLES =
            EnumSet.of(Role.OFFICER, Role.CHECKER, Role.CLERK, Role.APPROVER, Role.OFFICE_SYSTEM);

    /** Stands for the case as a whole, and no part of it. */
    static final int WHOLE = 0;

    private Rights() {}

    /**
     * What this person is in the case.
     *
     * @param leg the part that is examined or decided, which only the office that has it may do; {@link #WHOLE}: what is of the whole case
     */
    static Set<Who> who(Casefile file, int leg, @Nullable Task task, Actor by) {
        var who = EnumSet.noneOf(Who.class);
        if (by.role() == Role.CLOCK) {
            who.add(Who.CLOCK);
        }
        if (by.subject() != null) {
            if (by.subject().equals(file.applicant())) {
                who.add(Who.APPLICANT);
            }
            if (by.subject().equals(file.agent())) {
                who.add(Who.AGENT);
            }
        }
        if (task == null ? file.parties().stream().anyMatch(p -> is(p, by)) : owns(file, task, by)) {
            who.add(Who.PARTY);
        }
        if (filed(file, by)) {
            who.add(Who.PLATFORM);
        }
        if (by.office() != null) {
            atOffice(file, leg, task, by, who);
        }
        return who;
    }

    private static void atOffice(Casefile file, int leg, @Nullable Task task, Actor by, Set<Who> who) {
        boolean system = by.role() == Role.OFFICE_SYSTEM;
        if (by.worksAt(file.receivedBy()) && (system || by.role() == Role.CLERK)) {
            who.add(Who.COUNTER);
        }
        if (by.worksAt(leg == WHOLE ? file.office() : file.leg(leg).office())) {
            if (system || by.role() == Role.OFFICER) {
                who.add(Who.OFFICER);
            }
            if (by.role() == Role.APPROVER) {
                who.add(Who.APPROVER);
            }
        }
        boolean acts = task != null
                ? by.worksAt(task.office())
                : leg == WHOLE && file.legs().stream().anyMatch(l -> by.worksAt(l.office()));
        if (acts && STEP_ROLES.contains(by.role())) {
            who.add(Who.STEP_ACTOR);
        }
    }

    /** Whether this is the party, signed in or before a window. */
    static boolean is(Party party, Actor by) {
        return by.subject() != null && by.subject().equals(party.subject());
    }

    /** Whether the task is this party's own to do. */
    static boolean owns(Casefile file, Task task, Actor by) {
        var no = task.party();
        boolean asks = by.subject() != null
                && (by.subject().equals(file.applicant()) || by.subject().equals(file.agent()));
        return no != null && no == 0
                ? asks
                : file.party(no).filter(p -> is(p, by)).isPresent();
    }

    /** An applying platform sees the cases that it filed and no other; there it acts for the applicant. */
    private static boolean filed(Casefile file, Actor by) {
        return by.role() == Role.PLATFORM && by.id().equals(file.platform());
    }

    /** Whether this person may see the case at all. */
    static boolean concerns(Casefile file, Actor by) {
        return by.role() == Role.CLOCK
                || filed(file, by)
                || (by.subject() != null
                        && (by.subject().equals(file.applicant())
                                || by.subject().equals(file.agent())))
                || file.parties().stream().anyMatch(p -> is(p, by))
                || (by.office() != null && concernsOffice(file, by));
    }

    /** Whether this person may read it whole: an office that is only asked something is told what the question needs (D-01). */
    static boolean whole(Casefile file, Actor by) {
        return concerns(file, by) && (by.office() == null ? !onlyParty(file, by) : worksOn(file, by));
    }

    /** A party sees what concerns them, not the case of the others. */
    private static boolean onlyParty(Casefile file, Actor by) {
        return by.subject() != null
                && !by.subject().equals(file.applicant())
                && !by.subject().equals(file.agent())
                && file.parties().stream().anyMatch(p -> is(p, by));
    }

    private static boolean worksOn(Casefile file, Actor by) {
        boolean sentAway = sentAway(file, by);
        return by.worksAt(file.receivedBy())
                || by.worksAt(file.office())
                || file.legs().stream().anyMatch(l -> by.worksAt(l.office()))
                || file.tasks().stream()
                        .filter(t -> !sentAway || t.state().open())
                        .anyMatch(t -> t.kind() != TaskKind.INQUIRY && by.worksAt(t.office()));
    }

    /** Whether this office had it on its desk to accept and sent it to another: it is not theirs to read any more (D-01). */
    static boolean sentAway(Casefile file, Actor by) {
        return !by.worksAt(file.office())
                && file.tasks().stream()
                        .anyMatch(t -> t.kind() == TaskKind.ACCEPTANCE
                                && t.state() == StepState.CANCELLED
                                && by.worksAt(t.office()));
    }

    private static boolean concernsOffice(Casefile file, Actor by) {
        return worksOn(file, by) || file.tasks().stream().anyMatch(t -> by.worksAt(t.office()));
    }
}
