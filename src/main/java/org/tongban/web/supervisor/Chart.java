package org.tongban.web.supervisor;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * 图: what a picture shows; the script draws it, and the same figures stand in a table beside it.
 *
 * @param kind trend, bars or flows
 * @param text what a screen reader says instead of the picture
 * @param labels of the axis, or of the squares
 * @param series name → values, in the order of the labels
 * @param nodes for flows: name, column, row, value
 * @param links for flows: from, to, value
 */
public record Chart(
        String kind,
        String text,
        List<String> labels,
        Map<String, List<Long>> series,
        List<Node> nodes,
        List<Link> links) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A square of a province. */
    public record Node(String name, int column, int row, long value) {}

    /** Cases from one province to another. */
    public record Link(String from, String to, long value) {}

    static Chart of(String kind, String text, List<String> labels, Map<String, List<Long>> series) {
        return new Chart(kind, text, labels, series, List.of(), List.of());
    }

    public String json() {
        return JSON.writeValueAsString(this);
    }
}
