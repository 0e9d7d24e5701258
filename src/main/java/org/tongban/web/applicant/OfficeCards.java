package org.tongban.web.applicant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Precheck;
import org.tongban.places.Offices;
import org.tongban.places.Regions;

/** 机构名片: who handles a case, where they are and how to reach them. */
@Component
public class OfficeCards {
    /**
     * 机构名片, in Chinese; address, phone and hours are empty where nobody has said.
     *
     * @param outside in no system: letters go out, answers are entered by hand
     */
    public record OfficeCard(String name, String region, String address, String phone, String hours, boolean outside) {}

    private final Offices offices;
    private final Regions regions;

    OfficeCards(Offices offices, Regions regions) {
        this.offices = offices;
        this.regions = regions;
    }

    public @Nullable OfficeCard of(Precheck.@Nullable Competent competent) {
        return competent == null ? null : of(competent.code());
    }

    /** The code alone where it names no office any more. */
    public OfficeCard of(String code) {
        return offices.byCode(code)
                .map(office -> {
                    var details = offices.details(office);
                    return new OfficeCard(
                            office.name(),
                            regions.fullName(office.region()),
                            details.address(),
                            details.phone(),
                            details.hours(),
                            office.outside());
                })
                .orElseGet(() -> new OfficeCard(code, "", "", "", "", false));
    }
}
