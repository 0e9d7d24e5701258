package org.tongban.places;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which office a kind has in a region, by rule alone. */
final class OfficeRule {

    private final Regions regions;

    OfficeRule(Regions regions) {
        this.regions = regions;
    }

    /** The office of this kind in exactly this region; none where the kind does not exist at the region's level. */
    Optional<Office> at(OfficeKind kind, Region region) {
        if (regions.isWithoutOffices(region)) {
            return Optional.empty();
        }
        return levels(kind, region).stream()
                .min(Level::compareTo)
                .map(level -> new Office(
                        new OfficeCode(kind.key(), region.code()).toString(),
                        title(kind, region, level),
                        kind.key(),
                        region.code(),
                        level,
                        kind.outside()));
    }

    /** The levels at which the kind has an office in this region; two where a municipality is province and city. */
    Set<Level> levels(OfficeKind kind, Region region) {
        Set<Level> levels = EnumSet.copyOf(regions.ranks(region));
        levels.retainAll(kind.levels());
        return levels;
    }

    private String title(OfficeKind kind, Region region, Level level) {
        String word =
                regions.isMunicipality(region) ? "municipality" : level.name().toLowerCase(Locale.ROOT);
        return kind.titles()
                .getOrDefault(word, kind.title())
                .replace("{place}", placeName(region))
                .replace("{short}", shortName(region));
    }

    /** Districts share names all over the country (鼓楼区, 朝阳区) and bear their city's before their own. */
    private String placeName(Region region) {
        boolean district = region.level() == Level.COUNTY && region.name().endsWith("区");
        return district
                ? regions.city(region.code())
                                .filter(city -> !city.equals(region))
                                .map(Region::name)
                                .orElse("")
                        + region.name()
                : region.name();
    }

    private static String shortName(Region region) {
        return region.name().replaceFirst("(?:壮族|回族|维吾尔)?(?:省|市|自治区)$", "");
    }
}
