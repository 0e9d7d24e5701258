package org.tongban.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 办事机构: which office of a kind is competent for a place. By rule, beside the named exceptions of
 * {@code places/offices.yaml} and what administrators have said since.
 */
@Component
public class Offices {

    private final Regions regions;
    private final OfficeKinds kinds;
    private final OfficeRule rule;
    private final OfficeStore store;
    private final Optional<ExampleDetails> examples;
    private final List<NamedOffice> inFile;
    private final Today today;
    private volatile List<OfficeChange> changes = List.of();
    private volatile Exceptions exceptions = new Exceptions(LocalDate.MIN, Map.of(), Map.of(), Map.of());

    /** What departs from the rule on a day: by office code, by "kind region" served, and contacts by office code. */
    private record Exceptions(
            LocalDate on,
            Map<String, NamedOffice> byCode,
            Map<String, NamedOffice> serving,
            Map<String, OfficeDetails> details) {}

    /** 同时改动: somebody else changed the office since it was seen. */
    public static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** 机构变更记录: what was said of an office, by whom and when. */
    public record Said(OfficeChange change, String by, Instant at) {}

    Offices(Regions regions, OfficeKinds kinds, OfficeStore store, Optional<ExampleDetails> examples, Today today) {
        this.regions = regions;
        this.kinds = kinds;
        this.rule = new OfficeRule(regions);
        this.store = store;
        this.examples = examples;
        this.today = today;
        this.inFile = NamedOffices.read(YamlFile.onClasspath("places/offices.yaml"), kinds, regions);
        reload();
    }

    /**
     * The competent office of a kind for a place: as deep as the region given and the kind allow, and no deeper than
     * {@code level}; further up where the kind has none there (M-12). An abolished region stands for its successor.
     *
     * @return empty for an unknown kind or region, for a region shallower than the kind's shallowest level, and for
     *     港澳台: what cannot be routed becomes a problem ticket (M-20)
     */
    public Optional<Office> find(String kindKey, String regionCode, @Nullable Level level) {
        Optional<OfficeKind> kind = kinds.find(kindKey);
        Optional<Region> region = regions.find(regionCode).flatMap(this::standing);
        if (kind.isEmpty() || region.isEmpty() || (regions.isWithoutOffices(region.get()) && level != Level.NATION)) {
            return Optional.empty();
        }
        for (Region place = region.get(); ; place = parent(place)) {
            Optional<Office> office = at(kind.get(), place, level);
            if (office.isPresent() || place.level() == Level.NATION) {
                return office;
            }
        }
    }

    /** The office of this code, named or by rule; also one of an abolished region, and one that is closed. */
    public Optional<Office> byCode(String code) {
        NamedOffice named = exceptions().byCode().get(code);
        if (named != null) {
            return Optional.of(named.office());
        }
        return OfficeCode.parse(code)
                .flatMap(parsed -> kinds.find(parsed.kind())
                        .flatMap(kind -> regions.find(parsed.region())
                                .filter(region -> region.code().equals(parsed.region()))
                                .flatMap(region -> rule.at(kind, region))));
    }

    /** Whether an administrator has said that it is closed; it stays known by its code. */
    public boolean isClosed(String code) {
        NamedOffice named = exceptions().byCode().get(code);
        return named != null && named.closed();
    }

    /** The regions for which an office is competent other than by rule; empty for one that serves its own alone. */
    public List<String> serves(Office office) {
        NamedOffice named = exceptions().byCode().get(office.code());
        return named == null || named.serves().equals(List.of(office.region())) ? List.of() : named.serves();
    }

    /** Where it is and when it is open; made up in the demonstration where nobody has said. */
    public OfficeDetails details(Office office) {
        OfficeDetails told = exceptions().details().get(office.code());
        return told != null ? told : examples.map(example -> example.of(office)).orElse(OfficeDetails.UNKNOWN);
    }

    /**
     * The offices in and below a region, in the order of region and kind.
     *
     * @param region null for the whole country
     * @param kind null for all kinds
     * @param after code of the last office of the page before; null for the first page
     */
    public List<Office> list(@Nullable String region, @Nullable String kind, @Nullable String after, int limit) {
        Optional<OfficeCode> last = Optional.ofNullable(after).flatMap(OfficeCode::parse);
        List<Office> page = new ArrayList<>();
        for (Region place : regions.standing()) {
            boolean passed =
                    last.isPresent() && place.code().compareTo(last.get().region()) < 0;
            if (passed || (region != null && !regions.within(place.code(), region))) {
                continue;
            }
            for (Office office : openAt(place)) {
                boolean seen = last.isPresent()
                        && place.code().equals(last.get().region())
                        && office.kind().compareTo(last.get().kind()) <= 0;
                if (!seen && (kind == null || office.kind().equals(kind))) {
                    page.add(office);
                }
                if (page.size() == limit) {
                    return page;
                }
            }
        }
        return page;
    }

    /**
     * Adds, renames, redirects or closes an office.
     *
     * @throws IllegalArgumentException if the code names no kind or no standing region, or a region served does not stand
     */
    @Transactional
    public void change(OfficeChange change, String by, Instant at) {
        change(change, store.of(change.code()).size(), by, at);
    }

    /**
     * Adds, renames, redirects or closes an office as somebody saw it.
     *
     * @param seen how many changes of it were registered when they saw it
     * @throws ChangedMeanwhile if somebody else has registered one since; nothing is done then
     * @throws IllegalArgumentException as {@link #change(OfficeChange, String, Instant)}
     */
    @Transactional
    public void change(OfficeChange change, int seen, String by, Instant at) {
        named(change, exceptions().byCode());
        store.alone(change.code());
        if (store.of(change.code()).size() != seen) {
            throw new ChangedMeanwhile();
        }
        store.append(change, by, at);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                reload();
            }
        });
    }

    /** All that administrators said of an office, what holds last or will hold first. */
    public List<Said> said(String code) {
        return store.of(code);
    }

    /** Reads again what administrators have said, also on another node of the same database. Not final: the scheduler calls it through a proxy. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    public void reload() {
        changes = store.all();
        exceptions = on(today.date());
    }

    /** What holds today; a change may have been entered for this day long before. */
    private Exceptions exceptions() {
        var date = today.date();
        var known = exceptions;
        if (!known.on().equals(date)) {
            known = on(date);
            exceptions = known;
        }
        return known;
    }

    private Exceptions on(LocalDate date) {
        Map<String, NamedOffice> byCode = new HashMap<>();
        Map<String, OfficeDetails> details = new HashMap<>();
        inFile.forEach(named -> byCode.put(named.office().code(), named));
        for (OfficeChange change : changes) {
            if (change.fromOn().isAfter(date)) {
                continue;
            }
            byCode.put(change.code(), named(change, byCode));
            if (change.details() != null) {
                details.put(change.code(), change.details());
            }
        }
        Map<String, NamedOffice> serving = new HashMap<>();
        byCode.values().stream()
                .filter(named -> !named.closed())
                .forEach(named -> named.serves()
                        .forEach(place -> serving.put(named.office().kind() + " " + place, named)));
        return new Exceptions(date, Map.copyOf(byCode), Map.copyOf(serving), Map.copyOf(details));
    }

    private Optional<Office> at(OfficeKind kind, Region place, @Nullable Level level) {
        NamedOffice serving = exceptions().serving().get(kind.key() + " " + place.code());
        if (serving != null && (level != Level.NATION || place.level() == Level.NATION)) {
            return Optional.of(serving.office());
        }
        boolean allowed =
                rule.levels(kind, place).stream().anyMatch(rank -> level == null || !rank.isDeeperThan(level));
        return allowed ? rule.at(kind, place).filter(this::isOpen) : Optional.empty();
    }

    private List<Office> openAt(Region place) {
        return kinds.all().stream()
                .map(kind -> Optional.ofNullable(exceptions().byCode().get(kind.key() + "-" + place.code()))
                        .map(NamedOffice::office)
                        .or(() -> rule.at(kind, place)))
                .flatMap(Optional::stream)
                .filter(this::isOpen)
                .sorted(Comparator.comparing(Office::kind))
                .toList();
    }

    private boolean isOpen(Office office) {
        NamedOffice named = exceptions().byCode().get(office.code());
        return named == null || !named.closed();
    }

    private NamedOffice named(OfficeChange change, Map<String, NamedOffice> before) {
        OfficeCode code = OfficeCode.parse(change.code())
                .orElseThrow(() -> new IllegalArgumentException("机构代码不成样子：" + change.code()));
        OfficeKind kind =
                kinds.find(code.kind()).orElseThrow(() -> new IllegalArgumentException("没有这种机构：" + code.kind()));
        Region region = regions.find(code.region())
                .filter(found -> found.code().equals(code.region()))
                .orElseThrow(() -> new IllegalArgumentException("没有这个行政区划：" + code.region()));
        change.serves().stream()
                .filter(place -> regions.find(place).isEmpty())
                .findFirst()
                .ifPresent(place -> {
                    throw new IllegalArgumentException("没有这个行政区划：" + place);
                });
        String name = Optional.ofNullable(change.name())
                .or(() -> Optional.ofNullable(before.get(change.code()))
                        .map(known -> known.office().name()))
                .or(() -> rule.at(kind, region).map(Office::name))
                .orElseThrow(() -> new IllegalArgumentException("按规则没有这个机构，须写明名称：" + change.code()));
        Office office = new Office(change.code(), name, kind.key(), region.code(), region.level(), kind.outside());
        return new NamedOffice(
                office, change.serves().isEmpty() ? List.of(region.code()) : change.serves(), change.closed());
    }

    private Optional<Region> standing(Region region) {
        String successor = region.successor();
        if (!region.isAbolished()) {
            return Optional.of(region);
        }
        return successor == null ? Optional.empty() : regions.find(successor).flatMap(this::standing);
    }

    private Region parent(Region region) {
        return regions.parent(region).flatMap(regions::find).orElseThrow();
    }
}
