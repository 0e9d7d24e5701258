package org.tongban.supervision;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Mode;
import org.tongban.ratings.RatingFigures;

/** What the system knows of services in a year, for the report on it. */
@Component
class ReportFacts {
    private static final int ORDERS_MAX = 50;

    private final LaunchPlan plan;
    private final Figures figures;
    private final Orders orders;
    private final RatingFigures ratings;
    private final Catalogue catalogue;
    private final String home;

    ReportFacts(
            LaunchPlan plan,
            Figures figures,
            Orders orders,
            RatingFigures ratings,
            Catalogue catalogue,
            @Value("${tongban.home:320000}") String home) {
        this.plan = plan;
        this.figures = figures;
        this.orders = orders;
        this.ratings = ratings;
        this.catalogue = catalogue;
        this.home = home;
    }

    ProgressReport.Facts of(List<String> items, int year) {
        return new ProgressReport.Facts(
                figures.asOf().orElse(null),
                items.stream()
                        .filter(id -> catalogue.find(id).isPresent())
                        .map(id -> line(id, year))
                        .toList());
    }

    private ProgressReport.Line line(String id, int year) {
        var task = plan.task(id).orElseThrow();
        var scope = Figures.Scope.between(LocalDate.of(year, Month.JANUARY, 1), LocalDate.of(year, Month.DECEMBER, 1))
                .of(Set.of(id));
        var pairs = figures.pairs(scope);
        var ours = figures.by(Figures.By.HANDLED_BY, scope).getOrDefault(home, Tally.NONE);
        var entry = task.entry();
        return new ProgressReport.Line(
                id,
                task.item().name(),
                task.item().modes().stream().map(Mode::chinese).collect(Collectors.joining("、")),
                task.state(),
                entry == null ? null : entry.plannedOn(),
                task.provinces(),
                received(pairs, true, true),
                received(pairs, false, true),
                received(pairs, true, false),
                ours.decided(),
                ours.onTime(),
                ours.late(),
                figures.spread(scope).median(),
                entry == null ? "" : entry.obstacle(),
                entry == null ? "" : entry.remover(),
                (int) orders.about(id, ORDERS_MAX).stream()
                        .filter(order -> order.year() == year && order.open())
                        .count(),
                rated(id, year));
    }

    /** Of what the province's own offices handled or received. */
    private ProgressReport.Rated rated(String id, int year) {
        var scope = new RatingFigures.Scope(
                LocalDate.of(year, Month.JANUARY, 1), LocalDate.of(year, Month.DECEMBER, 1), Set.of(id), home, null);
        var cases = ratings.total(scope.visits(false));
        var visits = ratings.total(scope.visits(true));
        return new ProgressReport.Rated(
                cases.total(),
                visits.total(),
                cases.total() + visits.total() - cases.bad() - visits.bad(),
                cases.bad() + visits.bad(),
                cases.tickets() + visits.tickets(),
                cases.calledBack() + visits.calledBack());
    }

    private long received(Map<Figures.Pair, Tally> pairs, boolean fromHere, boolean handledHere) {
        return pairs.entrySet().stream()
                .filter(e -> e.getKey().applyAt().equals(home) == fromHere
                        && e.getKey().handledBy().equals(home) == handledHere)
                .mapToLong(e -> e.getValue().received())
                .sum();
    }
}
