package org.tongban.identity;

import cn.hutool.core.util.CreditCodeUtil;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 统一社会信用代码: eighteen characters by GB 32100, its check character right (policy N-06).
 *
 * @param text the code in upper case
 */
public record Uscc(String text) {

    /** @throws IllegalArgumentException if the code is not valid; ask {@link #isValid} first about what people type */
    public Uscc {
        text = text.strip().toUpperCase(Locale.ROOT);
        if (!isValid(text)) {
            throw new IllegalArgumentException("统一社会信用代码不正确");
        }
    }

    /** Whether the characters and the check character are right. */
    public static boolean isValid(@Nullable String text) {
        return text != null && CreditCodeUtil.isCreditCode(text.strip());
    }

    /** Six-digit region of the authority that registered the organisation. */
    public String region() {
        return text.substring(2, 8);
    }

    /** The form of organisation that the registering authority's digits tell; null where they leave it open. */
    public @Nullable String form() {
        return switch (text.substring(0, 2)) {
            case "11" -> "行政机关";
            case "12" -> "事业法人";
            case "51", "52", "53" -> "社会组织法人";
            case "92", "93" -> "其他组织";
            default -> null;
        };
    }
}
