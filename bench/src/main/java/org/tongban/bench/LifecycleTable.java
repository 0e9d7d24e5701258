package org.tongban.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The figures as a table: medians over the rounds, and ratios taken round by round so that a busy machine hits both sides. */
final class LifecycleTable {

    private LifecycleTable() {}

    /** The rate of lifecycles is a ratio below one. */
    private static final int RATIO_DIGITS = 3;

    private record Line(String what, int digits, ToDoubleFunction<Round.Cost> of) {}

    private static final List<Line> STEADY = List.of(
            new Line("SQL statements", 1, Round.Cost::statements),
            new Line("BEGIN, COMMIT, SET besides", 1, Round.Cost::control),
            new Line("row writes", 1, Round.Cost::rows),
            new Line("WAL, steady, KiB", 1, Round.Cost::walKib),
            new Line("of it notices and figures, after commit, KiB", 1, Round.Cost::followersWalKib),
            new Line("of it full page images, number", 2, Round.Cost::fullPages),
            new Line("CPU of JVM and PostgreSQL, ms", 1, Round.Cost::cpuMs),
            new Line("lifecycles/s", 1, Round.Cost::perSecond),
            new Line("one step, p50, ms", 2, Round.Cost::p50Ms),
            new Line("one step, p95, ms", 2, Round.Cost::p95Ms));

    private static final List<Line> CHECKPOINTED = List.of(
            new Line("WAL with a checkpoint in the middle, KiB", 1, Round.Cost::walKib),
            new Line("of it full page images, number", 2, Round.Cost::fullPages));

    static String of(Map<String, List<Round.Cost>> steady, Map<String, List<Round.Cost>> checkpointed) {
        List<String> names = List.copyOf(steady.keySet());
        String base = names.contains(FlowableContender.NAME) ? FlowableContender.NAME : names.getFirst();
        StringBuilder table = new StringBuilder("| per lifecycle | ");
        table.append(String.join(" | ", names));
        names.stream()
                .filter(name -> !name.equals(base))
                .forEach(name -> table.append(" | ").append(base).append(" ÷ ").append(name));
        table.append(" |\n|").append(" --- |".repeat(names.size() * 2)).append('\n');
        STEADY.forEach(line -> append(table, line, names, base, steady));
        CHECKPOINTED.forEach(line -> append(table, line, names, base, checkpointed));
        return table.toString();
    }

    private static void append(
            StringBuilder table, Line line, List<String> names, String base, Map<String, List<Round.Cost>> costs) {
        table.append("| ").append(line.what());
        for (String name : names) {
            table.append(" | ")
                    .append(number(
                            line.digits(),
                            median(costs.get(name).stream()
                                    .mapToDouble(line.of())
                                    .toArray())));
        }
        for (String name : names) {
            if (!name.equals(base)) {
                double[] ratios = IntStream.range(0, costs.get(name).size())
                        .mapToDouble(i -> line.of()
                                        .applyAsDouble(costs.get(base).get(i))
                                / line.of().applyAsDouble(costs.get(name).get(i)))
                        .toArray();
                table.append(" | ").append(number(RATIO_DIGITS, median(ratios)));
            }
        }
        table.append(" |\n");
    }

    private static double median(double[] values) {
        java.util.Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static String number(int digits, double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "–";
    }
}
