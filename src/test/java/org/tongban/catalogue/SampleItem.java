package org.tongban.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Applicant;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Person;
import org.tongban.places.PlacesByRule;
import org.tongban.places.Regions;

/** A service that exists in tests only, with one of everything. */
final class SampleItem {

    static final String ID = "9999-01";
    static final Regions REGIONS = new Regions();
    static final OfficeFinder OFFICES = PlacesByRule.offices(REGIONS)::find;
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final Applicant ADULT = Person.of("李小燕", new IdNumber("320104198605126004"), null);

    private SampleItem() {}

    static String text() {
        try (var in = SampleItem.class.getResourceAsStream("/catalogue/" + ID + ".yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Item item() {
        return ItemReader.read(ID + ".yaml", text(), "v").item();
    }

    static Precheck check(Map<String, Object> answers) {
        return check(answers, ADULT, Map.of("apply_at", "440105"), Set.of(), Set.of(), null);
    }

    static Precheck check(
            Map<String, Object> answers,
            Applicant applicant,
            Map<String, String> places,
            Set<String> materials,
            Set<String> unavailable,
            @Nullable Mode mode) {
        var item = item();
        var filing = new Filing(applicant, null, null, places, mode, answers, materials, unavailable);
        return new FilingCheck(item, new Rules(item, REGIONS), REGIONS, OFFICES, filing, TODAY).precheck();
    }
}
