package org.tongban.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.LegDefinition;

/** 分项之间: which part waits for which, what the end of one means for the others, and what they come to together. */
final class LegRules {
    private final Item item;

    LegRules(Item item) {
        this.item = item;
    }

    /** Whether the part begins with acceptance; else it waits for another that this case has. */
    boolean begins(CaseChange change, Leg leg) {
        return item.leg(leg.key()).stream()
                .noneMatch(l -> change.legs.stream().anyMatch(other -> l.waitsFor(other.key())));
    }

    static boolean begun(CaseChange change, int leg) {
        return change.intervals.stream().anyMatch(i -> i.leg() == leg);
    }

    /**
     * What a decision on one part means for the others: some cannot be any more, and end.
     *
     * @return those that waited for it and can begin now
     */
    List<Integer> others(CaseChange change, Leg decided) {
        var beginning = new ArrayList<Integer>();
        boolean granted = granted(decided);
        boolean endsOthers =
                item.leg(decided.key()).map(LegDefinition::endsOthers).orElse(false);
        for (var leg : List.copyOf(change.legs)) {
            var definition = item.leg(leg.key()).orElse(null);
            if (definition == null || change.leg(leg.no()).outcome() != null) {
                continue;
            }
            boolean waited = definition.waitsFor(decided.key()) && !begun(change, leg.no());
            if (!granted && (endsOthers || waited)) {
                end(change, leg.no());
                others(change, change.leg(leg.no()));
            } else if (granted && waited && allGranted(change, definition)) {
                beginning.add(leg.no());
            }
        }
        return beginning;
    }

    private static boolean allGranted(CaseChange change, LegDefinition waiting) {
        return change.legs.stream().filter(l -> waiting.waitsFor(l.key())).allMatch(LegRules::granted);
    }

    static boolean granted(Leg leg) {
        return leg.outcome() == Outcome.GRANTED || leg.outcome() == Outcome.PARTLY_GRANTED;
    }

    private static void end(CaseChange change, int leg) {
        change.leg(leg, l -> l.ended(Outcome.TERMINATED));
        change.stopClock(leg);
        change.end(t -> t.leg() == leg, StepState.CANCELLED);
    }

    /** Whether what the part gives is only for others, which begin when it is granted. */
    boolean interim(Leg leg) {
        return item.leg(leg.key()).map(LegDefinition::interim).orElse(false);
    }

    /** One for the whole; null while a part has none. What is only for others is no result by itself. */
    @Nullable
    Outcome outcome(CaseChange change) {
        if (change.legs.stream().anyMatch(l -> l.outcome() == null)) {
            return null;
        }
        var results = change.legs.stream().filter(l -> !interim(l)).toList();
        if (results.stream().anyMatch(LegRules::granted)) {
            boolean all = change.legs.stream().allMatch(l -> l.outcome() == Outcome.GRANTED);
            return all ? Outcome.GRANTED : Outcome.PARTLY_GRANTED;
        }
        return Stream.of(Outcome.REFUSED, Outcome.REFERRED)
                .filter(o -> change.legs.stream().anyMatch(l -> l.outcome() == o))
                .findFirst()
                .orElse(results.getFirst().outcome());
    }
}
