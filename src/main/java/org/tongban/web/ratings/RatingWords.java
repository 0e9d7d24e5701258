package org.tongban.web.ratings;

import static org.tongban.web.Words.t;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.ratings.Grade;
import org.tongban.ratings.Ratings;
import org.tongban.ratings.Ticket;
import org.tongban.ratings.TicketState;
import org.tongban.web.Tone;

/** How ratings are called on pages. Called while a page is rendered. */
public final class RatingWords {
    private RatingWords() {}

    public static String grade(Grade grade) {
        return switch (grade) {
            case VERY_SATISFIED -> t("非常满意");
            case SATISFIED -> t("满意");
            case FAIRLY_SATISFIED -> t("基本满意");
            case DISSATISFIED -> t("不满意");
            case VERY_DISSATISFIED -> t("非常不满意");
        };
    }

    public static Tone tone(Grade grade) {
        return grade.bad() ? Tone.ALARM : Tone.GOOD;
    }

    public static Map<String, String> grades() {
        var grades = new LinkedHashMap<String, String>();
        for (var grade : Grade.values()) {
            grades.put(String.valueOf(grade.number()), grade(grade));
        }
        return grades;
    }

    public static Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        Ratings.TAGS.forEach(tag -> tags.put(tag, tag(tag)));
        return tags;
    }

    public static String tag(String tag) {
        return switch (tag) {
            case "材料反复要" -> t("材料反复要");
            case "两头跑" -> t("两头跑");
            case "等得久" -> t("等得久");
            case "态度不好" -> t("态度不好");
            case "说不清楚" -> t("说不清楚");
            case "超过承诺时间" -> t("超过承诺时间");
            case "网上不好用" -> t("网上不好用");
            default -> t("其他");
        };
    }

    public static String tags(List<String> tags) {
        return String.join("、", tags.stream().map(RatingWords::tag).toList());
    }

    public static String state(TicketState state) {
        return switch (state) {
            case OPEN -> t("待签收");
            case STARTED -> t("核实中");
            case VERIFIED -> t("整改答复中");
            case CONTESTED -> t("申诉待复核");
            case ANSWERED -> t("待回访");
            case DISSATISFIED -> t("回访不满意，待复核");
            case CLOSED -> t("已办结");
            case EXCLUDED -> t("复核认定不计入");
        };
    }

    /** What the rater is told of their ticket. */
    public static String told(Ticket ticket) {
        return switch (ticket.state()) {
            case OPEN, STARTED, VERIFIED, CONTESTED -> t("已经转给办理机关处理，会有人核实并答复。");
            case ANSWERED -> t("办理机关已经答复，请看下面，并告诉我们您是否满意。");
            case DISSATISFIED -> t("您对答复不满意，已交省协调办复核。");
            case CLOSED -> t("已经处理完毕。");
            case EXCLUDED -> t("经省协调办复核，这条评价不计入统计，理由见下面。");
        };
    }
}
