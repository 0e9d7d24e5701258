package org.tongban.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.tongban.Tongban;

/** The arrows of ARCHITECTURE.md: a module is entered by its public root types, and depends on what it may. */
class ModulesTest {

    private final ApplicationModules modules = ApplicationModules.of(Tongban.class, new ProductAlone());

    @Test
    void modules_depend_only_on_what_they_may() {
        assertThat(modules.stream().count()).as("modules found to check").isGreaterThanOrEqualTo(7);
        modules.verify();
    }

    @Test
    void every_module_says_in_one_line_what_it_is_for_and_on_what_it_rests() {
        String lines = modules.stream()
                .map(module -> module.getBasePackage().getName())
                .sorted()
                .map(module -> "| `%s` | %s |".formatted(module.replace("org.tongban.", ""), rests(module)))
                .collect(Collectors.joining("\n"));
        Approved.matches("modules", """
                # Modules and what each may use

                Printed by `ModulesTest`. What each is for stands in its `package-info.java`.

                | module | rests on |
                | --- | --- |
                %s
                """.formatted(lines));
    }

    private static String rests(String module) {
        try {
            ApplicationModule declared = Class.forName(module + ".package-info").getAnnotation(ApplicationModule.class);
            assertThat(declared).as("%s declares its dependencies", module).isNotNull();
            String[] allowed = declared.allowedDependencies();
            return allowed.length == 0 ? "nothing" : String.join(", ", allowed);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(module + " has no package-info", e);
        }
    }
}
