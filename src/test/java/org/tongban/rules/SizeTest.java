package org.tongban.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** File at most 400 lines, tests too; method at most 40, at most 5 parameters (constructors and records take what they hold). */
class SizeTest {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 5;

    @Test
    void no_file_is_longer_than_400_lines() {
        List<Sources.Source> sources =
                Stream.concat(Sources.main().stream(), Sources.tests().stream()).toList();
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(sources.stream()
                        .filter(source -> source.lines() > FILE_LINES)
                        .map(source -> source.path() + ": " + source.lines() + " lines"))
                .isEmpty();
    }

    @Test
    void no_method_is_longer_than_40_lines_or_takes_more_than_5_parameters() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<String> tooWide = new ArrayList<>();
        int[] seen = {0};
        for (Sources.Parsed parsed : Sources.parsed()) {
            new TreePathScanner<Void, String>() {
                @Override
                public Void visitClass(ClassTree type, String outer) {
                    return super.visitClass(type, type.getSimpleName().toString());
                }

                @Override
                public Void visitMethod(MethodTree method, String type) {
                    seen[0]++;
                    String name = "%s.%s (%s)"
                            .formatted(type, method.getName(), parsed.source().path());
                    var positions = parsed.trees().getSourcePositions();
                    long lines = parsed.line(positions.getEndPosition(parsed.tree(), method))
                            - parsed.line(positions.getStartPosition(parsed.tree(), method))
                            + 1;
                    if (lines > METHOD_LINES) {
                        tooLong.add(name + ": " + lines + " lines");
                    }
                    if (!method.getName().contentEquals("<init>")
                            && method.getParameters().size() > PARAMETERS) {
                        tooWide.add(name + ": " + method.getParameters().size() + " parameters");
                    }
                    return super.visitMethod(method, type);
                }
            }.scan(parsed.tree(), "");
        }
        assertThat(seen[0]).as("methods found to check").isGreaterThan(100);
        assertThat(tooLong).isEmpty();
        assertThat(tooWide).isEmpty();
    }
}
