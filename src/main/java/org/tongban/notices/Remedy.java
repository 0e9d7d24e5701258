package org.tongban.notices;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;

/** What can be done against a decision, by kind of body (policy L-28); the limits are parameters, for the law may change them. */
record Remedy(String chinese, String english) {

    /** Knows the limits. */
    @Component
    static class Finder {
        private final Catalogue catalogue;
        private final int days;
        private final int months;

        Finder(
                Catalogue catalogue,
                @Value("${tongban.remedies.reconsideration-days:60}") int days,
                @Value("${tongban.remedies.litigation-months:6}") int months) {
            this.catalogue = catalogue;
            this.days = days;
            this.months = months;
        }

        Remedy of(String item) {
            var remedies = catalogue.find(item).map(Item::remedies).orElse(Item.Remedies.ADMINISTRATIVE);
            return switch (remedies) {
                case ADMINISTRATIVE ->
                    new Remedy(
                            "不服的，可以自知道决定之日起 " + days + " 日内申请行政复议，或者 " + months + " 个月内提起行政诉讼。",
                            "You may ask for administrative reconsideration within " + days
                                    + " days of learning of it, or go to court within " + months + " months.");
                case NOTARY ->
                    new Remedy(
                            "不服的，可以向公证机构申请复查，或者向公证协会投诉。",
                            "You may ask the notary office to look again, or complain to the notaries' association.");
                case PUBLIC_SERVICE ->
                    new Remedy(
                            "不服的，可以向承办机构申请复核，或者拨打 12345 投诉。",
                            "You may ask the office to look again, or complain by calling 12345.");
            };
        }
    }
}
