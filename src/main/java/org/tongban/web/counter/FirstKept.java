package org.tongban.web.counter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;

/** 收件时留下的原件: those whose trail does not begin with a later act of taking them in or looking at them. */
final class FirstKept {
    private static final Set<String> BEGINNINGS = Set.of("收到", "登记不留存");

    private FirstKept() {}

    /** Keys of those that were looked at when it was taken in, and given back at once. */
    static Set<String> seen(Casebook.Opened opened) {
        var attendance =
                switch (opened.lines().getFirst().entry().event()) {
                    case CaseEvent.Received received -> received.attendance();
                    case CaseEvent.Submitted submitted -> submitted.attendance();
                    default -> null;
                };
        return attendance == null ? Set.of() : new LinkedHashSet<>(attendance.seen());
    }

    /** Keys of the materials. */
    static Set<String> of(Casebook.Opened opened) {
        var kept = new LinkedHashSet<String>();
        opened.file().originals().stream()
                .map(Casefile.Original::key)
                .filter(key -> !seen(opened).contains(key))
                .filter(key -> opened.lines().stream()
                        .map(line -> line.entry().event())
                        .filter(event -> moved(event).contains(key))
                        .findFirst()
                        .filter(event ->
                                event instanceof CaseEvent.OriginalMoved first && BEGINNINGS.contains(first.act()))
                        .isEmpty())
                .forEach(kept::add);
        return kept;
    }

    private static List<String> moved(CaseEvent event) {
        return switch (event) {
            case CaseEvent.OriginalMoved moved -> moved.originals();
            case CaseEvent.HandedOver handed -> handed.originals();
            default -> List.of();
        };
    }
}
