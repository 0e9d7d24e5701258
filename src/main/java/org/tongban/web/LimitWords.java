package org.tongban.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.LimitUnit;
import org.tongban.catalogue.Limit;

/** 时限说法: limits in words, in Chinese. */
public final class LimitWords {
    private LimitWords() {}

    /** As 20 个工作日，自受理起算; no days: on the spot. */
    public static String counted(int amount, LimitUnit unit, Limit.Start from) {
        return amount == 0 ? "当场" : amount + " " + unit(unit) + "，自" + from.chinese() + "起算";
    }

    private static String unit(LimitUnit unit) {
        return switch (unit) {
            case WORKING, NATURAL -> "个" + unit.chinese();
            case MONTH, HOUR -> unit.chinese();
        };
    }

    /** The limit alone, without the condition under which it holds. */
    public static String of(Limit limit) {
        return switch (limit) {
            case Limit.NotCounted _ -> "不计入时限";
            case Limit.Counted counted -> counted(counted.days(), counted.unit(), counted.from());
        };
    }

    /** Each that may hold, without its condition. */
    public static String brief(List<Limit.Choice> choices) {
        return joined("或者", choices.stream().map(choice -> of(choice.limit())).toList());
    }

    /** Each that may hold, with the rule under which it does; the last holds otherwise. */
    public static String whole(List<Limit.Choice> choices) {
        return joined("；", choices.stream().map(LimitWords::choice).toList());
    }

    private static String choice(Limit.Choice choice) {
        @Nullable String when = choice.when();
        return when == null ? of(choice.limit()) : of(choice.limit()) + "（当 " + when + "）";
    }

    private static String joined(String with, List<String> limits) {
        return limits.isEmpty() ? "没有规定" : String.join(with, limits);
    }
}
