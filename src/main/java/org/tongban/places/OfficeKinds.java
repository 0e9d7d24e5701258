package org.tongban.places;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.nodes.Node;

/** 机构类型: the kinds of office of {@code places/office-kinds.yaml}. */
@Component
public class OfficeKinds {

    private static final Set<String> KEYS = Set.of("name", "levels", "title", "titles", "outside");
    private static final Set<String> TITLES = Set.of("nation", "province", "municipality", "city", "county");

    private final Map<String, OfficeKind> kinds = new LinkedHashMap<>();

    public OfficeKinds() {
        this(YamlFile.onClasspath("places/office-kinds.yaml"));
    }

    OfficeKinds(YamlFile file) {
        file.mapping("kinds").forEach((key, node) -> kinds.put(key, kind(file, key, node)));
    }

    public Optional<OfficeKind> find(String key) {
        return Optional.ofNullable(kinds.get(key));
    }

    /** All kinds, in the order of the file. */
    public Collection<OfficeKind> all() {
        return kinds.values();
    }

    private static OfficeKind kind(YamlFile file, String key, Node node) {
        Map<String, Node> entries = file.entries(node, KEYS);
        if (!key.matches("[a-z]+(-[a-z]+)*")) {
            throw file.wrong(node, "机构类型的键只用小写字母和连字符：" + key);
        }
        Set<Level> levels = EnumSet.noneOf(Level.class);
        Node levelList = Optional.ofNullable(entries.get("levels")).orElseThrow(() -> file.wrong(node, "缺 levels"));
        for (String word : file.texts(levelList)) {
            levels.add(Stream.of(Level.values())
                    .filter(level -> level.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> file.wrong(levelList, "不认识的层级 " + word)));
        }
        Map<String, String> titles = entries.containsKey("titles")
                ? file.entries(Optional.ofNullable(entries.get("titles")).orElseThrow(), TITLES).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> file.text(entry.getValue())))
                : Map.of();
        boolean outside = Optional.ofNullable(entries.get("outside"))
                .map(file::text)
                .filter("true"::equals)
                .isPresent();
        return new OfficeKind(
                key, file.text(node, entries, "name"), levels, file.text(node, entries, "title"), titles, outside);
    }
}
