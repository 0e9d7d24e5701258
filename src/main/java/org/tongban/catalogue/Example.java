package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 示例: a filing of a service that runs as a test, is shown as an example and fills the demonstration; all people in it are fictitious
 * (policy D-27).
 *
 * @param name the case in officials' words
 * @param today the day on which it is filed
 * @param acts what happens then, by whom and on which day; empty: the example tells of the check only
 */
public record Example(
        String item, String name, LocalDate today, Filing filing, Expected expected, List<ExampleAct> acts) {

    /**
     * What the check must say.
     *
     * @param eligible null: not yet known
     * @param refusals texts of the conditions that refuse
     * @param missing keys of materials
     * @param office code of the competent office; null: not looked at
     */
    public record Expected(
            @Nullable Boolean eligible,
            List<String> refusals,
            List<String> missing,
            @Nullable String office) {}
}
