package org.tongban.identity;

import cn.hutool.core.util.IdcardUtil;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 公民身份号码: eighteen characters by GB 11643, its check digit right (policy N-06).
 *
 * @param text the number, its last character in upper case
 */
public record IdNumber(String text) {

    /** @throws IllegalArgumentException if the number is not valid; ask {@link #isValid} first about what people type */
    public IdNumber {
        text = text.strip().toUpperCase(Locale.ROOT);
        if (!isValid(text)) {
            throw new IllegalArgumentException("公民身份号码不正确");
        }
    }

    /** Whether length, province, birth date and check digit are right. */
    public static boolean isValid(@Nullable String text) {
        return text != null && IdcardUtil.isValidCard18(text.strip());
    }

    public LocalDate birthDate() {
        return LocalDate.parse(text.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
    }

    public Sex sex() {
        return (text.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Never the number itself: what is logged or shown by mistake stays masked (policy D-26). */
    @Override
    public String toString() {
        return text.substring(0, 6) + "********" + text.substring(14);
    }
}
