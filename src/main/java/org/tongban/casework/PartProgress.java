package org.tongban.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Item;

/**
 * 分项进度: what of one part of a case is done and what is owed.
 *
 * @param leg null: what all parts have in common
 * @param waitsFor parts that must be granted before this one begins; empty: it has begun, or is over
 * @param done steps that were done, in order
 * @param owed open tasks and periods that run
 */
public record PartProgress(@Nullable Leg leg, List<Leg> waitsFor, List<Task> done, List<Task> owed) {

    /** All parts of the case, before them what they have in common; one for a case that is not in parts. */
    public static List<PartProgress> of(Casefile file, Item item) {
        var progress = new ArrayList<PartProgress>();
        var common = of(file, null, List.of(), t -> isCommon(file, item, t));
        if (!common.done().isEmpty() || !common.owed().isEmpty()) {
            progress.add(common);
        }
        for (var leg : file.legs()) {
            progress.add(
                    of(file, leg, waitsFor(file, item, leg), t -> t.leg() == leg.no() && !isCommon(file, item, t)));
        }
        return progress;
    }

    private static PartProgress of(Casefile file, @Nullable Leg leg, List<Leg> waitsFor, Predicate<Task> which) {
        var tasks = file.tasks().stream().filter(which).toList();
        return new PartProgress(
                leg,
                waitsFor,
                tasks.stream()
                        .filter(t -> t.kind().step() && !t.state().open() && t.state() != StepState.CANCELLED)
                        .toList(),
                tasks.stream().filter(t -> t.state().open()).toList());
    }

    /** Of no part alone: a step that names none, and what the lifecycle asks of the case before it is accepted. */
    public static boolean isCommon(Casefile file, Item item, Task task) {
        return task.step() >= 0
                ? StepFlow.common(file.legs(), item.steps().get(task.step()))
                : switch (task.kind()) {
                    case FORM_CHECK, ACCEPTANCE, SUPPLEMENT, CUSTODY -> true;
                    default -> false;
                };
    }

    private static List<Leg> waitsFor(Casefile file, Item item, Leg leg) {
        boolean begun = leg.outcome() != null || file.intervals().stream().anyMatch(i -> i.leg() == leg.no());
        return begun
                ? List.of()
                : item.leg(leg.key()).stream()
                        .flatMap(definition ->
                                file.legs().stream().filter(l -> l.outcome() == null && definition.waitsFor(l.key())))
                        .toList();
    }
}
