package org.tongban.places;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One of our own YAML files, read so that a mistake names its line. */
final class YamlFile {

    private final String name;
    private final Node root;

    private YamlFile(String name, Node root) {
        this.name = name;
        this.root = root;
    }

    static YamlFile onClasspath(String path) {
        try (Reader in = new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8)) {
            return read(path, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static YamlFile read(String name, Reader in) {
        return new YamlFile(name, new Yaml(new LoaderOptions()).compose(in));
    }

    /** The entries of the top mapping's one key, as a mapping. */
    Map<String, Node> mapping(String key) {
        return entries(only(key), null);
    }

    /** The elements of the top mapping's one key, as a list. */
    List<Node> list(String key) {
        return elements(only(key));
    }

    private Node only(String key) {
        Node value = entries(root, Set.of(key)).get(key);
        if (value == null) {
            throw wrong(root, "缺 " + key);
        }
        return value;
    }

    /** A mapping's entries; a key not among the known, or twice, is refused. */
    Map<String, Node> entries(Node node, @Nullable Set<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "应为键值");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode());
            if (known != null && !known.contains(key)) {
                throw wrong(tuple.getKeyNode(), "不认识的键 " + key);
            }
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw wrong(tuple.getKeyNode(), "重复的键 " + key);
            }
        }
        return entries;
    }

    List<Node> elements(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(node, "应为列表");
        }
        return sequence.getValue();
    }

    List<String> texts(Node node) {
        return elements(node).stream().map(this::text).toList();
    }

    String text(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong(node, "应为文字");
        }
        return scalar.getValue();
    }

    String text(Node owner, Map<String, Node> entries, String key) {
        return Optional.ofNullable(entries.get(key)).map(this::text).orElseThrow(() -> wrong(owner, "缺 " + key));
    }

    IllegalArgumentException wrong(Node node, String what) {
        return new IllegalArgumentException(name + " 第 " + (node.getStartMark().getLine() + 1) + " 行：" + what);
    }
}
