package org.tongban.web.ratings;

import org.tongban.casework.CaseNumber;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.ratings.Rating;
import org.tongban.web.Names;

/**
 * 评价页: one visit or case to rate, or rated.
 *
 * @param service and {@code office} by name, in Chinese
 */
public record RateView(Rating rating, String service, String office) {
    static RateView of(Rating rating, Names names, Catalogue catalogue) {
        return new RateView(
                rating,
                catalogue.find(rating.itemId()).map(Item::name).orElse(rating.itemId()),
                names.office(rating.office()));
    }

    public String number() {
        return CaseNumber.of(rating.casefileId()).toString();
    }

    public String path() {
        return "/my/cases/" + number() + "/ratings/" + rating.occasion();
    }
}
