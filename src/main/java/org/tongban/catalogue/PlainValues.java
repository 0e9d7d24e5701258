package org.tongban.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Values of YAML as JSON has them: numbers and truth values; all else, dates too, stays text. A value of null is as good as none. */
final class PlainValues {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,8})");
    private static final Pattern LONG = Pattern.compile("-?[1-9]\\d{9,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9]\\d*)\\.\\d+");

    private PlainValues() {}

    static @Nullable Object of(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode list ->
                list.getValue().stream()
                        .map(PlainValues::of)
                        .filter(Objects::nonNull)
                        .toList();
            case MappingNode mapping -> mapping(mapping);
            case AnchorNode anchor -> of(anchor.getRealNode());
            default -> throw new IllegalArgumentException(node.toString());
        };
    }

    private static Map<String, Object> mapping(MappingNode node) {
        var values = new LinkedHashMap<String, Object>();
        for (var pair : node.getValue()) {
            var value = of(pair.getValueNode());
            if (value != null) {
                values.put(((ScalarNode) pair.getKeyNode()).getValue(), value);
            }
        }
        return values;
    }

    private static @Nullable Object scalar(ScalarNode node) {
        var text = node.getValue();
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return text;
        }
        return switch (text) {
            case "", "~", "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> number(text);
        };
    }

    private static Object number(String text) {
        if (WHOLE.matcher(text).matches()) {
            return Integer.valueOf(text);
        }
        if (LONG.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return DECIMAL.matcher(text).matches() ? Double.valueOf(text) : text;
    }
}
