package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A file with overlays laid over it, later ones over earlier ones. */
final class Overlaid {

    /** What stands in the province's table is not a department's to change. */
    private static final Set<String> FIXED = Set.of("id", "batch", "seq", "name", "scenario", "lead", "cooperating");

    private static final Pattern STEP = Pattern.compile("([a-zA-Z_]+)|\\[([^\\]]+)]");
    private static final String ADDED = "+";
    /** By what a part of a list is known, the first that it has. */
    private static final List<String> NAMES = List.of("key", "text", "action", "name", "what");

    private final String file;
    private final Node root;
    private final List<Change> lost = new ArrayList<>();

    private Overlaid(String file, Node root) {
        this.file = file;
        this.root = root;
    }

    static Overlaid of(String file, String text, List<Change> changes) {
        var overlaid = new Overlaid(file, ItemReader.compose(file, text));
        for (var change : changes) {
            if (!overlaid.lay(change)) {
                overlaid.lost.add(change);
            }
        }
        return overlaid;
    }

    ItemReader.Read read(String version) {
        return ItemReader.read(file, root, version);
    }

    /** Changes whose path the file no longer has. */
    List<Change> lost() {
        return List.copyOf(lost);
    }

    private boolean lay(Change change) {
        var steps = new ArrayList<String>();
        var matcher = STEP.matcher(change.path());
        while (matcher.find()) {
            steps.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        if (steps.isEmpty() || FIXED.contains(steps.getFirst())) {
            return false;
        }
        var last = steps.removeLast();
        @Nullable Node above = root;
        for (var step : steps) {
            above = last.startsWith(ADDED) ? childList(above, step) : child(above, step);
        }
        return put(above, last, ItemReader.compose(file, change.value()));
    }

    private static @Nullable Node child(@Nullable Node node, String step) {
        return switch (node) {
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .filter(pair -> text(pair.getKeyNode()).equals(step))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                        .orElse(null);
            case SequenceNode sequence -> {
                int index = index(sequence, step);
                yield index < 0 ? null : sequence.getValue().get(index);
            }
            case null, default -> null;
        };
    }

    /** As {@link #child}; a list that the file leaves out is empty. */
    private static @Nullable Node childList(@Nullable Node node, String step) {
        var child = child(node, step);
        boolean absent = child == null || child.getTag().equals(Tag.NULL);
        if (absent && node instanceof MappingNode mapping) {
            var empty = new SequenceNode(Tag.SEQ, new ArrayList<>(), FlowStyle.BLOCK);
            put(mapping, step, empty);
            return empty;
        }
        return child;
    }

    private static boolean put(@Nullable Node node, String step, Node value) {
        return switch (node) {
            case MappingNode mapping -> {
                putKey(mapping, step, value);
                yield true;
            }
            case SequenceNode sequence -> putPart(sequence.getValue(), sequence, step, value);
            case null, default -> false;
        };
    }

    private static void putKey(MappingNode mapping, String step, Node value) {
        for (int i = 0; i < mapping.getValue().size(); i++) {
            var pair = mapping.getValue().get(i);
            if (text(pair.getKeyNode()).equals(step)) {
                mapping.getValue().set(i, new NodeTuple(pair.getKeyNode(), value));
                return;
            }
        }
        // A key left out of the file has no value yet; whether anyone knows it is the reader's to say.
        mapping.getValue().add(new NodeTuple(new ScalarNode(Tag.STR, step, null, null, ScalarStyle.PLAIN), value));
    }

    private static boolean putPart(List<Node> parts, SequenceNode sequence, String step, Node value) {
        if (step.startsWith(ADDED)) {
            var name = step.substring(ADDED.length());
            boolean there = !name.isEmpty() && index(sequence, name) >= 0;
            return !there && parts.add(value);
        }
        int index = index(sequence, step);
        if (index < 0) {
            return false;
        }
        if (value.getTag().equals(Tag.NULL)) {
            parts.remove(index);
        } else {
            parts.set(index, value);
        }
        return true;
    }

    private static int index(SequenceNode sequence, String step) {
        for (int i = 0; i < sequence.getValue().size(); i++) {
            if (step.equals(String.valueOf(i))
                    || step.equals(nameOf(sequence.getValue().get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String nameOf(Node part) {
        return Stream.concat(NAMES.stream().map(name -> child(part, name)), Stream.of(part))
                .filter(ScalarNode.class::isInstance)
                .map(Overlaid::text)
                .findFirst()
                .orElse("");
    }

    private static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
