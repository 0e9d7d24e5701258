package org.tongban.catalogue;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 收费项目: what a service with a {@code pay} step charges for.
 *
 * @param reductions grounds on which less or nothing is asked
 * @param days natural days to pay in, from the order on; what follows when they are over is the pay step's {@link Step#silence}
 */
public record Charges(List<Line> lines, List<String> reductions, int days) {

    /**
     * 收费标准.
     *
     * @param amount in yuan; null where the place of the office sets it
     * @param basis by which it is charged
     */
    public record Line(String name, @Nullable BigDecimal amount, String basis) {}
}
