package org.tongban.web.supervisor;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Mode;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.supervision.Figures;
import org.tongban.supervision.Figures.By;
import org.tongban.supervision.Figures.Spread;
import org.tongban.supervision.Reconciliation;
import org.tongban.supervision.Tally;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Words;

/** 统计: cases by service, place, mode and month, how long they took, why they were refused, and the flows between provinces. */
@Controller
@Door.Only(Role.SUPERVISOR)
public class FigurePages {
    private static final int GROUNDS = 30;
    private static final int OFFICES = 200;
    private static final int FLOWS_DRAWN = 80;
    private static final int LONGEST_DAYS = 60;

    private final Templates templates;
    private final Figures figures;
    private final Reconciliation reconciliation;
    private final Surroundings around;
    private final Regions regions;
    private final Time time;

    FigurePages(
            Templates templates,
            Figures figures,
            Reconciliation reconciliation,
            Surroundings around,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.figures = figures;
        this.reconciliation = reconciliation;
        this.around = around;
        this.regions = regions;
        this.time = time;
    }

    /** 统计页的共同部分. */
    public record Head(
            FigureScope scope,
            Surroundings around,
            @Nullable Instant asOf,
            Reconciliation.@Nullable Result reconciled) {}

    /** 统计的一行: a name, where its cases are listed, and its figures. */
    public record Row(
            String name,
            @Nullable String narrower,
            String cases,
            Tally tally,
            @Nullable Spread spread) {}

    private Head head(HttpServletRequest request) {
        var scope = FigureScope.of(Typed.of(request, regions), time.today());
        return new Head(
                scope,
                around,
                figures.asOf().orElse(null),
                reconciliation.last().orElse(null));
    }

    @GetMapping("/supervisor/figures")
    Reply trend(Page page, HttpServletRequest request) {
        var head = head(request);
        var scope = head.scope().scope(around);
        var months = rows(head, By.MONTH, scope);
        var total = months.stream().map(Row::tally).reduce(Tally.NONE, Tally::plus);
        var spread = months.stream().map(Row::spread).filter(Objects::nonNull).reduce(Spread.NONE, Spread::plus);
        return Reply.show(templates.supervisorFigures(
                page, head, total, spread, months, rows(head, By.MODE, scope), trend(page, months)));
    }

    private static Chart trend(Page page, List<Row> months) {
        var series = new LinkedHashMap<String, List<Long>>();
        series.put(
                Words.in(page, "收件"),
                months.stream().map(m -> m.tally().received()).toList());
        series.put(
                Words.in(page, "受理"),
                months.stream().map(m -> m.tally().accepted()).toList());
        series.put(
                Words.in(page, "办结"),
                months.stream().map(m -> m.tally().decided()).toList());
        series.put(
                Words.in(page, "超期办结"),
                months.stream().map(m -> m.tally().late()).toList());
        return Chart.of(
                "trend",
                Words.in(page, "每月收件、受理、办结和超期办结的件数"),
                months.stream().map(Row::name).toList(),
                series);
    }

    @GetMapping("/supervisor/figures/services")
    Reply services(Page page, HttpServletRequest request) {
        var head = head(request);
        var rows = rows(head, By.ITEM, head.scope().scope(around));
        return Reply.show(templates.supervisorFiguresBy(page, head, "services", rows, List.of()));
    }

    @GetMapping("/supervisor/figures/places")
    Reply places(Page page, HttpServletRequest request) {
        var head = head(request);
        var scope = head.scope();
        var rows = rows(head, By.HANDLED_BY, scope.scope(around));
        return Reply.show(templates.supervisorFiguresBy(
                page, head, "places", rows, scope.handledBy().isEmpty() ? List.of() : offices(scope)));
    }

    /** How long decisions took, and why cases were refused. */
    @GetMapping("/supervisor/figures/time")
    Reply time(Page page, HttpServletRequest request) {
        var head = head(request);
        var scope = head.scope().scope(around);
        var spread = figures.spread(scope);
        var labels = new ArrayList<String>();
        var values = new ArrayList<Long>();
        int last =
                spread.cases().keySet().stream().max(Comparator.naturalOrder()).orElse(0);
        for (int day = 0; day <= Math.min(last, LONGEST_DAYS); day++) {
            labels.add(String.valueOf(day));
            values.add(spread.cases().getOrDefault(day, 0L));
        }
        var chart = Chart.of("bars", Words.in(page, "决定用了多少个工作日"), labels, Map.of(Words.in(page, "件"), values));
        return Reply.show(templates.supervisorFiguresTime(page, head, spread, figures.grounds(scope, GROUNDS), chart));
    }

    /** From which province to which, as a matrix and as a diagram. */
    @GetMapping("/supervisor/figures/flows")
    Reply flows(Page page, HttpServletRequest request) {
        var head = head(request);
        var pairs = figures.pairs(head.scope().scope(around));
        return Reply.show(templates.supervisorFiguresFlows(page, head, FlowMatrix.of(pairs), flows(page, pairs)));
    }

    private static Chart flows(Page page, Map<Figures.Pair, Tally> pairs) {
        var handled = new LinkedHashMap<String, Long>();
        pairs.forEach((pair, tally) -> handled.merge(pair.handledBy(), tally.received(), Long::sum));
        var nodes = ProvinceTile.ALL.stream()
                .map(tile ->
                        new Chart.Node(tile.name(), tile.column(), tile.row(), handled.getOrDefault(tile.code(), 0L)))
                .toList();
        var links = pairs.entrySet().stream()
                .filter(e -> !e.getKey().applyAt().equals(e.getKey().handledBy()))
                .filter(e -> !Regions.NATION.equals(e.getKey().handledBy())
                        && !Regions.NATION.equals(e.getKey().applyAt()))
                .sorted(Comparator.comparingLong((Map.Entry<Figures.Pair, Tally> e) ->
                                e.getValue().received())
                        .reversed())
                .limit(FLOWS_DRAWN)
                .map(e -> new Chart.Link(
                        ProvinceTile.nameOf(e.getKey().applyAt()),
                        ProvinceTile.nameOf(e.getKey().handledBy()),
                        e.getValue().received()))
                .toList();
        return new Chart("flows", Words.in(page, "省份之间的办件往来，件数最多的在前"), List.of(), Map.of(), nodes, links);
    }

    private List<Row> rows(Head head, By by, Figures.Scope scope) {
        var spreads = figures.spreads(by, scope);
        return figures.by(by, scope).entrySet().stream()
                .map(e -> row(head.scope(), by, e.getKey(), e.getValue(), spreads.get(e.getKey())))
                .toList();
    }

    /** The offices of a province; by mode and place of application they are not told apart. */
    private List<Row> offices(FigureScope scope) {
        var all = new FigureScope(scope.from(), scope.until(), scope.lead(), scope.item(), "", "", scope.handledBy());
        return figures.offices(all.scope(around)).entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Tally> e) -> e.getValue().received())
                        .reversed())
                .limit(OFFICES)
                .map(e -> new Row(
                        around.office(e.getKey()),
                        null,
                        all.at("/supervisor/cases") + "&office=" + e.getKey(),
                        e.getValue(),
                        null))
                .toList();
    }

    private Row row(FigureScope scope, By by, String key, Tally tally, @Nullable Spread spread) {
        var cases = "/supervisor/cases";
        return switch (by) {
            case MONTH -> {
                var month = key.substring(0, "2026-01".length());
                var one = new FigureScope(
                        YearMonth.parse(month),
                        YearMonth.parse(month),
                        scope.lead(),
                        scope.item(),
                        scope.mode(),
                        scope.applyAt(),
                        scope.handledBy());
                yield new Row(month, one.at("/supervisor/figures"), one.at(cases), tally, spread);
            }
            case ITEM ->
                new Row(
                        around.item(key),
                        scope.at("/supervisor/figures", "item", key),
                        scope.at(cases, "item", key),
                        tally,
                        spread);
            case MODE ->
                new Row(
                        Mode.valueOf(key).chinese(),
                        scope.at("/supervisor/figures", "mode", key),
                        scope.at(cases, "mode", key),
                        tally,
                        spread);
            case APPLY_AT, HANDLED_BY -> {
                var name = by == By.APPLY_AT ? "applyAt" : "handledBy";
                yield new Row(
                        ProvinceTile.nameOf(key),
                        scope.at("/supervisor/figures", name, key),
                        scope.at(cases, name, key),
                        tally,
                        spread);
            }
        };
    }
}
