package org.tongban.web.officer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casebook;
import org.tongban.casework.Leg;
import org.tongban.identity.Actor;
import org.tongban.web.Names;

/** 提请的事项: what waits for a second person's hand, with what the first wrote. */
@Component
class AwaitedApprovals {
    private final Names names;

    AwaitedApprovals(Names names) {
        this.names = names;
    }

    List<CaseSheet.Proposed> of(Casebook.Opened opened, Actor by) {
        var file = opened.file();
        var proposed = new ArrayList<CaseSheet.Proposed>();
        for (var leg : file.legs()) {
            if (leg.proposal() != null) {
                proposed.add(new CaseSheet.Proposed(
                        file.legs().size() > 1 ? leg.name() : null,
                        leg.proposal(),
                        names.person(leg.examiner()),
                        opinion(opened, leg),
                        by.id().equals(leg.examiner())));
            }
        }
        return proposed;
    }

    private static String opinion(Casebook.Opened opened, Leg leg) {
        return opened.lines().reversed().stream()
                .filter(line -> line.entry().event() instanceof CaseEvent.Proposed p && p.leg() == leg.no())
                .map(line -> Objects.toString(line.words().get("text"), ""))
                .findFirst()
                .orElse("");
    }
}
