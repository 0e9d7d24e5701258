package org.tongban.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The product's own sources, as text and as javac parses them, and its tests as text. */
final class Sources {

    static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    private Sources() {}

    /** One source file: its text, and the name of its package below org.tongban (empty for the root). */
    record Source(Path path, String text) {

        String module() {
            Path inside = MAIN.resolve("org/tongban").relativize(path);
            return inside.getNameCount() == 1 ? "" : inside.getName(0).toString();
        }

        long lines() {
            return text.lines().count();
        }
    }

    /** What javac made of one file. */
    record Parsed(Source source, CompilationUnitTree tree, Trees trees) {

        long line(long position) {
            return tree.getLineMap().getLineNumber(position);
        }
    }

    static List<Source> main() {
        return found(MAIN);
    }

    static List<Source> tests() {
        return found(TESTS);
    }

    private static List<Source> found(Path root) {
        List<Source> sources = files(root, ".java");
        assertThat(sources).as("sources found to check").hasSizeGreaterThan(40);
        return sources;
    }

    static List<Source> files(Path root, String ending) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .map(path -> new Source(path, read(path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Parsed> parsed() throws IOException {
        List<Source> sources = main();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.stream().map(Source::path).toList()));
            Trees trees = Trees.instance(task);
            List<Parsed> parsed = new ArrayList<>();
            int number = 0;
            for (CompilationUnitTree tree : task.parse()) {
                parsed.add(new Parsed(sources.get(number++), tree, trees));
            }
            assertThat(parsed).hasSameSizeAs(sources);
            return parsed;
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
