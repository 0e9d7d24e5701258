package org.tongban.places;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Contacts of offices for the demonstration, made up and saying so. */
@Component
@Profile("demo")
class ExampleDetails {

    private final Regions regions;

    ExampleDetails(Regions regions) {
        this.regions = regions;
    }

    OfficeDetails of(Office office) {
        String place = office.region().equals(Regions.NATION) ? "北京市" : regions.fullName(office.region());
        return new OfficeDetails(place + "演示路1号（演示地址）", "000-00000000（演示号码）", "工作日 9:00–12:00，13:30–17:00");
    }
}
