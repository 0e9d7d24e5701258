package org.tongban.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tongban.calendar.Time;
import org.tongban.places.OfficeKinds;
import org.tongban.places.Offices;
import org.tongban.places.Regions;

/**
 * 事项清单: the services, each in the version in force. A version is the digest of a file and of what is laid over it; both are kept, so
 * that what a case was handed in under can be read for ever.
 */
@Component
public class Catalogue {

    private final Map<String, ItemSource> sources = new LinkedHashMap<>();
    private final Map<String, Rules> rules = new ConcurrentHashMap<>();
    private final Map<String, Item> versions = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private volatile long edition;
    private final ItemStore store;
    private final Time time;
    private final Regions regions;
    private final OfficeKinds kinds;
    private final OfficeFinder offices;

    @Autowired
    Catalogue(ItemStore store, Time time, Regions regions, OfficeKinds kinds, Offices offices) {
        this(ItemFiles.read(), store, time, regions, kinds, offices::find);
    }

    Catalogue(
            Map<String, String> files,
            ItemStore store,
            Time time,
            Regions regions,
            OfficeKinds kinds,
            OfficeFinder offices) {
        this.store = store;
        this.time = time;
        this.regions = regions;
        this.kinds = kinds;
        this.offices = offices;
        files.forEach((id, text) -> sources.put(id, new ItemSource(id, text, regions)));
        reload();
        for (var source : sources.values()) {
            var read = source.on(time.today(), null).read();
            ItemReview.kinds(source.file(), read, kind -> kinds.find(kind).isPresent());
        }
        keepFiles();
    }

    private void keepFiles() {
        var known = store.digests();
        var now = time.now();
        sources.forEach((id, source) -> {
            if (!known.contains(id + " " + source.digest())) {
                store.keep(id, source.digest(), source.text(), now);
            }
            kept.add(id + " " + source.digest());
        });
    }

    /** All services as they are in force today, in the order of the province's table. */
    public List<Item> items() {
        return sources.keySet().stream().map(this::item).toList();
    }

    public Optional<Item> find(String id) {
        return sources.containsKey(id) ? Optional.of(item(id)) : Optional.empty();
    }

    /**
     * The service as it is in force today, without what holds at single places only.
     *
     * @throws IllegalArgumentException if there is none of this id
     */
    public Item item(String id) {
        return keep(source(id), source(id).on(time.today(), null));
    }

    /** As its file has it, with nothing laid over it: what the examples beside the file are about. */
    Item unchanged(String id) {
        return source(id).on(time.today(), null, _ -> false).read().item();
    }

    /** The service as it is in force at a place on a day: national file, province's overlays, the place's own (M-13). */
    public Item local(String id, String region, LocalDate day) {
        return keep(source(id), source(id).on(day, region));
    }

    /**
     * A version as it was, for ever.
     *
     * @throws IllegalArgumentException if there never was such a version
     */
    public Item version(String id, String version) {
        var source = sources.get(id);
        if (source != null) {
            var current = source.on(time.today(), null).read().item();
            if (current.version().equals(version)) {
                return current;
            }
        }
        return versions.computeIfAbsent(id + " " + version, _ -> readVersion(id, version));
    }

    private Item readVersion(String id, String version) {
        var stored = store.version(id, version)
                .orElseThrow(() -> new IllegalArgumentException("没有事项 " + id + " 的这个版本：" + version));
        return Overlaid.of(id + ".yaml", stored.content(), stored.changes())
                .read(version)
                .item();
    }

    /**
     * The service as it holds for a filing on a day: where its competent place has values of its own, with those (M-13). Whoever takes a
     * filing in asks here, so that the case keeps the version of its place.
     */
    public Item holding(Item item, Filing filing, LocalDate day) {
        var source = source(item.id());
        if (!source.differsByPlace()) {
            return item;
        }
        var situation = new FilingCheck(item, rulesOf(item), regions, offices, filing, day).situation();
        var place = situation.places().get(PlaceRule.HANDLED_BY);
        return place == null ? item : local(item.id(), place, day);
    }

    private ItemSource source(String id) {
        var source = sources.get(id);
        if (source == null) {
            throw new IllegalArgumentException("没有这个事项：" + id);
        }
        return source;
    }

    private Item keep(ItemSource source, ItemSource.Version version) {
        var item = version.read().item();
        var name = item.id() + " " + item.version();
        if (!kept.contains(name)) {
            store.keepVersion(item.id(), item.version(), source.digest(), version.changes());
            kept.add(name);
        }
        return item;
    }

    /** What the service says to a filing. Opens nothing. */
    public Precheck check(Item item, Filing filing, LocalDate today) {
        return new FilingCheck(item, rulesOf(item), regions, offices, filing, today).precheck();
    }

    /** What the form asks, given what has been answered so far. */
    public Asked asked(Item item, Filing filing, LocalDate today) {
        return new FilingCheck(item, rulesOf(item), regions, offices, filing, today).asked();
    }

    /** What a precheck has to ask before it can say whether someone may apply. */
    public Questions questions(Item item) {
        return Questions.of(item, rulesOf(item));
    }

    private Rules rulesOf(Item item) {
        return rules.computeIfAbsent(item.id() + " " + item.version(), _ -> new Rules(item, regions));
    }

    /** What was laid over a service's file, ended and future ones too, in the order in which it is laid. */
    public List<Overlay> overlays(String id) {
        return source(id).overlays();
    }

    /** 发布过的文件: when a file of a service came with the product, by its digest. */
    public record Release(String digest, Instant at) {}

    /** Every file of the service that this database has known, newest first. */
    public List<Release> releases(String id) {
        return store.releases(id);
    }

    /** Overlays that found no place in a newer file; they hold no more until they are laid again. */
    public List<Overlay> lostOverlays(String id) {
        return source(id).lost(time.today());
    }

    /**
     * Lays what was published together over a service's file, in the transaction of the publication (policy M-02). Cases handed in before
     * keep their version.
     *
     * @throws RefusedChange if a path is not there or fixed by the province's table, or the file would not be right with them
     */
    void lay(List<Overlay> overlays) {
        if (overlays.isEmpty()) {
            return;
        }
        var first = overlays.getFirst();
        proposed(first.item(), overlays, first.from(), first.place());
        var now = time.now();
        overlays.forEach(o -> store.append(o, now));
        reloadAfterCommit();
    }

    /** Publications wait for each other from here to the end of their transaction, and see each other's work. */
    void nextEdition() {
        store.nextEdition();
        reload();
        reloadAfterCommit();
    }

    private void reloadAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                reload();
            }
        });
    }

    /**
     * The service as it would be on a day and at a place with these laid over it. Kept nowhere.
     *
     * @throws RefusedChange with the reason if it would not be right
     */
    Item proposed(String id, List<Overlay> more, LocalDate day, @Nullable String place) {
        var source = source(id);
        try {
            var read = source.with(more, day, place);
            ItemReview.kinds(source.file(), read, kind -> kinds.find(kind).isPresent());
            return read.item();
        } catch (ItemFileRefused e) {
            throw new RefusedChange(RuleWords.of(e.reason()));
        }
    }

    /** The service on a day and at a place as if only these overlays had been laid. Kept nowhere. */
    Item supposed(String id, LocalDate day, @Nullable String place, Predicate<Overlay> counted) {
        return source(id).on(day, place, counted).read().item();
    }

    /** Grows with every publication that this node knows of. */
    public long edition() {
        return edition;
    }

    /** Learns what was published on another node of the same database. */
    @Scheduled(fixedDelayString = "${tongban.catalogue.look-again:PT2S}")
    public void lookAgain() {
        if (store.edition() != edition) {
            reload();
        }
    }

    /** Reads again what managers have laid over the files. */
    public final void reload() {
        var number = store.edition();
        var overlays = store.overlays();
        sources.forEach((id, source) -> source.overlays(overlays.getOrDefault(id, List.of())));
        edition = number;
    }

    /**
     * Compiles every rule of every service as in force today.
     *
     * @throws ItemFileRefused for the first that does not compile
     */
    void proofread() {
        for (var source : sources.values()) {
            proofread(source, source.on(time.today(), null).read());
        }
    }

    private void proofread(ItemSource source, ItemReader.Read read) {
        ItemReview.kinds(source.file(), read, kind -> kinds.find(kind).isPresent());
        // Not kept: at start-up nobody has asked for these rules yet.
        ItemReview.rules(source.file(), read, new Rules(read.item(), regions));
    }
}
