package org.tongban.web.supervisor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tongban.supervision.Figures;
import org.tongban.supervision.Tally;

/**
 * 往来矩阵: cases received by the province applied in (rows) and the province that handles (columns).
 *
 * @param places codes, in their order
 * @param largest of one cell, for its shade
 */
public record FlowMatrix(List<String> places, Map<String, Map<String, Long>> cells, long largest) {
    private static final int SHADES = 4;

    static FlowMatrix of(Map<Figures.Pair, Tally> pairs) {
        var codes = new TreeSet<String>();
        var cells = new LinkedHashMap<String, Map<String, Long>>();
        long largest = 0;
        for (var pair : pairs.entrySet()) {
            long n = pair.getValue().received();
            codes.add(pair.getKey().applyAt());
            codes.add(pair.getKey().handledBy());
            cells.computeIfAbsent(pair.getKey().applyAt(), _ -> new LinkedHashMap<>())
                    .merge(pair.getKey().handledBy(), n, Long::sum);
            largest = pair.getKey().applyAt().equals(pair.getKey().handledBy()) ? largest : Math.max(largest, n);
        }
        return new FlowMatrix(new ArrayList<>(codes), cells, largest);
    }

    public long at(String from, String to) {
        return cells.getOrDefault(from, Map.of()).getOrDefault(to, 0L);
    }

    /** 0 to 4, by the share of the largest. */
    public long shade(String from, String to) {
        long n = at(from, to);
        return n == 0 || largest == 0 ? 0 : Math.min(SHADES, 1 + SHADES * n / (largest + 1));
    }

    public long sent(String from) {
        return cells.getOrDefault(from, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public long handled(String to) {
        return cells.values().stream()
                .mapToLong(row -> row.getOrDefault(to, 0L))
                .sum();
    }
}
