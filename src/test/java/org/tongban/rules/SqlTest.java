package org.tongban.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A module's tables are touched by itself alone: schema name = module name, in SQL and in migrations. */
class SqlTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern SQL = Pattern.compile(
            "(?is)\\b(?:from|join|into|update|table|on|references|using)\\s+(?:only\\s+|if\\s+(?:not\\s+)?exists\\s+)?\"?([a-z]+)\"?\\.\"?[a-z_]+");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern STRING = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern MIGRATION = Pattern.compile("V(\\d{3})__([a-z]+)_[a-z0-9_]+\\.sql");

    @Test
    void no_module_reads_or_writes_the_tables_of_another() {
        Set<String> schemas = schemas();
        List<String> foreign = new ArrayList<>();
        int own = 0;
        for (Sources.Source source : Sources.main()) {
            Matcher strings = STRING.matcher(source.text());
            while (strings.find()) {
                for (String schema : schemasIn(strings.group(), schemas)) {
                    if (schema.equals(source.module())) {
                        own++;
                    } else {
                        foreign.add(source.path() + ": " + schema);
                    }
                }
            }
        }
        assertThat(own).as("SQL found to check").isGreaterThan(3);
        assertThat(foreign).isEmpty();
    }

    @Test
    void a_migration_is_named_for_its_module_and_touches_its_schema_alone() {
        Set<String> schemas = schemas();
        List<Sources.Source> migrations = Sources.files(MIGRATIONS, ".sql").stream()
                .filter(file -> !file.path().endsWith("V001__schemas.sql"))
                .toList();
        assertThat(migrations).as("migrations found to check").hasSizeGreaterThan(1);
        assertThat(migrations).allSatisfy(file -> {
            Matcher name = MIGRATION.matcher(file.path().getFileName().toString());
            assertThat(name.matches())
                    .as("%s is V<nnn>__<module>_<what>.sql", file.path())
                    .isTrue();
            assertThat(schemas).contains(name.group(2));
            String sql = COMMENT.matcher(file.text()).replaceAll("");
            assertThat(schemasIn(sql, schemas))
                    .as("%s", file.path())
                    .isNotEmpty()
                    .containsOnly(name.group(2));
        });
    }

    @Test
    void no_two_migrations_bear_one_number() {
        assertThat(Sources.files(MIGRATIONS, ".sql"))
                .extracting(file -> file.path().getFileName().toString().replaceFirst("__.*", ""))
                .doesNotHaveDuplicates();
    }

    private static List<String> schemasIn(String text, Set<String> schemas) {
        return SQL.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .filter(schemas::contains)
                .toList();
    }

    /** As V001 creates them. */
    private static Set<String> schemas() {
        String created =
                Sources.files(MIGRATIONS, "V001__schemas.sql").getFirst().text();
        Set<String> schemas = Pattern.compile("'([a-z]+)'")
                .matcher(created.substring(created.indexOf("array["), created.indexOf("loop")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(schemas).contains("places", "casework").hasSizeGreaterThanOrEqualTo(14);
        return schemas;
    }
}
