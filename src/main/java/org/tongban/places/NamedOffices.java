package org.tongban.places;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code places/offices.yaml}: the exceptions to the rule. */
final class NamedOffices {

    private static final Set<String> KEYS = Set.of("code", "name", "serves", "source");

    private NamedOffices() {}

    static List<NamedOffice> read(YamlFile file, OfficeKinds kinds, Regions regions) {
        List<NamedOffice> offices = new ArrayList<>();
        Set<String> served = new HashSet<>();
        for (Node node : file.list("offices")) {
            Map<String, Node> entries = file.entries(node, KEYS);
            String code = file.text(node, entries, "code");
            OfficeCode parsed = OfficeCode.parse(code).orElseThrow(() -> file.wrong(node, "机构代码不成样子：" + code));
            OfficeKind kind =
                    kinds.find(parsed.kind()).orElseThrow(() -> file.wrong(node, "不认识的机构类型 " + parsed.kind()));
            Region region = standing(file, node, regions, parsed.region());
            List<String> serves =
                    Optional.ofNullable(entries.get("serves")).map(file::texts).orElse(List.of(region.code()));
            for (String place : serves) {
                standing(file, node, regions, place);
                if (!served.add(kind.key() + " " + place)) {
                    throw file.wrong(node, place + " 已另有 " + kind.key());
                }
            }
            Office office = new Office(
                    code, file.text(node, entries, "name"), kind.key(), region.code(), region.level(), kind.outside());
            offices.add(new NamedOffice(office, serves, false));
        }
        return offices;
    }

    private static Region standing(YamlFile file, Node node, Regions regions, String code) {
        return regions.find(code)
                .filter(region -> !region.isAbolished() && region.code().equals(code))
                .orElseThrow(() -> file.wrong(node, "不是现行的行政区划代码：" + code));
    }
}
