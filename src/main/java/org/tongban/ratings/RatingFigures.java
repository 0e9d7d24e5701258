package org.tongban.ratings;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;

/** 评价公示: the published figures and answers of the last twelve months, by service, place and organ (policy N-36). */
@Component
public class RatingFigures {
    private static final int MONTHS = 12;
    private static final int ANSWERS = 20;
    private static final int REGION_DIGITS = 6;

    /** 公开答复: an answer as the office published it; not what the rater wrote. */
    public record Answer(LocalDate on, String itemId, String office, Grade grade, String words) {}

    private final RatingFigureStore store;
    private final Time time;

    RatingFigures(RatingFigureStore store, Time time) {
        this.store = store;
        this.time = time;
    }

    /** First month counted. */
    public LocalDate from() {
        return time.today().withDayOfMonth(1).minusMonths(MONTHS - 1L);
    }

    @Transactional(readOnly = true)
    public Figures all() {
        return one("all");
    }

    @Transactional(readOnly = true)
    public Figures ofItem(String item) {
        return one("item:" + item);
    }

    @Transactional(readOnly = true)
    public Figures ofProvince(String province) {
        return one("province:" + province.substring(0, 2));
    }

    @Transactional(readOnly = true)
    public List<Figures> items() {
        return list("item:");
    }

    @Transactional(readOnly = true)
    public List<Figures> provinces() {
        return list("province:");
    }

    /** The offices of a province. */
    @Transactional(readOnly = true)
    public List<Figures> offices(String province) {
        return list("office:" + province.substring(0, 2) + ":");
    }

    /** The latest answers of the whole, a service or a province; none where so few rated that they could be told. */
    @Transactional(readOnly = true)
    public List<Answer> answers(Figures of) {
        return of.shown()
                ? store.answers(of.scope(), ANSWERS).stream()
                        .filter(answer -> ofOffice(answer.office()).shown())
                        .toList()
                : List.of();
    }

    private Figures ofOffice(String code) {
        var region = code.substring(Math.max(0, code.length() - REGION_DIGITS));
        return one("office:" + region.substring(0, 2) + ":" + code);
    }

    private Figures one(String scope) {
        return store.between(scope, scope + " ", from(), time.today()).stream()
                .findFirst()
                .orElse(Figures.NONE);
    }

    private List<Figures> list(String prefix) {
        var last = prefix.charAt(prefix.length() - 1);
        return store.between(
                prefix, prefix.substring(0, prefix.length() - 1) + (char) (last + 1), from(), time.today());
    }
}
