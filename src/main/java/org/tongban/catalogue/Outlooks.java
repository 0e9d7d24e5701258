package org.tongban.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.places.Regions;

/** 改动预览: what a service would be with a change, and what stands against it. Stores nothing. */
@Component
public class Outlooks {
    private static final String AUTHOR = "拟稿人";
    private static final String SECOND = "复核人";

    private final Catalogue catalogue;
    private final Regions regions;
    private final ProposalStore store;
    private final Time time;

    Outlooks(Catalogue catalogue, Regions regions, ProposalStore store, Time time) {
        this.catalogue = catalogue;
        this.regions = regions;
        this.store = store;
        this.time = time;
    }

    /**
     * 改动前后.
     *
     * @param on day and place that both are of
     * @param problems for which it cannot be published; then {@code after} may be as {@code before}
     * @param warnings for the second person to weigh
     */
    public record Outlook(Spot on, Item before, Item after, List<String> problems, List<String> warnings) {}

    /** 何日何地. */
    public record Spot(LocalDate day, @Nullable String place) {}

    /** What the change would do, or did. */
    public Outlook of(Proposal proposal) {
        if (proposal.state() == Proposal.State.PUBLISHED) {
            return published(proposal);
        }
        var content = startingOn(proposal.content(), start(proposal.content()));
        var problems = new ArrayList<>(formal(proposal.item(), content));
        try {
            var outlook = at(proposal.item(), content, spot(content));
            problems.addAll(outlook.problems());
            return new Outlook(outlook.on(), outlook.before(), outlook.after(), problems, outlook.warnings());
        } catch (RefusedChange e) {
            problems.addAll(e.reasons());
            var before = catalogue.supposed(proposal.item(), content.from(), place(content), _ -> true);
            return new Outlook(spot(content), before, before, problems, List.of());
        }
    }

    /** The service everywhere as it is on a day, by what has been published until now and the file of now. */
    public Item on(String item, LocalDate day) {
        return catalogue.supposed(item, day, null, _ -> true);
    }

    private Outlook published(Proposal proposal) {
        var spot = spot(proposal.content());
        var ended = proposal.ends();
        if (ended != null) {
            return new Outlook(
                    spot, asBefore(proposal, ended, spot), without(proposal, ended, spot), List.of(), List.of());
        }
        var after = catalogue.supposed(proposal.item(), spot.day(), spot.place(), _ -> true);
        return new Outlook(spot, without(proposal, proposal.id(), spot), after, List.of(), List.of());
    }

    private Item without(Proposal proposal, UUID group, Spot spot) {
        return catalogue.supposed(
                proposal.item(), spot.day(), spot.place(), group(group).negate());
    }

    /** With what has been ended, as long as it still fits the file. */
    private Item asBefore(Proposal proposal, UUID ended, Spot spot) {
        try {
            var overlays =
                    store.find(ended).map(p -> p.overlays(spot.day(), SECOND)).orElse(List.of());
            return catalogue.proposed(proposal.item(), overlays, spot.day(), spot.place());
        } catch (RefusedChange e) {
            return without(proposal, ended, spot);
        }
    }

    /** @throws RefusedChange with every reason for which it could not be published */
    void require(String item, Proposal.Content content) {
        var problems = new LinkedHashSet<>(formal(item, content));
        if (problems.isEmpty()) {
            for (var spot : spots(item, content)) {
                problems.addAll(at(item, content, spot).problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new RefusedChange(List.copyOf(problems));
        }
    }

    /** The first day on which it can hold: nothing is changed backwards. */
    LocalDate start(Proposal.Content content) {
        var today = time.today();
        return content.from().isBefore(today) ? today : content.from();
    }

    Proposal.Content startingOn(Proposal.Content c, LocalDate day) {
        return new Proposal.Content(c.place(), day, c.until(), c.instrument(), c.note(), c.changes(), c.ends());
    }

    private List<String> formal(String item, Proposal.Content content) {
        var problems = new ArrayList<String>();
        if (content.from().isBefore(time.today())) {
            problems.add("起始日期不能早于今天：已经收下的办件按原来的版本办（L-57）");
        }
        if (content.until() != null && content.until().isBefore(content.from())) {
            problems.add("截止日期不能早于起始日期");
        }
        if (content.instrument().isBlank()) {
            problems.add("请写明依据的文件");
        }
        if (content.place() != null && regions.find(content.place()).isEmpty()) {
            problems.add("没有这个行政区划：" + content.place());
        }
        if (content.ends() != null) {
            if (!content.changes().isEmpty()) {
                problems.add("停止执行一份改动时，不能同时改动别的内容");
            }
            if (ended(item, content.ends()) == null) {
                problems.add("要停止执行的改动不存在，或者还没有发布");
            }
        } else if (content.changes().isEmpty()) {
            problems.add("还没有改动任何内容");
        }
        return problems;
    }

    private @Nullable Proposal ended(String item, UUID id) {
        return store.find(id)
                .filter(p -> p.item().equals(item) && p.state() == Proposal.State.PUBLISHED)
                .orElse(null);
    }

    private @Nullable String place(Proposal.Content content) {
        return content.ends() == null
                ? content.place()
                : store.find(content.ends()).map(Proposal::place).orElse(null);
    }

    private Spot spot(Proposal.Content content) {
        var place = place(content);
        if (content.ends() == null) {
            return new Spot(content.from(), place);
        }
        // ended before its first day, it is on that day that something is different
        var from = store.find(content.ends()).map(Proposal::from).orElse(content.from());
        return new Spot(from.isAfter(content.from()) ? from : content.from(), place);
    }

    /** Where and when to look: on the first day, and whenever and wherever other changes meet this one. */
    private List<Spot> spots(String item, Proposal.Content content) {
        var first = spot(content);
        var days = new LinkedHashSet<LocalDate>();
        var places = new LinkedHashSet<@Nullable String>();
        days.add(first.day());
        places.add(first.place());
        for (var other : catalogue.overlays(item)) {
            boolean during = other.from().isAfter(first.day())
                    && (content.until() == null || !other.from().isAfter(content.until()));
            if (during) {
                days.add(other.from());
            }
            boolean inside =
                    other.place() != null && (first.place() == null || regions.within(other.place(), first.place()));
            if (inside) {
                places.add(other.place());
            }
        }
        return days.stream()
                .flatMap(day -> places.stream().map(place -> new Spot(day, place)))
                .toList();
    }

    private Outlook at(String item, Proposal.Content content, Spot spot) {
        var before = catalogue.supposed(item, spot.day(), spot.place(), _ -> true);
        var after = content.ends() == null
                ? catalogue.proposed(item, overlays(item, content), spot.day(), spot.place())
                : catalogue.supposed(
                        item, spot.day(), spot.place(), group(content.ends()).negate());
        var findings = ChangeReview.of(before, after);
        var problems = new ArrayList<>(findings.problems());
        boolean first = spot.equals(spot(content));
        if (first && before.saysAs(after) && content.ends() == null) {
            problems.add("这些内容和现在的一样，没有改动");
        }
        return new Outlook(spot, before, after, problems, findings.warnings());
    }

    private static List<Overlay> overlays(String item, Proposal.Content content) {
        var group = UUID.randomUUID();
        return content.changes().stream()
                .map(c -> new Overlay(
                        UUID.randomUUID(),
                        item,
                        c.path(),
                        content.place(),
                        c.value(),
                        content.from(),
                        content.until(),
                        AUTHOR,
                        SECOND,
                        content.instrument().isBlank() ? SECOND : content.instrument(),
                        group))
                .toList();
    }

    private static Predicate<Overlay> group(UUID proposal) {
        return overlay -> overlay.group().equals(proposal);
    }
}
