package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.places.OfficeKind;
import org.tongban.places.OfficeKinds;
import org.tongban.rules.Approved;

/** Every service's file: read, compared with the province's table, its rules compiled, its examples run. */
class ItemsTest {

    private static final int COUNT = 140;
    private static final Map<String, ItemReader.Read> READ = new TreeMap<>();
    private static final ItemExamples EXAMPLES = new ItemExamples();
    private static final Set<String> KINDS =
            new OfficeKinds().all().stream().map(OfficeKind::key).collect(Collectors.toSet());

    static {
        ItemFiles.read().forEach((id, text) -> READ.put(id, ItemReader.read(id + ".yaml", text, id)));
    }

    static Stream<String> ids() {
        return READ.keySet().stream();
    }

    static List<Item> items() {
        return READ.values().stream().map(ItemReader.Read::item).toList();
    }

    private static ItemProof proof(String id) {
        return new ItemProof(java.util.Objects.requireNonNull(READ.get(id)), SampleItem.REGIONS, SampleItem.OFFICES);
    }

    @Test
    void the_services_are_those_of_the_provinces_table_letter_for_letter() throws IOException {
        var table = SeedTable.read(Path.of("src/test/resources/seed/items.csv"));

        assertThat(table).hasSize(COUNT);
        assertThat(READ.keySet()).isEqualTo(table.keySet());
        for (var item : items()) {
            var row = new LinkedHashMap<String, String>();
            row.put("id", item.id());
            row.put("batch", item.batch());
            row.put("seq", String.valueOf(item.seq()));
            row.put("name", item.name());
            row.put("scenario", item.scenario());
            row.put("lead", item.lead());
            row.put("cooperating", String.join("、", item.cooperating()));
            assertThat(row).isEqualTo(table.get(item.id()));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_rule_compiles_against_its_own_form_and_every_office_has_a_kind(String id) {
        assertThat(proof(id).faultsOfFile(KINDS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void every_example_comes_out_as_it_says_and_visits_every_condition(String id) {
        var proof = proof(id);

        assertThat(proof.faultsOfExamples(EXAMPLES.of(id))).isEmpty();
        assertThat(proof.unvisited()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void the_first_example_may_go_ahead_and_another_may_not_or_not_yet(String id) {
        var examples = EXAMPLES.of(id);
        var item = java.util.Objects.requireNonNull(READ.get(id)).item();

        assertThat(examples.getFirst().expected().eligible()).isTrue();
        assertThat(examples.getFirst().expected().missing()).isEmpty();
        if (item.eligibility().stream().anyMatch(e -> e.rule() != null)) {
            assertThat(examples).anyMatch(e -> !Boolean.TRUE.equals(e.expected().eligible()));
        }
    }

    @Test
    @DisplayName("D-01 every field says what its answer is needed for, and what a rule names is needed for a rule")
    void fields_name_their_purpose() {
        for (var item : items()) {
            var rules = new Rules(item, SampleItem.REGIONS);
            var named = new HashSet<String>();
            Expression.of(item).forEach(e -> named.addAll(rules.compile(e).references()));
            item.form()
                    .forEach(f -> assertThat(f.about().purpose() == Field.Purpose.RULE)
                            .as(item.id() + " " + f.key())
                            .isEqualTo(named.contains(f.key())));
        }
    }

    @Test
    @DisplayName(
            "L-10 M-12 each kind of field, limit and mode is used by some service, so that these tests test something")
    void the_files_use_what_the_format_has() {
        var kinds = new HashSet<String>();
        var limits = new ArrayList<Limit>();
        for (var item : items()) {
            item.form().forEach(f -> kinds.add(f.getClass().getSimpleName()));
            item.steps().forEach(s -> s.limit().forEach(l -> limits.add(l.limit())));
        }
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(17);
        assertThat(limits).hasAtLeastOneElementOfType(Limit.NotCounted.class);
        assertThat(items().stream().flatMap(i -> i.modes().stream()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Mode.values());
        assertThat(items().stream().filter(i -> i.legs().size() > 1)).isNotEmpty();
    }

    @Test
    void what_the_services_are_stands_in_a_document() {
        Approved.matches("items", ItemsDocument.items(items(), EXAMPLES));
    }

    @Test
    @DisplayName("M-03 M-04 N-14 what is open stands in a document, nothing is invented")
    void what_is_open_stands_in_a_document() {
        Approved.matches("open-points", ItemsDocument.openPoints(items()));
    }
}
