package org.tongban.web.officer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.Precheck;
import org.tongban.files.Files;
import org.tongban.files.Pictures;
import org.tongban.identity.Actor;
import org.tongban.web.officer.CaseSheet.FileLine;
import org.tongban.web.officer.CaseSheet.MaterialLine;
import org.tongban.web.officer.CaseSheet.MaterialState;

/** 办件的材料: what was handed in, what a record spares, what is missing; the pages of the one that is looked at. */
@Component
class CaseMaterials {
    private static final int KIB = 1024;

    private final Files files;
    private final Pictures pictures;
    private final Catalogue catalogue;
    private final Casebook casebook;

    CaseMaterials(Files files, Pictures pictures, Catalogue catalogue, Casebook casebook) {
        this.files = files;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.casebook = casebook;
    }

    /** @param wanted key of the one that is looked at; null: the first that has files */
    List<MaterialLine> of(Casebook.Opened opened, Item item, @Nullable String wanted, Actor by) {
        var filed = withEarlier(opened, by);
        var looked = wanted != null ? wanted : first(item, filed);
        var infos = infos(opened.file());
        var check = check(opened, item);
        var missing = missing(opened, check);
        var lines = new ArrayList<MaterialLine>();
        for (var material : item.materials()) {
            var state = state(material, opened, check, missing);
            if (state != null) {
                boolean current = material.key().equals(looked);
                lines.add(new MaterialLine(
                        material.key(),
                        material.name(),
                        state,
                        state == MaterialState.EXEMPT ? material.exemptBy() : null,
                        lines(opened.file(), filed.getOrDefault(material.key(), List.of()), infos, current),
                        CasePaths.of(opened.file().number().toString()) + "?material=" + material.key() + "#materials",
                        current));
            }
        }
        return lines;
    }

    /** Where a closed case is examined again, what was handed in then lies here as well. */
    private Map<String, List<String>> withEarlier(Casebook.Opened opened, Actor by) {
        var filed = new LinkedHashMap<>(opened.filed().materials());
        casebook.earlier(opened.file(), by)
                .ifPresent(old -> filed.replaceAll(
                        (key, ids) -> ids.isEmpty() ? old.materials().getOrDefault(key, ids) : ids));
        return filed;
    }

    private Map<String, Files.Info> infos(Casefile file) {
        var earlier = file.linkedTo() == null ? Stream.<Files.Info>of() : files.of(file.linkedTo()).stream();
        return Stream.concat(files.of(file.casefileId()).stream(), earlier)
                .collect(Collectors.toMap(info -> info.id().toString(), Function.identity(), (one, _) -> one));
    }

    private static @Nullable String first(Item item, Map<String, List<String>> filed) {
        return item.materials().stream()
                .map(Material::key)
                .filter(key -> !filed.getOrDefault(key, List.of()).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private Precheck check(Casebook.Opened opened, Item item) {
        var file = opened.file();
        var filed = opened.filed();
        var filing = new Filing(
                filed.who(),
                filed.agentPerson(),
                filed.relationOf(),
                file.places(),
                Mode.valueOf(file.mode()),
                filed.answers(),
                filed.materials().keySet(),
                Set.of());
        return catalogue.check(item, filing, Time.dateOf(file.openedAt()));
    }

    /** What the rules say is missing, and what was missing when it came in and has not come since. */
    private static List<String> missing(Casebook.Opened opened, Precheck check) {
        var missing = new ArrayList<String>();
        check.missingMaterials().forEach(one -> missing.add(one.key()));
        opened.lines().forEach(line -> {
            switch (line.entry().event()) {
                case CaseEvent.Submitted e -> missing.addAll(e.missing());
                case CaseEvent.Received e -> missing.addAll(e.missing());
                default -> {}
            }
        });
        missing.removeAll(opened.filed().materials().keySet());
        return missing;
    }

    private static @Nullable MaterialState state(
            Material material, Casebook.Opened opened, Precheck check, List<String> missing) {
        var ids = opened.filed().materials().get(material.key());
        boolean paper = opened.file().originals().stream()
                .anyMatch(original -> original.key().equals(material.key()));
        if (ids != null) {
            boolean earlier = ids.isEmpty() && !paper && opened.file().linkedTo() != null;
            return earlier ? MaterialState.EARLIER : MaterialState.IN;
        }
        if (missing.contains(material.key())) {
            return MaterialState.MISSING;
        }
        if (check.exemptMaterials().stream().anyMatch(one -> one.key().equals(material.key()))) {
            return MaterialState.EXEMPT;
        }
        return material.required() || material.when() != null ? null : MaterialState.OPTIONAL;
    }

    private List<FileLine> lines(Casefile file, List<String> ids, Map<String, Files.Info> infos, boolean current) {
        return ids.stream()
                .map(infos::get)
                .filter(Objects::nonNull)
                .map(info -> line(file, info, current))
                .toList();
    }

    private FileLine line(Casefile file, Files.Info info, boolean current) {
        var base = CasePaths.of(file.number().toString()) + "/files/" + info.id();
        if (!current) {
            return new FileLine(info.name(), size(info.bytes()), base, List.of(), null);
        }
        try {
            int pages = pictures.pages(info.type(), content(file, info.id()));
            var addresses = IntStream.rangeClosed(1, pages)
                    .mapToObj(page -> base + "/pages/" + page)
                    .toList();
            return new FileLine(info.name(), size(info.bytes()), base, addresses, null);
        } catch (Pictures.NotDrawn e) {
            return new FileLine(info.name(), size(info.bytes()), base, List.of(), e.getMessage());
        }
    }

    private byte[] content(Casefile file, UUID id) {
        return files.read(id, file.casefileId())
                .or(() -> Optional.ofNullable(file.linkedTo()).flatMap(old -> files.read(id, old)))
                .orElse(new byte[0]);
    }

    static String size(long bytes) {
        if (bytes < KIB) {
            return bytes + " B";
        }
        return bytes < KIB * KIB ? bytes / KIB + " KB" : "%.1f MB".formatted(bytes / (double) (KIB * KIB));
    }
}
