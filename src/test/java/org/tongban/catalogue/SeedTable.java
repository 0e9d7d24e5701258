package org.tongban.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The province's table of services, as it was given to us. */
final class SeedTable {

    private SeedTable() {}

    /** Id → the row by column. */
    static Map<String, Map<String, String>> read(Path file) throws IOException {
        var rows = cells(Files.readString(file));
        var head = rows.getFirst();
        var table = new TreeMap<String, Map<String, String>>();
        for (var row : rows.subList(1, rows.size())) {
            var byColumn = new LinkedHashMap<String, String>();
            for (int i = 0; i < head.size(); i++) {
                byColumn.put(head.get(i), row.get(i));
            }
            table.put(row.getFirst(), byColumn);
        }
        return table;
    }

    /** RFC 4180: quoted cells may hold commas, line breaks and doubled quotes. */
    private static List<List<String>> cells(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (quoted || c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }
}
