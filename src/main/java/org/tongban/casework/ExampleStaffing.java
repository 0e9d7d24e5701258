package org.tongban.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** Who could go on with a made-up case: those with an open task first, then who decides. */
final class ExampleStaffing {
    private ExampleStaffing() {}

    static List<Actor> of(Casefile file) {
        var offices = new LinkedHashSet<String>();
        file.openTasks().forEach(task -> offices.add(task.office()));
        offices.add(file.office());
        file.legs().forEach(leg -> offices.add(leg.office()));
        var actors = new ArrayList<Actor>();
        if (file.receivedBy() != null && file.state() == CaseState.RECEIVED) {
            actors.add(actor(file.receivedBy(), "clerk", "窗口人员", Role.CLERK));
        }
        for (var office : offices) {
            actors.add(actor(office, "officer1", "经办人", Role.OFFICER));
            actors.add(actor(office, "approver", "审批人", Role.APPROVER));
        }
        return actors;
    }

    private static Actor actor(String office, String seat, String name, Role role) {
        return Actor.staff(office + "/" + seat, name, role, office);
    }
}
