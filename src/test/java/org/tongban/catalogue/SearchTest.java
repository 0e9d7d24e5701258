package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

class SearchTest {

    private static final int FIRST = 3;
    private static final List<Item> ITEMS = ItemsTest.items();
    private static final WordIndex WORDS = new WordIndex(ITEMS);
    private static final PinyinIndex PINYIN = new PinyinIndex(ITEMS);

    private record Asked(String words, String item) {}

    private static List<Asked> queries() throws IOException {
        List<Map<String, String>> rows =
                new Yaml().load(Files.readString(Path.of("src/main/resources/items/search.cases.yaml")));
        return rows.stream()
                .map(row -> new Asked(row.getOrDefault("query", ""), row.getOrDefault("item", "")))
                .toList();
    }

    @Test
    void words_as_people_say_them_find_the_service_among_the_first_three() throws IOException {
        var missed = new ArrayList<String>();
        for (var query : queries()) {
            var found = WORDS.find(query.words());
            if (!found.stream().limit(FIRST).toList().contains(query.item())) {
                missed.add(query + " found " + found.stream().limit(FIRST).toList());
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void each_service_has_two_queries_that_are_neither_its_name_nor_a_keyword() throws IOException {
        var queries = queries();
        for (var item : ITEMS) {
            var own = queries.stream()
                    .filter(q -> item.id().equals(q.item()))
                    .map(Asked::words)
                    .toList();
            assertThat(new HashSet<>(own)).as(item.id()).hasSize(2);
            assertThat(Stream.concat(Stream.of(item.name()), item.keywords().stream()))
                    .as(item.id())
                    .doesNotContainAnyElementsOf(own);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "xueligongzheng, 2020-01",
        "xueli gongzheng, 2020-01",
        "xlgz, 2020-01",
        "XUELI, 2020-01",
        "jiehundengji, later-03",
        "jhdj, later-03",
        "yanglao zhuanyi qiye, 2020-07"
    })
    void pinyin_and_its_initials_find_services_too(String query, String item) {
        assertThat(PINYIN.find(query).stream().limit(FIRST)).contains(item);
    }

    @Test
    void the_example_of_the_specification_is_found() {
        assertThat(WORDS.find("养老金从南京转到上海").stream().limit(FIRST)).contains("2020-07");
    }

    @Test
    void words_of_no_service_find_none() {
        assertThat(WORDS.find("q8z")).isEmpty();
        assertThat(PINYIN.find("xyzzy")).isEmpty();
    }
}
