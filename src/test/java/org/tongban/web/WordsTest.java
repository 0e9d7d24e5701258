package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongban.calendar.LimitUnit;
import org.tongban.casework.CaseState;
import org.tongban.casework.Move;
import org.tongban.casework.Outcome;
import org.tongban.casework.StepState;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemLimits;
import org.tongban.catalogue.Limit;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.OpenPoint;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Proposals;
import org.tongban.catalogue.Result;
import org.tongban.identity.Relation;
import org.tongban.identity.Role;

class WordsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path PAGES = Path.of("src/main/java/org/tongban/web");
    private static final Path MESSAGES = Path.of("src/main/resources/messages_en.properties");
    private static final Pattern LITERAL =
            Pattern.compile("\\b(?:t\\(|later\\(|in\\(page, )\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern SPOKEN =
            Pattern.compile("<%--.*?--%>|\\bt\\(\"(?:[^\"\\\\]|\\\\.)*\"", Pattern.DOTALL);

    @Test
    void every_text_of_the_pages_has_its_english() throws IOException {
        var spoken = spoken();
        assertThat(spoken).hasSizeGreaterThan(30);
        var missing = spoken.stream()
                .filter(text -> !Words.english().containsKey(text))
                .map(WordsTest::line);
        assertThat(missing).as("add to " + MESSAGES).isEmpty();
    }

    @Test
    void labels_that_code_hands_to_templates_have_their_english() {
        var labels = new ArrayList<String>();
        for (var role : Role.values()) {
            labels.add(role.label());
            Navigation.links(role).forEach(link -> labels.add(link.text()));
        }
        for (var event : Item.LifeEvent.values()) {
            labels.add(event.chinese());
        }
        for (var mode : Mode.values()) {
            labels.add(mode.chinese());
        }
        for (var kind : Item.ApplicantKind.values()) {
            labels.add(kind.chinese());
        }
        for (var kind : Result.Kind.values()) {
            labels.add(kind.chinese());
        }
        for (var kind : ItemLimits.Kind.values()) {
            labels.add(kind.chinese());
        }
        for (var purpose : Field.Purpose.values()) {
            labels.add(purpose.chinese());
        }
        for (var state : CaseState.values()) {
            labels.add(state.label());
        }
        for (var outcome : Outcome.values()) {
            labels.add(outcome.label());
        }
        for (var kind : TaskKind.values()) {
            labels.add(kind.label());
        }
        for (var state : StepState.values()) {
            labels.add(state.label());
        }
        for (var move : Move.values()) {
            labels.add(move.label());
        }
        for (var state : Proposal.State.values()) {
            labels.add(state.chinese());
        }
        for (var act : Proposals.Act.values()) {
            labels.add(act.chinese());
        }
        for (var kind : OpenPoint.Kind.values()) {
            labels.add(kind.chinese());
        }
        for (var section : ItemFacts.Part.values()) {
            labels.add(section.chinese());
        }
        for (var unit : LimitUnit.values()) {
            labels.add(unit.chinese());
        }
        for (var start : Limit.Start.values()) {
            labels.add(start.chinese());
        }
        for (var medium : Material.Medium.values()) {
            labels.add(medium.chinese());
        }
        for (var attendance : Item.Attendance.values()) {
            labels.add(attendance.chinese());
        }
        for (var relation : Relation.values()) {
            labels.add(relation.label());
            labels.add(relation.proof());
        }
        labels.addAll(Options.IDENTITY_TYPES);
        labels.addAll(Options.yesNo().values());
        labels.addAll(RegionSteps.labels());
        assertThat(labels).hasSizeGreaterThan(10);
        assertThat(labels.stream()
                        .filter(text -> !Words.english().containsKey(text))
                        .distinct()
                        .map(WordsTest::line))
                .as("add to " + MESSAGES)
                .isEmpty();
    }

    @Test
    void templates_say_no_chinese_past_the_dictionary() throws IOException {
        var unspoken = new ArrayList<String>();
        for (var template : templates()) {
            if (template.startsWith(TEMPLATES.resolve("examples"))) {
                continue;
            }
            var rest = SPOKEN.matcher(Files.readString(template)).replaceAll("");
            rest.lines()
                    .filter(line -> HAN.matcher(line).find())
                    .forEach(line -> unspoken.add(template + ": " + line.strip()));
        }
        assertThat(unspoken).isEmpty();
    }

    @Test
    void no_key_stands_twice() throws IOException {
        var keys = Files.readAllLines(MESSAGES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("(?<!\\\\)=", 2)[0])
                .toList();
        var twice = keys.stream()
                .filter(key -> Collections.frequency(keys, key) > 1)
                .distinct();
        assertThat(keys).isNotEmpty();
        assertThat(twice).as("keep one line of each in " + MESSAGES).isEmpty();
    }

    @Test
    void a_text_is_said_in_the_language_bound_around_it() {
        var said = new ArrayList<String>();
        Words.speaking(Language.ENGLISH, () -> said.add(Words.t("登录")));
        said.add(Words.t("登录"));
        said.add(Words.t("有错误：{0}", "x"));
        assertThat(said).containsExactly("Sign in", "登录", "有错误：x");
    }

    private static TreeSet<String> spoken() throws IOException {
        var texts = new TreeSet<String>();
        for (var template :
                Stream.concat(templates().stream(), sources().stream()).toList()) {
            var literal = LITERAL.matcher(Files.readString(template));
            while (literal.find()) {
                texts.add(literal.group(1).replace("\\\"", "\""));
            }
        }
        return texts;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte"))
                    .sorted()
                    .toList();
        }
    }

    /** Code of the pages says words too, as {@code Words.t("…")}. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String line(String text) {
        var key = new StringBuilder();
        Arrays.stream(text.split("")).forEach(c -> key.append("=: #!\\".contains(c) ? "\\" + c : c));
        return key + "=";
    }
}
