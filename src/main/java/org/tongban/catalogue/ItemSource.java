package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Vault;
import org.tongban.places.Regions;

/** One service's file as it stands now, with all that was ever laid over it; gives the version of a day and a place. */
final class ItemSource {

    private final String id;
    private final String text;
    private final String digest;
    private final Map<List<Overlaid.Value>, Version> versions = new ConcurrentHashMap<>();
    private volatile List<Overlay> overlays = List.of();

    ItemSource(String id, String text) {
        this.id = id;
        this.text = text;
        this.digest = Vault.digest(text);
    }

    /** @param values those laid over that still fit the file */
    record Version(ItemReader.Read read, List<Overlaid.Value> values) {}

    String file() {
        return id + ".yaml";
    }

    String text() {
        return text;
    }

    String digest() {
        return digest;
    }

    List<Overlay> overlays() {
        return overlays;
    }

    void overlays(List<Overlay> all) {
        overlays = List.copyOf(all);
    }

    Version on(LocalDate day, @Nullable String place, Regions regions) {
        var values = overlays.stream()
                .filter(o -> o.holds(day, place, regions))
                .map(o -> new Overlaid.Value(o.path(), o.value()))
                .toList();
        return versions.computeIfAbsent(values, this::version);
    }

    private Version version(List<Overlaid.Value> values) {
        var fitting = values.stream().filter(this::fits).toList();
        return new Version(Overlaid.of(file(), text, fitting).read(nameOf(fitting)), fitting);
    }

    /** @throws ItemFileRefused if the file would not be right with this laid over it */
    ItemReader.Read with(Overlaid.Value value) {
        var overlaid = Overlaid.of(file(), text, List.of(value));
        if (!overlaid.lost().isEmpty()) {
            throw new ItemFileRefused(file(), 1, "这个路径不存在，或者由省的任务分工表规定，不能改动：" + value.path());
        }
        return overlaid.read("");
    }

    private boolean fits(Overlaid.Value value) {
        try {
            with(value);
            return true;
        } catch (ItemFileRefused e) {
            return false;
        }
    }

    /** Without overlays the version is named as the file is. */
    private String nameOf(List<Overlaid.Value> values) {
        if (values.isEmpty()) {
            return digest;
        }
        var all = new StringBuilder(digest);
        values.forEach(v -> all.append('\n').append(v.path()).append('\n').append(v.value()));
        return Vault.digest(all.toString());
    }

    /** Overlays whose path the file no longer has, for the manager to lay again or let go. */
    List<Overlay> lost() {
        return overlays.stream()
                .filter(o -> !fits(new Overlaid.Value(o.path(), o.value())))
                .toList();
    }
}
