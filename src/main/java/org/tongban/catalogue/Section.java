package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One mapping of a service's file: its values by key, with the line of each in every complaint. A key nobody asked for is an error. */
final class Section {

    /** A word of the file for each constant of an enum. */
    interface Words<E extends Enum<E>> extends Function<E, String> {}

    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Map<String, Integer> lines;

    /** @param lines filled with the line of each path, for complaints that come later */
    Section(String file, String path, Node node, Map<String, Integer> lines) {
        this.file = file;
        this.path = path;
        this.line = lineOf(node);
        this.lines = lines;
        lines.put(path, line);
        if (!(node instanceof MappingNode mapping)) {
            throw new ItemFileRefused(file, line, where("") + "应当是一组“键: 值”");
        }
        for (NodeTuple pair : mapping.getValue()) {
            var key = ((ScalarNode) pair.getKeyNode()).getValue();
            if (values.put(key, pair.getValueNode()) != null) {
                throw new ItemFileRefused(file, lineOf(pair.getKeyNode()), where(key) + "写了两次");
            }
            keyLines.put(key, lineOf(pair.getKeyNode()));
            lines.put(pathTo(key), lineOf(pair.getKeyNode()));
        }
    }

    private static int lineOf(Node node) {
        var mark = node.getStartMark();
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private String pathTo(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String where(String key) {
        var whole = key.isEmpty() ? path : pathTo(key);
        return whole.isEmpty() ? "" : whole + " ";
    }

    ItemFileRefused refused(String key, String reason) {
        return new ItemFileRefused(file, keyLines.getOrDefault(key, line), where(key) + reason);
    }

    /** Whether the key stands there with a value. */
    boolean has(String key) {
        return value(key) != null;
    }

    /** Whether the key stands there, be it with null. */
    boolean mentions(String key) {
        read.add(key);
        return values.containsKey(key);
    }

    private @Nullable Node value(String key) {
        read.add(key);
        var node = values.get(key);
        return node == null || node.getTag().equals(Tag.NULL) ? null : node;
    }

    private Node required(String key) {
        var node = value(key);
        if (node == null) {
            throw refused(key, "没有填");
        }
        return node;
    }

    private String scalar(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw refused(key, "应当是一个值");
        }
        return scalar.getValue();
    }

    String text(String key) {
        return scalar(key, required(key));
    }

    @Nullable
    String optionalText(String key) {
        var node = value(key);
        return node == null ? null : scalar(key, node);
    }

    boolean flag(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(key, "应当是 true 或 false");
        };
    }

    int whole(String key) {
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException e) {
            throw refused(key, "应当是整数");
        }
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var node : sequence(key)) {
            texts.add(scalar(key, node));
        }
        return List.copyOf(texts);
    }

    <E extends Enum<E>> E oneOf(String key, Class<E> type, Words<E> words) {
        return constant(key, text(key), type, words);
    }

    <E extends Enum<E>> List<E> someOf(String key, Class<E> type, Words<E> words) {
        return texts(key).stream().map(text -> constant(key, text, type, words)).toList();
    }

    private <E extends Enum<E>> E constant(String key, String text, Class<E> type, Words<E> words) {
        var known = new ArrayList<String>();
        for (var constant : type.getEnumConstants()) {
            if (words.apply(constant).equals(text)) {
                return constant;
            }
            known.add(words.apply(constant));
        }
        throw refused(key, "“" + text + "”不在可用的值之内：" + String.join("、", known));
    }

    Section section(String key) {
        return new Section(file, pathTo(key), required(key), lines);
    }

    /** The mapping's own keys, in order, for mappings whose keys are names. */
    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    /** Whatever stands there: text, whole and decimal numbers, truth values, lists and mappings; dates stay text. */
    @Nullable
    Object plain(String key) {
        var node = value(key);
        return node == null ? null : PlainValues.of(node);
    }

    int line() {
        return line;
    }

    /** The list under the key read one by one; absent or null: none. Each complains with its index, from 0. */
    <T> List<T> each(String key, Function<Section, T> reader) {
        var all = new ArrayList<T>();
        for (var node : sequence(key)) {
            var section = new Section(file, pathTo(key) + "[" + all.size() + "]", node, lines);
            all.add(reader.apply(section));
            section.complete();
        }
        return List.copyOf(all);
    }

    /** As {@link #each}, where one mapping may stand for a list of one. */
    <T> List<T> oneOrEach(String key, Function<Section, T> reader) {
        var node = value(key);
        if (node == null || node instanceof SequenceNode) {
            return each(key, reader);
        }
        var section = section(key);
        var one = reader.apply(section);
        section.complete();
        return List.of(one);
    }

    private List<Node> sequence(String key) {
        var node = value(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw refused(key, "应当是一个列表");
        }
        return sequence.getValue();
    }

    /** To be called when all has been read. */
    void complete() {
        for (var key : values.keySet()) {
            if (!read.contains(key)) {
                throw refused(key, "这个键没有人认识");
            }
        }
    }

    @Override
    public String toString() {
        return path;
    }
}
