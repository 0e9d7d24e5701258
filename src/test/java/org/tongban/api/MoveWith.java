package org.tongban.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.casework.Move;
import org.tongban.catalogue.Deed;
import org.tongban.catalogue.ExampleAct;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.LegDefinition;
import org.tongban.catalogue.Result;
import tools.jackson.databind.JsonNode;

/** What an example fills in for a move, in officials' words, as the API wants it. */
final class MoveWith {
    private final Item item;
    private final JsonNode file;

    MoveWith(Item item, JsonNode file) {
        this.item = item;
        this.file = file;
    }

    Map<String, Object> fields(ExampleAct act) {
        var fields = new LinkedHashMap<String, Object>();
        act.with().forEach((key, value) -> fields.put(key, value(key, value)));
        switch (act.deed()) {
            case GRANT, GRANT_PARTLY -> fields.putIfAbsent("results", results(act));
            case DELIVER -> fields.putIfAbsent("way", "网上送达");
            case SUPPLEMENT -> fields.computeIfPresent("materials", (_, keys) -> noFiles(keys));
            default -> {}
        }
        if (act.deed() == Deed.MOVE_ORIGINAL && fields.get("to") instanceof String to) {
            fields.put("to", destination(to));
        }
        return fields;
    }

    /** All that the part gives; of a case that is one whole, all that the service gives. */
    private List<String> results(ExampleAct act) {
        var part = act.with()
                .getOrDefault("leg", file.get("legs").get(0).get("name").asString())
                .toString();
        return item.legs().stream()
                .filter(leg -> part.equals(leg.name()) || part.startsWith(leg.name() + "："))
                .map(LegDefinition::results)
                .filter(own -> !own.isEmpty())
                .findFirst()
                .orElseGet(() ->
                        item.results().stream().map(Result::name).distinct().toList());
    }

    private Object value(String key, Object value) {
        return switch (key) {
            case "what" -> moveNamed(value.toString()).apiName();
            case "leg" -> leg(value.toString());
            case "defects" -> ((List<?>) value).stream().map(this::defect).toList();
            default -> value;
        };
    }

    private static Move moveNamed(String label) {
        return List.of(Move.values()).stream()
                .filter(m -> m.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("没有“" + label + "”这种提请"));
    }

    private int leg(String name) {
        for (var leg : file.get("legs")) {
            if (leg.get("name").asString().equals(name)) {
                return leg.get("no").intValue();
            }
        }
        throw new AssertionError("没有分项“" + name + "”");
    }

    private String defect(Object key) {
        return (item.material(key.toString()).isPresent() ? "material." : "field.") + key;
    }

    private static Map<String, List<String>> noFiles(Object keys) {
        var materials = new LinkedHashMap<String, List<String>>();
        ((List<?>) keys).forEach(key -> materials.put(key.toString(), List.of()));
        return materials;
    }

    /** The applicant, or the office that handles the case, or the window that took it in. */
    private String destination(String to) {
        return switch (to) {
            case "业务属地" -> file.get("office").asString();
            case "收件窗口" -> file.get("receivedBy").asString();
            default -> to;
        };
    }
}
