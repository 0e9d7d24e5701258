package org.tongban.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Overlay;

/** 各地不同之处: what holds at single places only, told before anybody applies (policy M-13). */
@Component
public class PlaceDifferences {
    private final Catalogue catalogue;
    private final Names names;

    PlaceDifferences(Catalogue catalogue, Names names) {
        this.catalogue = catalogue;
        this.names = names;
    }

    /** 一地的不同之处. */
    public record AtPlace(String place, List<ItemFacts.Difference> differences) {}

    /** As they hold on the day, by place. */
    public List<AtPlace> of(Item item, LocalDate day) {
        return catalogue.overlays(item.id()).stream()
                .filter(o -> !o.from().isAfter(day)
                        && (o.until() == null || !o.until().isBefore(day)))
                .map(Overlay::place)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(place -> new AtPlace(
                        names.region(place), ItemFacts.between(item, catalogue.local(item.id(), place, day))))
                .filter(at -> !at.differences().isEmpty())
                .toList();
    }
}
