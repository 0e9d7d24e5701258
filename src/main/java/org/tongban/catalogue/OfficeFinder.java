package org.tongban.catalogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.places.Level;
import org.tongban.places.Office;

/** The one question this module asks about offices; {@link org.tongban.places.Offices#find} answers it. */
interface OfficeFinder {

    Optional<Office> find(String kind, String region, @Nullable Level level);
}
