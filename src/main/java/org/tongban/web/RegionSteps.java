package org.tongban.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongban.places.Region;
import org.tongban.places.Regions;

/**
 * 逐级选地方: province, then what lies directly below, and so on down; a level shows once the one above is chosen.
 *
 * @param code the deepest region chosen; empty where none is
 */
public record RegionSteps(List<Step> steps, String code) {
    private static final List<String> ENDINGS = List.of("-province", "-city", "-county");
    private static final List<String> LABELS = List.of("省（自治区、直辖市）", "市（州、盟，直辖的区县）", "县（区、市、旗）");

    /** 一级: the regions to choose from at this level, and the one chosen or empty. */
    public record Step(String name, String label, List<Region> regions, String chosen) {}

    /** From what was chosen level by level, or else from one code. A choice that does not lie in the one above counts for nothing. */
    static RegionSteps of(Filled filled, String name) {
        var typed = filled.parameters().containsKey(name + ENDINGS.getFirst());
        var chosen = typed ? chosen(filled.parameters(), name) : chain(filled.regions(), filled.value(name));
        return of(filled.regions(), name, chosen);
    }

    /** The deepest region chosen level by level; empty where none is. */
    static String code(Map<String, List<String>> parameters, String name, Regions regions) {
        return of(regions, name, chosen(parameters, name)).code();
    }

    static boolean chosenByStep(Map<String, List<String>> parameters, String name) {
        return parameters.containsKey(name + ENDINGS.getFirst());
    }

    private static RegionSteps of(Regions regions, String name, List<String> chosen) {
        var steps = new ArrayList<Step>();
        var options = regions.provinces();
        var code = "";
        for (int i = 0; i < ENDINGS.size() && !options.isEmpty(); i++) {
            var wanted = i < chosen.size() ? chosen.get(i) : "";
            var found = options.stream().anyMatch(region -> region.code().equals(wanted)) ? wanted : "";
            steps.add(new Step(name + ENDINGS.get(i), LABELS.get(i), options, found));
            code = found.isEmpty() ? code : found;
            options = found.isEmpty() ? List.of() : regions.children(found);
        }
        return new RegionSteps(List.copyOf(steps), code);
    }

    private static List<String> chosen(Map<String, List<String>> parameters, String name) {
        return ENDINGS.stream()
                .map(ending ->
                        parameters.getOrDefault(name + ending, List.of("")).getFirst())
                .toList();
    }

    /** A region that stands no more is chosen as the one that took its place. */
    private static List<String> chain(Regions regions, String code) {
        var standing = standing(regions, code);
        var chain = new ArrayList<String>();
        regions.ancestors(standing).forEach(region -> chain.addFirst(region.code()));
        chain.add(standing);
        return chain;
    }

    private static String standing(Regions regions, String code) {
        var successor = regions.find(code)
                .filter(Region::isAbolished)
                .map(Region::successor)
                .orElse(code);
        return successor.equals(code) ? code : standing(regions, successor);
    }

    static List<String> labels() {
        return LABELS;
    }
}
