package org.tongban.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** Every public type's Javadoc opens with its Chinese term, and the term stands in the glossary. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final Pattern TERM = Pattern.compile("^\\s*([\\p{IsHan}（）“”]+)");
    private static final Set<String> EDGES = Set.of("", "web", "api");

    @Test
    void every_public_domain_type_opens_with_a_term_of_the_glossary() throws IOException {
        Set<String> terms = terms();
        List<String> missing = new ArrayList<>();
        int seen = 0;
        for (Sources.Parsed parsed : Sources.parsed()) {
            for (Tree declared : parsed.tree().getTypeDecls()) {
                if (!EDGES.contains(parsed.source().module()) && declared instanceof ClassTree type && isPublic(type)) {
                    seen++;
                    String doc = javadoc(parsed, type);
                    Matcher term = TERM.matcher(doc);
                    if (!term.find() || !terms.contains(term.group(1))) {
                        missing.add(parsed.source().path() + " opens with: "
                                + doc.lines().findFirst().orElse("nothing"));
                    }
                }
            }
        }
        assertThat(seen).as("public types found to check").isGreaterThan(30);
        assertThat(missing).as("terms missing from %s", GLOSSARY).isEmpty();
    }

    @Test
    void the_glossary_has_every_term_once_and_in_English() throws IOException {
        List<String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(60).allMatch(row -> row.split("\\|").length >= 4);
        assertThat(rows.stream()
                        .flatMap(row -> List.of(row.split("\\|")[1].strip().split(" · ")).stream()))
                .doesNotHaveDuplicates();
    }

    private static String javadoc(Sources.Parsed parsed, ClassTree type) {
        String doc = ((DocTrees) parsed.trees()).getDocComment(TreePath.getPath(parsed.tree(), type));
        return doc == null ? "" : doc;
    }

    private static boolean isPublic(ClassTree type) {
        return type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    private static Set<String> terms() throws IOException {
        return rows().stream()
                .flatMap(row -> List.of(row.split("\\|")[1].strip().split(" · ")).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(GLOSSARY).stream()
                .filter(line -> line.matches("\\| *\\p{IsHan}.*") && !line.startsWith("| 中文"))
                .toList();
    }
}
