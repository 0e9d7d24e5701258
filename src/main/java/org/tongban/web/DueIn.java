package org.tongban.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 剩余时限: how a clock stands, in words (policy L-50, L-55).
 *
 * @param due null where nothing is counted
 * @param days left until then; below 0: over it; working or natural as {@code working} says
 * @param stopped why the clock does not run now; null while it runs
 */
public record DueIn(
        @Nullable LocalDate due,
        int days,
        boolean working,
        @Nullable String stopped) {
    private static final int SOON_DAYS = 2;

    /** 不计时限. */
    public static DueIn uncounted() {
        return new DueIn(null, 0, true, null);
    }

    public static DueIn workingDays(LocalDate due, int days) {
        return new DueIn(due, days, true, null);
    }

    public static DueIn naturalDays(LocalDate due, int days) {
        return new DueIn(due, days, false, null);
    }

    /** The same clock, standing still. */
    public DueIn stopped(String why) {
        return new DueIn(due, days, working, why);
    }

    public Tone tone() {
        if (due == null || stopped != null) {
            return Tone.QUIET;
        }
        return days < 0 ? Tone.ALARM : days <= SOON_DAYS ? Tone.CAUTION : Tone.BUSY;
    }

    /** As in 还剩 3 个工作日, 今天到期, 已超期 2 天, 暂停计时. */
    public String text() {
        if (due == null) {
            return Words.t("不计时限");
        }
        if (stopped != null) {
            return Words.t("暂停计时");
        }
        if (days == 0) {
            return Words.t("今天到期");
        }
        if (days > 0) {
            return working ? Words.t("还剩 {0} 个工作日", days) : Words.t("还剩 {0} 天", days);
        }
        return working ? Words.t("已超期 {0} 个工作日", -days) : Words.t("已超期 {0} 天", -days);
    }
}
