package org.tongban.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.MoveForm;
import org.tongban.casework.MoveForm.Input;
import org.tongban.casework.MoveForm.Kind;
import org.tongban.casework.MoveForm.Option;
import org.tongban.casework.TaskForm;
import org.tongban.identity.Actor;
import org.tongban.identity.People;
import org.tongban.identity.Role;
import org.tongban.identity.StaffMember;

/**
 * 业务系统背后的人: an office's own system acts for the office, but four eyes are people's (ASVS 8.3.3). What only an approver may do names who
 * approves ({@code by}) and is done with that person's rights; all else may name who acts.
 */
@Component
class Colleagues {
    static final String BY = "by";

    private final People people;
    private final Casework casework;

    Colleagues(People people, Casework casework) {
        this.people = people;
        this.casework = casework;
    }

    /** The person for whom the system speaks, with their own rights; the system itself, as an officer, where nobody is named. */
    Actor behind(Actor by, Map<String, Object> fields) {
        if (by.role() != Role.OFFICE_SYSTEM) {
            return by;
        }
        var named = Objects.toString(fields.get(BY), "");
        if (!named.isEmpty()) {
            return people.inPlaceOf(by, named, null)
                    .orElseThrow(() -> new BadRequest("fields." + BY, "“" + named + "”不是本机构的工作人员"));
        }
        return speaking(by, staff(by, Role.OFFICER));
    }

    /** 现在能办的: what the caller can do in the case, and about who has its tasks. */
    record Open(List<MoveForm> moves, List<TaskForm> tasks) {}

    /** What the caller can do now; for an office's system, what its approvers can do besides, each naming one of them. */
    Open open(Casefile file, Actor by) {
        var own = casework.possible(file, by);
        if (by.role() != Role.OFFICE_SYSTEM) {
            return new Open(own, casework.assignable(file, by));
        }
        var officers = staff(by, Role.OFFICER);
        var moves = new ArrayList<MoveForm>();
        own.forEach(form -> moves.add(naming(form, officers, false)));
        var approvers = staff(by, Role.APPROVER).stream()
                .filter(p -> file.legs().stream().noneMatch(l -> p.id().equals(l.examiner())))
                .toList();
        if (!approvers.isEmpty()) {
            casework.possible(file, approvers.getFirst().actor()).stream()
                    .filter(form -> own.stream().noneMatch(o -> o.move() == form.move()))
                    .forEach(form -> moves.add(naming(form, approvers, true)));
        }
        var tasks = casework.assignable(file, speaking(by, officers)).stream()
                .map(one -> new TaskForm(one.move(), naming(one.form(), officers, false)))
                .toList();
        return new Open(moves, tasks);
    }

    /** The system as the first of its officers; itself where it has none. */
    private static Actor speaking(Actor by, List<StaffMember> officers) {
        return officers.stream()
                .findFirst()
                .map(p -> Actor.staff(p.id(), p.name(), Role.OFFICE_SYSTEM, p.office()))
                .orElse(by);
    }

    private List<StaffMember> staff(Actor by, Role role) {
        return people.staff(Objects.requireNonNull(by.office()), role);
    }

    private static MoveForm naming(MoveForm form, List<StaffMember> staff, boolean required) {
        var options = staff.stream().map(p -> new Option(p.id(), p.name())).toList();
        var inputs = new ArrayList<>(form.inputs());
        inputs.add(new Input(BY, required ? "审批人" : "经办人", Kind.CHOICE, required, options, 0, "本机构的工作人员"));
        return new MoveForm(form.move(), form.task(), form.title(), List.copyOf(inputs));
    }
}
