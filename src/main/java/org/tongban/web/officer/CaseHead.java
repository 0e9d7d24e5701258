package org.tongban.web.officer;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Casefile;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Mode;
import org.tongban.web.officer.CaseSheet.ClockKind;
import org.tongban.web.officer.CaseSheet.ClockLine;

/**
 * 办件抬头: what stays in sight while somebody works on a case.
 *
 * @param office name of the one that handles it
 * @param window name of the window that took it in; null: none
 * @param clocks that run now
 * @param holders who has claimed what is open
 */
public record CaseHead(
        Casefile file,
        Item item,
        String office,
        @Nullable String window,
        List<ClockLine> clocks,
        List<String> holders) {

    public String number() {
        return file.number().toString();
    }

    public String path() {
        return CasePaths.of(number());
    }

    public String mode() {
        return Mode.valueOf(file.mode()).chinese();
    }

    /** The most pressing of its clocks; null where none runs. */
    public @Nullable ClockLine pressing() {
        return clocks.stream()
                .filter(line -> line.kind() != ClockKind.STATUTORY || clocks.size() == 1)
                .min(Comparator.comparingInt(line -> line.clock().days()))
                .orElse(null);
    }
}
