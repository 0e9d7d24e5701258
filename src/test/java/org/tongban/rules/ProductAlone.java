package org.tongban.rules;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The product's classes and not those of its tests, wherever a build puts the two. */
final class ProductAlone implements ImportOption {
    private final ImportOption known = new DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return known.includes(location) && !location.contains("/test-classes/");
    }
}
