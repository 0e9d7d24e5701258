package org.tongban.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.identity.People;
import org.tongban.identity.StaffMember;
import org.tongban.places.Office;
import org.tongban.places.Offices;
import org.tongban.places.Regions;

/** 名称: what codes and accounts are called on pages, in Chinese. */
@Component
public class Names {
    private final Offices offices;
    private final Regions regions;
    private final People people;

    Names(Offices offices, Regions regions, People people) {
        this.offices = offices;
        this.regions = regions;
        this.people = people;
    }

    /** The code itself where it names no office. */
    public String office(String code) {
        return offices.byCode(code).map(Office::name).orElse(code);
    }

    public String region(String code) {
        return regions.fullName(code);
    }

    /** A member of staff; the account itself where it names nobody any more. */
    public String person(@Nullable String account) {
        return account == null
                ? ""
                : people.posts(account).stream()
                        .findFirst()
                        .map(StaffMember::name)
                        .orElse(account);
    }
}
