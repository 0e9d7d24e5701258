package org.tongban.places;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 行政区划: the regions by GB/T 2260, those that stand and those that are no more.
 *
 * <p>A municipality (直辖市) is province and city at once: 110000, 110100 and the city of 110105 are all 110000. A county
 * under no city (429004 仙桃市) is its own city. An unknown code has no province and lies in nothing.
 */
@Component
public class Regions {

    /** 全国, where national organs have their place. */
    public static final String NATION = "100000";

    private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");
    private static final Set<String> WITHOUT_OFFICES = Set.of("71", "81", "82");
    private static final int CODE_LENGTH = 6;

    private final NavigableMap<String, Region> regions;
    private final Map<String, List<Region>> children;
    private final RegionSearch search;

    public Regions() {
        regions = RegionFile.read();
        children = standing().stream()
                .filter(region -> region.level() != Level.NATION)
                .collect(Collectors.groupingBy(region -> parent(region).orElseThrow()));
        search = new RegionSearch(this, regions.values());
    }

    /** The region of this code, also an abolished one. */
    public Optional<Region> find(String code) {
        return Optional.ofNullable(regions.get(canonical(code)));
    }

    /** All regions that stand, in the order of their codes; the nation first. */
    public Collection<Region> standing() {
        return regions.values().stream().filter(region -> !region.isAbolished()).toList();
    }

    /** The 34 provinces, municipalities, autonomous and special administrative regions. */
    public List<Region> provinces() {
        return children(NATION);
    }

    /** The regions directly below, as a picker shows them; the districts of a municipality lie directly below it. */
    public List<Region> children(String code) {
        return children.getOrDefault(canonical(code), List.of());
    }

    /** The regions above, nearest first, up to the province. */
    public List<Region> ancestors(String code) {
        List<Region> above = new ArrayList<>();
        Optional<Region> region = find(code);
        while (region.isPresent()) {
            region = parent(region.get())
                    .filter(parent -> !parent.equals(NATION))
                    .flatMap(this::find);
            region.ifPresent(above::add);
        }
        return above;
    }

    /** Its name with those above it, as 江苏省南京市玄武区; the code itself where it is unknown. */
    public String fullName(String code) {
        return find(code)
                .map(region -> {
                    StringBuilder name = new StringBuilder(region.name());
                    ancestors(code).forEach(above -> name.insert(0, above.name()));
                    return name.toString();
                })
                .orElse(code);
    }

    /** The province it lies in, or is. */
    public Optional<Region> province(String code) {
        return find(code)
                .filter(region -> region.level() != Level.NATION)
                .flatMap(region -> find(region.code().substring(0, 2) + "0000"));
    }

    /** The city it lies in, or is; none for a province or the nation. */
    public Optional<Region> city(String code) {
        return find(code).flatMap(region -> switch (region.level()) {
            case NATION -> Optional.empty();
            case PROVINCE -> isMunicipality(region) ? Optional.of(region) : Optional.empty();
            case CITY -> Optional.of(region);
            case COUNTY ->
                parent(region)
                        .flatMap(this::find)
                        .map(above -> above.level() == Level.CITY || isMunicipality(above) ? above : region);
        });
    }

    /** Whether both are known and lie in one province. */
    public boolean sameProvince(String one, String other) {
        return province(one).isPresent() && province(one).equals(province(other));
    }

    /** Whether both are known and lie in one city. */
    public boolean sameCity(String one, String other) {
        return city(one).isPresent() && city(one).equals(city(other));
    }

    /** Whether the first is the second or lies in it. */
    public boolean within(String inner, String outer) {
        Optional<Region> region = find(inner);
        String above = canonical(outer);
        return region.isPresent()
                && regions.containsKey(above)
                && (above.equals(NATION)
                        || region.get().code().equals(above)
                        || ancestors(inner).stream()
                                .anyMatch(ancestor -> ancestor.code().equals(above)));
    }

    /** Standing regions by Chinese words (南京玄武) or the beginning of their pinyin (nanjing xuanwu, xwq), best first. */
    public List<Region> search(String words, int limit) {
        return search.find(words, limit);
    }

    /** The levels whose offices a region has: one, or two for municipalities and for cities and counties that stand alone. */
    Set<Level> ranks(Region region) {
        return switch (region.level()) {
            case NATION -> Set.of(Level.NATION);
            case PROVINCE -> isMunicipality(region) ? Set.of(Level.PROVINCE, Level.CITY) : Set.of(Level.PROVINCE);
            case CITY -> children(region.code()).isEmpty() ? Set.of(Level.CITY, Level.COUNTY) : Set.of(Level.CITY);
            case COUNTY ->
                city(region.code()).filter(region::equals).isPresent()
                        ? Set.of(Level.CITY, Level.COUNTY)
                        : Set.of(Level.COUNTY);
        };
    }

    boolean isMunicipality(Region region) {
        return region.level() == Level.PROVINCE
                && MUNICIPALITIES.contains(region.code().substring(0, 2));
    }

    /** 港澳台: regions of the country whose authorities take no part in this. */
    boolean isWithoutOffices(Region region) {
        return WITHOUT_OFFICES.contains(region.code().substring(0, 2));
    }

    /** The code directly above: the city, the province where there is none, the nation. */
    Optional<String> parent(Region region) {
        return switch (region.level()) {
            case NATION -> Optional.empty();
            case PROVINCE -> Optional.of(NATION);
            case CITY -> Optional.of(region.code().substring(0, 2) + "0000");
            case COUNTY -> {
                String city = canonical(region.code().substring(0, 4) + "00");
                yield Optional.of(
                        regions.containsKey(city) ? city : region.code().substring(0, 2) + "0000");
            }
        };
    }

    /** 110100 and 500200 stand in the lists only to group a municipality's districts and counties. */
    private static String canonical(String code) {
        boolean grouping =
                code.length() == CODE_LENGTH && MUNICIPALITIES.contains(code.substring(0, 2)) && code.endsWith("00");
        return grouping ? code.substring(0, 2) + "0000" : code;
    }
}
