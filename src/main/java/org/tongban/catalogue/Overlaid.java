package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

    /** One laid-over value; what a version keeps of an overlay. */
    record Value(String path, String value) {}

    private final String file;
    private final Node root;
    private final List<Value> lost = new ArrayList<>();

    private Overlaid(String file, Node root) {
        this.file = file;
        this.root = root;
    }

    static Overlaid of(String file, String text, List<Value> values) {
        var overlaid = new Overlaid(file, ItemReader.compose(file, text));
        for (var value : values) {
            if (!overlaid.replace(value)) {
                overlaid.lost.add(value);
            }
        }
        return overlaid;
    }

    ItemReader.Read read(String version) {
        return ItemReader.read(file, root, version);
    }

    /** Values whose path the file no longer has. */
    List<Value> lost() {
        return List.copyOf(lost);
    }

    private boolean replace(Value value) {
        var steps = new ArrayList<String>();
        var matcher = STEP.matcher(value.path());
        while (matcher.find()) {
            steps.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        if (steps.isEmpty() || FIXED.contains(steps.getFirst())) {
            return false;
        }
        @Nullable Node above = root;
        for (var step : steps.subList(0, steps.size() - 1)) {
            above = child(above, step);
        }
        return put(above, steps.getLast(), ItemReader.compose(file, value.value()));
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

    private static boolean put(@Nullable Node node, String step, Node value) {
        if (node instanceof MappingNode mapping) {
            for (int i = 0; i < mapping.getValue().size(); i++) {
                var pair = mapping.getValue().get(i);
                if (text(pair.getKeyNode()).equals(step)) {
                    mapping.getValue().set(i, new NodeTuple(pair.getKeyNode(), value));
                    return true;
                }
            }
            // A key left out of the file has no value yet; whether anyone knows it is the reader's to say.
            mapping.getValue().add(new NodeTuple(new ScalarNode(Tag.STR, step, null, null, ScalarStyle.PLAIN), value));
            return true;
        }
        if (node instanceof SequenceNode sequence && index(sequence, step) >= 0) {
            sequence.getValue().set(index(sequence, step), value);
            return true;
        }
        return false;
    }

    private static int index(SequenceNode sequence, String step) {
        for (int i = 0; i < sequence.getValue().size(); i++) {
            var key = child(sequence.getValue().get(i), "key");
            boolean byIndex = step.equals(String.valueOf(i));
            if (byIndex || (key != null && text(key).equals(step))) {
                return i;
            }
        }
        return -1;
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
