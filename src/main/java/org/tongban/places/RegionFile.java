package org.tongban.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Reads {@code places/regions.csv}; its origin stands beside it. */
final class RegionFile {

    private static final int COLUMNS = 8;

    private RegionFile() {}

    static NavigableMap<String, Region> read() {
        NavigableMap<String, Region> regions = new TreeMap<>();
        regions.put(
                Regions.NATION,
                new Region(Regions.NATION, "全国", Level.NATION, null, null, null, List.of(), "quanguo", "qg"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("places/regions.csv").getInputStream(), StandardCharsets.UTF_8))) {
            lines.readLine();
            lines.lines()
                    .map(line -> region(line.split(",", -1)))
                    .forEach(region -> regions.put(region.code(), region));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return regions;
    }

    private static Region region(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("regions.csv：" + String.join(",", cells));
        }
        return new Region(
                cells[0],
                cells[1],
                level(cells[0]),
                date(cells[2]),
                date(cells[3]),
                cells[4].isEmpty() ? null : cells[4],
                cells[5].isEmpty() ? List.of() : List.of(cells[5].split("\\|")),
                cells[6],
                cells[7]);
    }

    private static Level level(String code) {
        return code.endsWith("0000") ? Level.PROVINCE : code.endsWith("00") ? Level.CITY : Level.COUNTY;
    }

    private static @Nullable LocalDate date(String cell) {
        return cell.isEmpty() ? null : LocalDate.parse(cell);
    }
}
