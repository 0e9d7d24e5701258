package org.tongban.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Limit;
import org.tongban.catalogue.Precheck;

/** 能不能办（接口）: the answer of {@code check}, and what stands in a 422 of {@code POST /cases}. Days of a limit stand with their unit. */
record CheckMessage(
        @Nullable Boolean eligible,
        List<Precheck.Refused> refusals,
        List<Precheck.FieldError> fieldErrors,
        List<Precheck.Missing> missingMaterials,
        List<Precheck.Exempt> exemptMaterials,
        List<String> unknownFields,
        Precheck.@Nullable Competent competentOffice,
        String mode,
        @Nullable Integer committedDays,
        @Nullable String committedUnit,
        @Nullable Integer statutoryDays,
        @Nullable String statutoryUnit) {

    static CheckMessage of(Precheck check) {
        return new CheckMessage(
                check.eligible(),
                check.refusals(),
                check.fieldErrors(),
                check.missingMaterials(),
                check.exemptMaterials(),
                check.unknown(),
                check.competentOffice(),
                check.mode().chinese(),
                days(check.committed()),
                unit(check.committed()),
                days(check.statutory()),
                unit(check.statutory()));
    }

    private static @Nullable Integer days(Limit.@Nullable Counted limit) {
        return limit == null ? null : limit.days();
    }

    private static @Nullable String unit(Limit.@Nullable Counted limit) {
        return limit == null ? null : limit.unit().chinese();
    }
}
