package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Vault;
import org.tongban.places.Regions;

/** One service's file as it stands now, with all that was ever laid over it; gives the version of a day and a place. */
final class ItemSource {

    private final String id;
    private final String text;
    private final String digest;
    private final Regions regions;
    private final Map<List<Overlay>, Version> versions = new ConcurrentHashMap<>();
    private volatile List<Overlay> overlays = List.of();

    ItemSource(String id, String text, Regions regions) {
        this.id = id;
        this.text = text;
        this.digest = Vault.digest(text);
        this.regions = regions;
    }

    /**
     * What comes of the file with overlays on it.
     *
     * @param changes those of them that still fit the file
     * @param lost the others
     */
    record Version(ItemReader.Read read, List<Change> changes, List<Overlay> lost) {}

    String file() {
        return id + ".yaml";
    }

    String text() {
        return text;
    }

    String digest() {
        return digest;
    }

    /** In the order in which they are laid. */
    List<Overlay> overlays() {
        return overlays;
    }

    void overlays(List<Overlay> all) {
        var ordered = all.stream().sorted(Overlay.ORDER).toList();
        if (!ordered.equals(overlays)) {
            overlays = ordered;
            versions.clear();
        }
    }

    /** Whether something holds in some places only. */
    boolean differsByPlace() {
        return overlays.stream().anyMatch(o -> o.place() != null);
    }

    Version on(LocalDate day, @Nullable String place) {
        return on(day, place, _ -> true);
    }

    /** As if only these had been laid. */
    Version on(LocalDate day, @Nullable String place, Predicate<Overlay> counted) {
        return versions.computeIfAbsent(
                overlays.stream()
                        .filter(o -> o.holds(day, place, regions))
                        .filter(counted)
                        .toList(),
                this::version);
    }

    /**
     * These and those that hold on the day.
     *
     * @throws ItemFileRefused with the reason if one of these has no place in the file, or the file would not be right with them
     */
    ItemReader.Read with(List<Overlay> more, LocalDate day, @Nullable String place) {
        var holding =
                overlays.stream().filter(o -> o.holds(day, place, regions)).toList();
        var all = Stream.concat(holding.stream(), more.stream())
                .sorted(Overlay.ORDER)
                .toList();
        var fit = fitting(all);
        if (fit.lost().stream().anyMatch(more::contains)) {
            throw misfit(fitting(holding).changes(), more);
        }
        return laid(fit.changes()).read(nameOf(fit.changes()));
    }

    private ItemFileRefused misfit(List<Change> changes, List<Overlay> more) {
        var all = new ArrayList<>(changes);
        more.forEach(o -> all.add(o.change()));
        var overlaid = laid(all);
        if (!overlaid.lost().isEmpty()) {
            var path = overlaid.lost().getFirst().path();
            return new ItemFileRefused(file(), 1, path + " 没有这一处，或者由省的任务分工表规定，不能改动");
        }
        return check(overlaid).orElseGet(() -> new ItemFileRefused(file(), 1, "与另一处同时施行的改动合不到一起"));
    }

    private Version version(List<Overlay> holding) {
        if (holding.isEmpty()) {
            return new Version(laid(List.of()).read(digest), List.of(), List.of());
        }
        var fit = fitting(holding);
        return new Version(laid(fit.changes()).read(nameOf(fit.changes())), fit.changes(), fit.lost());
    }

    /** 还合得上的改动. */
    private record Fit(List<Change> changes, List<Overlay> lost) {}

    /** What was published together holds together: a group that the file would not be right with is lost as a whole. */
    private Fit fitting(List<Overlay> holding) {
        var changes = holding.stream().map(Overlay::change).toList();
        var whole = laid(changes);
        if (whole.lost().isEmpty() && check(whole).isEmpty()) {
            return new Fit(changes, List.of());
        }
        var kept = new ArrayList<Change>();
        var lost = new ArrayList<Overlay>();
        var groups = new LinkedHashMap<UUID, List<Overlay>>();
        holding.forEach(
                o -> groups.computeIfAbsent(o.group(), _ -> new ArrayList<>()).add(o));
        for (var group : groups.values()) {
            var with = new ArrayList<>(kept);
            group.forEach(o -> with.add(o.change()));
            var overlaid = laid(with);
            boolean right = check(overlaid).isEmpty();
            for (var overlay : group) {
                if (right && !overlaid.lost().contains(overlay.change())) {
                    kept.add(overlay.change());
                } else {
                    lost.add(overlay);
                }
            }
        }
        return new Fit(List.copyOf(kept), List.copyOf(lost));
    }

    /** What is wrong with the file; empty where it may stand. */
    private Optional<ItemFileRefused> check(Overlaid overlaid) {
        try {
            var read = overlaid.read("");
            ItemReview.rules(file(), read, new Rules(read.item(), regions));
            return Optional.empty();
        } catch (ItemFileRefused e) {
            return Optional.of(e);
        }
    }

    private Overlaid laid(List<Change> changes) {
        return Overlaid.of(file(), text, changes);
    }

    /** Without overlays the version is named as the file is. */
    private String nameOf(List<Change> changes) {
        if (changes.isEmpty()) {
            return digest;
        }
        var all = new StringBuilder(digest);
        changes.forEach(c -> all.append('\n').append(c.path()).append('\n').append(c.value()));
        return Vault.digest(all.toString());
    }

    /** Overlays that hold now or later and find no place in the file any more, for the manager to lay again or let go. */
    List<Overlay> lost(LocalDate today) {
        return versions.computeIfAbsent(
                        overlays.stream().filter(o -> !o.endedBefore(today)).toList(), this::version)
                .lost();
    }
}
