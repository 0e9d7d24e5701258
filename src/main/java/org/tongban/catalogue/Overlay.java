package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.places.Regions;

/**
 * 改动: one value of a service's file as its lead department has it, from a day and at a place (policy M-02, M-13, L-57).
 *
 * @param path as {@code limits.committed.days} or {@code materials[idCard].because}; parts of lists by key or by index from 0
 * @param place six-digit region in which it holds; null: everywhere
 * @param value as it would stand in the file (YAML)
 * @param from first day on which it holds
 * @param until last day; null: until further notice
 * @param by who entered it
 * @param approvedBy another person
 * @param instrument what it rests on
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
        String instrument) {

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

    boolean holds(LocalDate on, @Nullable String at, Regions regions) {
        return !on.isBefore(from)
                && (until == null || !on.isAfter(until))
                && (place == null || (at != null && regions.within(at, place)));
    }
}
