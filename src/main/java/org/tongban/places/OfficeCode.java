package org.tongban.places;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 机构代码: {@code <kind>-<six digits>}. */
record OfficeCode(String kind, String region) {

    private static final Pattern FORM = Pattern.compile("([a-z]+(?:-[a-z]+)*)-(\\d{6})");

    static Optional<OfficeCode> parse(String code) {
        Matcher form = FORM.matcher(code);
        return form.matches() ? Optional.of(new OfficeCode(form.group(1), form.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return kind + "-" + region;
    }
}
