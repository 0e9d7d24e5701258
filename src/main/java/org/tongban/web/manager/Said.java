package org.tongban.web.manager;

import static org.tongban.web.Words.later;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Limit;
import org.tongban.catalogue.Precheck;
import org.tongban.web.LimitWords;

/** 试算结果的说法: what two versions of a service say to the same filing, side by side. */
public final class Said {
    private static final String NOTHING = "无";

    private Said() {}

    /**
     * 一行.
     *
     * @param name Chinese, said in the page's language
     */
    public record Line(String name, String before, String after) {
        public boolean differs() {
            return !before.equals(after);
        }
    }

    public static List<Line> of(Precheck before, Precheck after) {
        return List.of(
                new Line(later("能不能办"), eligible(before.eligible()), eligible(after.eligible())),
                new Line(later("不符合的条件"), refusals(before), refusals(after)),
                new Line(later("填写的问题"), errors(before), errors(after)),
                new Line(later("还要交的材料"), missing(before), missing(after)),
                new Line(later("免交的材料"), exempt(before), exempt(after)),
                new Line(later("由哪个机关办"), office(before), office(after)),
                new Line(later("怎样办"), before.mode().chinese(), after.mode().chinese()),
                new Line(later("承诺时限"), limit(before.committed()), limit(after.committed())),
                new Line(later("法定时限"), limit(before.statutory()), limit(after.statutory())),
                new Line(later("经过几个环节"), steps(before), steps(after)));
    }

    /** Those that are not the same; where only details inside the course differ, that line. */
    public static List<Line> differences(Precheck before, Precheck after) {
        var lines = of(before, after).stream().filter(Line::differs).toList();
        return lines.isEmpty() && !before.equals(after)
                ? List.of(new Line(later("环节安排"), "原来的安排", "环节的时限或机构有变化"))
                : lines;
    }

    private static String eligible(@Nullable Boolean eligible) {
        return eligible == null ? "还不能确定" : eligible ? "可以办" : "不能办";
    }

    private static String refusals(Precheck check) {
        return joined(check.refusals().stream().map(Precheck.Refused::text).toList());
    }

    private static String errors(Precheck check) {
        return joined(
                check.fieldErrors().stream().map(Precheck.FieldError::text).toList());
    }

    private static String missing(Precheck check) {
        return joined(
                check.missingMaterials().stream().map(Precheck.Missing::name).toList());
    }

    private static String exempt(Precheck check) {
        return joined(
                check.exemptMaterials().stream().map(Precheck.Exempt::name).toList());
    }

    private static String office(Precheck check) {
        return check.competentOffice() == null
                ? "没有找到"
                : check.competentOffice().name();
    }

    private static String limit(Limit.@Nullable Counted limit) {
        return limit == null ? "没有规定" : LimitWords.of(limit);
    }

    private static String steps(Precheck check) {
        return String.valueOf(check.plan().steps().size());
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? NOTHING : String.join("；", texts);
    }
}
