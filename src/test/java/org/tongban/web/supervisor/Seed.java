package org.tongban.web.supervisor;

import java.util.ArrayList;
import java.util.List;

/** The rows of the province's table as its print has them: number, name, scenario, lead, cooperating. */
final class Seed {
    private Seed() {}

    static List<List<String>> rows(String csv) {
        var rows = new ArrayList<List<String>>();
        csv.lines().skip(1).forEach(line -> {
            var cells = cells(line);
            boolean later = cells.get(1).equals("later");
            var cooperating = cells.get(6);
            rows.add(List.of(
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5) + (later && !cooperating.isEmpty() ? "（配合单位：" + cooperating + "）" : ""),
                    later ? "" : cooperating));
        });
        return rows;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
