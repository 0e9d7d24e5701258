package org.tongban.payments;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** 元: amounts as people write them, and in fen as we keep them. */
public final class Yuan {
    private static final Pattern WRITTEN = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
    private static final int FEN_DIGITS = 2;

    private Yuan() {}

    /** {@code 80.50} → 8050; empty for what is no amount. */
    public static Optional<Long> fen(String written) {
        var text = written.strip().replace(",", "");
        return WRITTEN.matcher(text).matches() ? Optional.of(fen(new BigDecimal(text))) : Optional.empty();
    }

    public static long fen(BigDecimal yuan) {
        return yuan.movePointRight(FEN_DIGITS).longValueExact();
    }

    /** 8050 → {@code 80.50}. */
    public static String of(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS).toPlainString();
    }
}
