package org.tongban.web.manager;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.OpenPoint;
import org.tongban.catalogue.Outlooks;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Proposals;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.web.ItemFacts;
import org.tongban.web.Names;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.PlaceDifferences;
import org.tongban.web.Reply;

/** 事项管理: the services of one lead department, each with what is open, what is proposed and what has been. */
@Controller
@RequestMapping("/manager")
@Door.Only(Role.MANAGER)
class ManagerPages {
    private final Templates templates;
    private final ManagedItems managed;
    private final Catalogue catalogue;
    private final Proposals proposals;
    private final Outlooks outlooks;
    private final PlaceDifferences places;
    private final Names names;
    private final Time time;

    ManagerPages(
            Templates templates,
            ManagedItems managed,
            Catalogue catalogue,
            Proposals proposals,
            Outlooks outlooks,
            PlaceDifferences places,
            Names names,
            Time time) {
        this.templates = templates;
        this.managed = managed;
        this.catalogue = catalogue;
        this.proposals = proposals;
        this.outlooks = outlooks;
        this.places = places;
        this.names = names;
        this.time = time;
    }

    @GetMapping
    Reply list(
            Page page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "ALL") ManagerList.Show show,
            Actor by,
            HttpServletRequest request) {
        var open = proposals.open(by);
        var rows = proposals.items(by).stream()
                .map(item -> row(item, open))
                .filter(row ->
                        row.item().name().contains(q.strip()) || row.item().id().equals(q.strip()))
                .filter(row -> row.shown(show))
                .toList();
        var waiting = open.stream()
                .filter(p -> p.state() == Proposal.State.WAITING)
                .filter(p -> !p.enteredBy().equals(by.id()))
                .map(this::line)
                .toList();
        var mine = open.stream()
                .filter(p -> p.enteredBy().equals(by.id()))
                .map(this::line)
                .toList();
        var office = names.office(Objects.requireNonNullElse(by.office(), ""));
        var view = new ManagerList(office, q.strip(), show, rows, waiting, mine);
        return Reply.show(templates.managerList(page, view, Notice.take(request)));
    }

    private ManagerList.Row row(Item item, List<Proposal> open) {
        return new ManagerList.Row(
                item,
                OpenPoint.of(item).size(),
                open.stream().filter(p -> p.item().equals(item.id())).toList(),
                proposals.comingDays(item.id()),
                catalogue.lostOverlays(item.id()).size());
    }

    private ManagerList.Line line(Proposal proposal) {
        return new ManagerList.Line(proposal, catalogue.item(proposal.item()).name(), ManagerList.what(proposal));
    }

    @GetMapping("/items/{id}")
    Reply item(
            Page page,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable UUID proposal,
            Actor by,
            HttpServletRequest request) {
        var current = managed.item(id, by);
        var goneOn = proposal == null ? null : managed.editable(proposal, current, by);
        var item = goneOn == null ? current : outlooks.of(goneOn).after();
        var all = proposals.of(id);
        var today = time.today();
        var view = new ManagedItemView(
                item,
                goneOn,
                ItemFacts.of(item),
                OpenPoint.of(item),
                all.stream().filter(p -> p.state().open()).map(this::line).toList(),
                all.stream()
                        .filter(p -> p.state() == Proposal.State.PUBLISHED)
                        .filter(p -> p.from().isAfter(today))
                        .map(this::line)
                        .toList(),
                catalogue.lostOverlays(id),
                places.of(current, today));
        return Reply.show(templates.managerItem(page, view, Notice.take(request)));
    }

    @GetMapping("/items/{id}/history")
    Reply history(Page page, @PathVariable String id, Actor by) {
        var item = managed.item(id, by);
        var lines = proposals.of(id).stream().map(this::line).toList();
        return Reply.show(templates.managerHistory(page, item, lines, catalogue.releases(id), names));
    }

    /** The whole service as it is, was or will be on a day. */
    @GetMapping("/items/{id}/on")
    Reply on(
            Page page,
            @PathVariable String id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Actor by) {
        var today = managed.item(id, by);
        var date = day == null ? time.today() : day;
        var then = outlooks.on(id, date);
        return Reply.show(templates.managerOn(page, then, date, ItemFacts.of(then), ItemFacts.between(then, today)));
    }
}
