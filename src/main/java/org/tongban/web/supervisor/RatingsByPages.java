package org.tongban.web.supervisor;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.calendar.Time;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.ratings.Figures;
import org.tongban.ratings.Grade;
import org.tongban.ratings.RatingFigures;
import org.tongban.ratings.RatingFigures.By;
import org.tongban.supervision.Reconciliation;
import org.tongban.supervision.Tally;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Words;

/**
 * 统计：评价: grades by month, service, province and office, and which share of ended cases was rated at all (policies N-30 to N-36). They
 * lead to no case, for that would tell who rated; bad ones are handled as tickets.
 */
@Controller
@Door.Only(Role.SUPERVISOR)
public class RatingsByPages {
    private static final int PERCENT = 100;
    private static final int OFFICES = 200;

    private final Templates templates;
    private final RatingFigures ratings;
    private final org.tongban.supervision.Figures figures;
    private final Reconciliation reconciliation;
    private final Surroundings around;
    private final Regions regions;
    private final Time time;

    RatingsByPages(
            Templates templates,
            RatingFigures ratings,
            org.tongban.supervision.Figures figures,
            Reconciliation reconciliation,
            Surroundings around,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.ratings = ratings;
        this.figures = figures;
        this.reconciliation = reconciliation;
        this.around = around;
        this.regions = regions;
        this.time = time;
    }

    /** 评价统计的一行: {@code narrower} null where it cannot be narrowed. */
    public record Row(String name, @Nullable String narrower, Figures rated) {}

    /**
     * 评价统计.
     *
     * @param cases ratings of ended cases
     * @param visits ratings of visits to a window
     * @param ended how many cases ended
     */
    public record Shown(
            Figures cases,
            Figures visits,
            Figures all,
            long ended,
            List<Row> months,
            List<Row> items,
            List<Row> places,
            @Nullable Instant asOf,
            RatingFigures.@Nullable Checked checked) {

        /** Whole percent of ended cases that were rated, rounded down; null where none ended. */
        public @Nullable Long ratedPercent() {
            return ended == 0 ? null : Math.min(PERCENT, PERCENT * (long) cases.total() / ended);
        }
    }

    @GetMapping("/supervisor/figures/ratings")
    Reply show(Page page, HttpServletRequest request) {
        var scope = FigureScope.of(Typed.of(request, regions), time.today());
        var head = new FigurePages.Head(
                scope,
                around,
                figures.asOf().orElse(null),
                reconciliation.last().orElse(null));
        var of = new RatingFigures.Scope(
                scope.from().atDay(1),
                scope.until().atDay(1),
                around.itemsOf(scope.lead(), scope.item()),
                scope.handledBy().isEmpty() ? null : scope.handledBy(),
                null);
        var shown = new Shown(
                ratings.total(of.visits(false)),
                ratings.total(of.visits(true)),
                ratings.total(of),
                ended(scope),
                rows(scope, By.MONTH, of),
                rows(scope, By.ITEM, of),
                rows(scope, scope.handledBy().isEmpty() ? By.PROVINCE : By.OFFICE, of),
                ratings.asOf().orElse(null),
                ratings.checked().orElse(null));
        return Reply.show(templates.supervisorFiguresRatings(page, head, shown, chart(page, shown)));
    }

    private long ended(FigureScope scope) {
        var handled = new org.tongban.supervision.Figures.Scope(
                scope.from().atDay(1),
                scope.until().atDay(1),
                around.itemsOf(scope.lead(), scope.item()),
                null,
                null,
                scope.handledBy().isEmpty() ? null : scope.handledBy());
        Tally tally = figures.total(handled);
        return tally.decided();
    }

    private static Chart chart(Page page, Shown shown) {
        var series = new LinkedHashMap<String, List<Long>>();
        for (var grade : Grade.values()) {
            series.put(
                    Words.in(page, grade.label()),
                    shown.months().stream()
                            .map(row -> (long) row.rated().of(grade))
                            .toList());
        }
        return Chart.of(
                "stack",
                Words.in(page, "每月各等级评价的条数"),
                shown.months().stream().map(Row::name).toList(),
                series);
    }

    private List<Row> rows(FigureScope scope, By by, RatingFigures.Scope of) {
        return ratings.by(by, of).entrySet().stream()
                .limit(OFFICES)
                .map(e -> row(scope, by, e))
                .toList();
    }

    private Row row(FigureScope scope, By by, Map.Entry<String, Figures> e) {
        var path = "/supervisor/figures/ratings";
        var key = e.getKey();
        return switch (by) {
            case MONTH -> new Row(key.substring(0, "2026-01".length()), null, e.getValue());
            case ITEM -> new Row(around.item(key), scope.at(path, "item", key), e.getValue());
            case PROVINCE -> new Row(ProvinceTile.nameOf(key), scope.at(path, "handledBy", key), e.getValue());
            case OFFICE -> new Row(around.office(key), null, e.getValue());
        };
    }
}
