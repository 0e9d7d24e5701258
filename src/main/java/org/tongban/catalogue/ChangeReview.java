package org.tongban.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * 改动审查: what a change must obey beyond being a right file. Only what the change touches is asked about: what stood before stands in the
 * open points.
 */
final class ChangeReview {
    private static final double NATURAL_PER_WORKING = 1.4;
    private static final double NATURAL_PER_MONTH = 30.4;
    private static final double HOURS_PER_DAY = 24;

    private final Item before;
    private final Item after;
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private ChangeReview(Item before, Item after) {
        this.before = before;
        this.after = after;
    }

    /**
     * 审查结果.
     *
     * @param problems stand in the way
     * @param warnings are for the second person to weigh
     */
    record Findings(List<String> problems, List<String> warnings) {}

    static Findings of(Item before, Item after) {
        var review = new ChangeReview(before, after);
        review.limits();
        review.attendance();
        review.modes();
        review.materials();
        return new Findings(List.copyOf(review.problems), List.copyOf(review.warnings));
    }

    private void limits() {
        if (before.limits().equals(after.limits()) || after.limits().statutory().isEmpty()) {
            return;
        }
        double statutory = longest(after.limits().statutory());
        double committed = longest(after.limits().committed());
        if (committed > statutory) {
            problems.add("承诺时限不能长于法定时限（" + after.limits().basis() + "）");
        }
    }

    /** In natural days, for comparing limits of different units; what is not counted is longer than all else. */
    private static double longest(List<Limit.Choice> choices) {
        return choices.stream()
                .mapToDouble(choice -> naturalDays(choice.limit()))
                .max()
                .orElse(0);
    }

    private static double naturalDays(Limit limit) {
        return switch (limit) {
            case Limit.NotCounted _ -> Double.MAX_VALUE;
            case Limit.Counted counted ->
                switch (counted.unit()) {
                    case WORKING -> counted.days() * NATURAL_PER_WORKING;
                    case NATURAL -> counted.days();
                    case MONTH -> counted.days() * NATURAL_PER_MONTH;
                    case HOUR -> counted.days() / HOURS_PER_DAY;
                };
        };
    }

    private void attendance() {
        boolean siteTouched = !Objects.equals(before.onSite(), after.onSite());
        boolean modesTouched = !before.modes().equals(after.modes());
        var site = after.onSite();
        if (site == null || site.attends() == Item.Attendance.NEVER) {
            return;
        }
        if (siteTouched && site.instrument() == null) {
            problems.add("要申请人到现场的，必须写明是哪部法律、法规要求的（M-04）");
        }
        if ((siteTouched || modesTouched) && after.modes().contains(Mode.ONLINE)) {
            if (site.attends() == Item.Attendance.ALWAYS) {
                problems.add("须申请人到现场的，不能列为“全程网办”（M-03）；请先改“到现场”一项，或者去掉全程网办");
            } else {
                warnings.add("有的情形仍须申请人到现场，却列为“全程网办”（M-03），请确认");
            }
        }
    }

    private void modes() {
        if (before.modes().equals(after.modes())) {
            return;
        }
        var acting = after.steps().stream()
                .map(Step::actor)
                .filter(actor -> after.place(actor).isPresent())
                .collect(Collectors.toSet());
        if (added(Mode.JOINT) && acting.size() < 2) {
            problems.add("多地联办要写明各地各做什么（M-10），现在的环节只有一个地方在办");
        }
        if (added(Mode.RECEIVED_ELSEWHERE) && !acting.contains(PlaceRule.APPLY_AT)) {
            warnings.add("异地代收代办要有申请地窗口的环节（M-06），现在的环节里没有，请确认由谁收件");
        }
        for (var mode : before.modes()) {
            if (!after.modes().contains(mode)) {
                warnings.add("不再提供“" + mode.chinese() + "”：新的申请不能再选，正在办的不受影响");
            }
        }
    }

    private boolean added(Mode mode) {
        return !before.modes().contains(mode) && after.modes().contains(mode);
    }

    private void materials() {
        for (var material : after.materials()) {
            var old = before.material(material.key());
            boolean touched = old.isEmpty() || !old.get().equals(material);
            boolean explained = material.exemptBy() != null || material.because() != null;
            boolean newlyOwed = old.isEmpty() || !old.get().required();
            boolean wasExplained = old.isPresent()
                    && (old.get().exemptBy() != null || old.get().because() != null);
            if (touched && material.required() && !explained && (newlyOwed || wasExplained)) {
                problems.add("“" + material.name() + "”是必交材料，要写明由什么免交，或者为什么仍要交（N-14）");
            }
        }
    }
}
