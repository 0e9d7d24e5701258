package org.tongban.web.officer;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tongban.casework.Casefile;
import org.tongban.casework.Task;
import org.tongban.catalogue.Catalogue;
import org.tongban.web.Names;

/** 办件抬头的拼成. */
@Component
class CaseHeads {
    private final Catalogue catalogue;
    private final CaseClocks clocks;
    private final Names names;

    CaseHeads(Catalogue catalogue, CaseClocks clocks, Names names) {
        this.catalogue = catalogue;
        this.clocks = clocks;
        this.names = names;
    }

    CaseHead of(Casefile file) {
        var holders = file.openTasks().stream()
                .map(Task::claimedBy)
                .filter(Objects::nonNull)
                .distinct()
                .map(names::person)
                .toList();
        return new CaseHead(
                file,
                catalogue.version(file.itemId(), file.itemVersion()),
                names.office(file.office()),
                file.receivedBy() == null ? null : names.office(file.receivedBy()),
                clocks.of(file),
                holders);
    }
}
