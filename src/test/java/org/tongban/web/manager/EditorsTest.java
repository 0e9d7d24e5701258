package org.tongban.web.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.TongbanTest;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Result;
import org.tongban.web.ItemFacts;

/** The edit pages of all 140 services say what the files say: what is sent back as it was changes nothing. */
@TongbanTest
class EditorsTest {
    private static final List<String> KEYS = List.of(
            "modes",
            "committed",
            "statutory",
            "fee",
            "condition",
            "site",
            "material",
            "question",
            "step",
            "result",
            "guide",
            "confirm");

    @Autowired
    Catalogue catalogue;

    @Test
    void what_is_sent_back_unchanged_changes_nothing_in_any_of_the_140() {
        var changed = new ArrayList<String>();
        int seen = 0;
        for (var item : catalogue.items()) {
            for (var key : KEYS) {
                var editor = Editors.of(key).orElseThrow();
                for (var part : parts(item, key)) {
                    if (editor.knows(item, part) && !key.equals("confirm")) {
                        seen++;
                        var sheet = new Sheet(editor.values(item, part));
                        var changes = editor.changes(item, part, sheet);
                        if (!changes.isEmpty() || !sheet.errors().isEmpty()) {
                            changed.add(item.id() + " " + key + " " + part + ": " + changes + sheet.errors());
                        }
                    }
                }
            }
        }
        assertThat(changed).isEmpty();
        assertThat(seen).isGreaterThan(4000);
    }

    @Test
    void every_part_that_a_service_page_offers_to_change_is_known_to_its_editor() {
        for (var item : catalogue.items()) {
            for (var fact : ItemFacts.of(item)) {
                if (!fact.part().isEmpty()) {
                    var editor = Editors.of(Editors.ofParts(fact.section())).orElseThrow();
                    assertThat(editor.knows(item, fact.part()))
                            .as("%s %s", item.id(), fact)
                            .isTrue();
                    assertThat(editor.questions(item, fact.part())).isNotEmpty();
                }
            }
        }
    }

    private static List<String> parts(Item item, String key) {
        return switch (key) {
            case "condition" -> indexes(item.eligibility().size());
            case "step" -> indexes(item.steps().size());
            case "material" -> item.materials().stream().map(Material::key).toList();
            case "question" -> item.form().stream().map(Field::key).toList();
            case "result" -> item.results().stream().map(Result::name).toList();
            default -> List.of("");
        };
    }

    private static List<String> indexes(int size) {
        return IntStream.range(0, size).mapToObj(String::valueOf).toList();
    }
}
