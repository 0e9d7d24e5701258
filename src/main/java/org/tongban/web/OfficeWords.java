package org.tongban.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.places.Office;
import org.tongban.places.Offices;
import org.tongban.places.Regions;

/** 按字找机构: an office by its code, or by a place and letters of its name, as 上海 社会保险. */
@Component
public class OfficeWords {
    private static final int MOST_PLACES = 3;
    private static final int MOST_OFFICES_OF_A_PLACE = 120;

    private final Offices offices;
    private final Regions regions;

    OfficeWords(Offices offices, Regions regions) {
        this.offices = offices;
        this.regions = regions;
    }

    /** At most {@code limit} offices; the place comes first and the letters after it must all be in the name. */
    public List<Office> find(String words, int limit) {
        var typed = words.strip();
        if (typed.isEmpty()) {
            return List.of();
        }
        var exact = offices.byCode(typed);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        var parts = List.of(typed.split("\\s+"));
        return regions.search(parts.getFirst(), MOST_PLACES).stream()
                .flatMap(place -> offices.list(place.code(), null, null, MOST_OFFICES_OF_A_PLACE).stream()
                        .filter(office -> office.region().equals(place.code())))
                .filter(office ->
                        parts.stream().skip(1).allMatch(part -> office.name().contains(part)))
                .limit(limit)
                .toList();
    }
}
