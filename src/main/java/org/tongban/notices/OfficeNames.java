package org.tongban.notices;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.places.Office;
import org.tongban.places.Offices;

/** How offices are called in notices. */
@Component
class OfficeNames {
    private final Offices offices;

    OfficeNames(Offices offices) {
        this.offices = offices;
    }

    /** The office that acted, or the competent one where nobody's office did. */
    String name(@Nullable String acted, String competent) {
        var code = acted == null ? competent : acted;
        return offices.byCode(code).map(Office::name).orElse(code);
    }
}
