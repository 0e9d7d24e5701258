package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.places.Regions;

/**
 * 改动: one value of a service's file as its lead department has it, from a day and at a place (policy M-02, M-13, L-57).
 *
 * @param path see {@link Change}
 * @param place six-digit region in which it holds; null: everywhere
 * @param value as it would stand in the file (YAML)
 * @param from first day on which it holds
 * @param until last day; null: until further notice
 * @param by who entered it
 * @param approvedBy another person
 * @param instrument what it rests on
 * @param proposal with which it was published; values of one proposal hold together or not at all. Null: on its own
 */
public record Overlay(
        UUID id,
        String item,
        String path,
        @Nullable String place,
        String value,
        LocalDate from,
        @Nullable LocalDate until,
        String by,
        String approvedBy,
        String instrument,
        @Nullable UUID proposal) {

    /** What holds at a place comes over what holds around it, then the later start over the earlier one (M-13). */
    static final Comparator<Overlay> ORDER =
            Comparator.comparingInt((Overlay o) -> narrowness(o.place())).thenComparing(Overlay::from);

    private static final int CODE_LENGTH = 6;
    private static final int LEVEL_DIGITS = 2;

    /** @throws IllegalArgumentException if the two people are one, the days are the wrong way round, or no instrument is named */
    public Overlay {
        if (by.equals(approvedBy)) {
            throw new IllegalArgumentException("改动要由另一个人复核");
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("截止日早于起始日");
        }
        if (instrument.isBlank()) {
            throw new IllegalArgumentException("要写明依据");
        }
    }

    Change change() {
        return new Change(path, value);
    }

    UUID group() {
        return proposal == null ? id : proposal;
    }

    boolean holds(LocalDate on, @Nullable String at, Regions regions) {
        return !on.isBefore(from) && !endedBefore(on) && (place == null || (at != null && regions.within(at, place)));
    }

    boolean endedBefore(LocalDate day) {
        return until != null && day.isAfter(until);
    }

    /** 0 everywhere, 1 a province, 2 a city, 3 a county. */
    private static int narrowness(@Nullable String place) {
        if (place == null) {
            return 0;
        }
        int level = CODE_LENGTH / LEVEL_DIGITS;
        while (level > 1 && place.endsWith("0".repeat(CODE_LENGTH - (level - 1) * LEVEL_DIGITS))) {
            level--;
        }
        return level;
    }
}
