package org.tongban.web.supervisor;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.supervision.Orders;
import org.tongban.supervision.OrdersByRule;
import org.tongban.supervision.SupervisionOrder;
import org.tongban.supervision.SupervisionOrder.Proof;
import org.tongban.supervision.SupervisionOrder.Step;
import org.tongban.web.Deadlines;
import org.tongban.web.DueIn;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 督办单: the coordination office's, and under {@code /orders} those that an office must answer. */
@Controller
public class OrderPages {
    private static final int SHOWN = 50;
    private static final int FILES_MAX = 5;

    private final Templates templates;
    private final Orders orders;
    private final OrdersByRule rules;
    private final Surroundings around;
    private final Deadlines deadlines;
    private final Files files;
    private final Regions regions;

    OrderPages(
            Templates templates,
            Orders orders,
            OrdersByRule rules,
            Surroundings around,
            Deadlines deadlines,
            Files files,
            Regions regions) {
        this.templates = templates;
        this.orders = orders;
        this.rules = rules;
        this.around = around;
        this.deadlines = deadlines;
        this.files = files;
        this.regions = regions;
    }

    @GetMapping("/supervisor/orders")
    @Door.Only(Role.SUPERVISOR)
    Reply all(
            Page page,
            @RequestParam(defaultValue = "") String closed,
            @RequestParam(defaultValue = "0") long after,
            Actor by) {
        return list(page, !closed.isEmpty(), after, by);
    }

    @GetMapping("/orders")
    @Door.Only({Role.MANAGER, Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
    Reply ours(
            Page page,
            @RequestParam(defaultValue = "") String closed,
            @RequestParam(defaultValue = "0") long after,
            Actor by) {
        return list(page, !closed.isEmpty(), after, by);
    }

    private Reply list(Page page, boolean closed, long after, Actor by) {
        var office = by.role() == Role.SUPERVISOR ? null : by.office();
        var last = after == 0
                ? null
                : orders.find(after, by).map(Orders.Opened::order).orElse(null);
        var found = orders.list(!closed, office, last, SHOWN + 1);
        var next = found.size() > SHOWN
                ? page.path() + "?after=" + found.get(SHOWN - 1).id() + (closed ? "&closed=1" : "")
                : null;
        var shown = found.stream()
                .limit(SHOWN)
                .map(order -> view(new Orders.Opened(order, List.of()), Set.of()))
                .toList();
        return Reply.show(templates.supervisorOrders(page, shown, closed, next));
    }

    @GetMapping("/supervisor/orders/new")
    @Door.Only(Role.SUPERVISOR)
    Reply form(Page page, HttpServletRequest request) {
        return Reply.show(templates.supervisorOrderNew(page, Typed.of(request, regions), around));
    }

    @PostMapping("/supervisor/orders/new")
    @Door.Only(Role.SUPERVISOR)
    Reply open(Page page, HttpServletRequest request, Actor by) {
        var filled = Typed.of(request, regions);
        long casefile = Links.id(filled.value("case"));
        int inquiry = Typed.number(filled.value("inquiry"));
        try {
            var order = orders.open(
                    new Orders.Draft(
                            filled.value("office").strip(),
                            filled.value("item").isEmpty() ? null : filled.value("item"),
                            casefile < 0 ? null : casefile,
                            inquiry < 0 ? null : inquiry,
                            filled.value("title"),
                            filled.value("text"),
                            Typed.date(filled.value("dueOn"))),
                    by);
            return Reply.seeOther("/supervisor/orders/" + order.id());
        } catch (RefusedMove refused) {
            return Reply.again(templates.supervisorOrderNew(page, Typed.refused(filled, refused, "text"), around));
        }
    }

    @GetMapping({"/supervisor/orders/{id}", "/orders/{id}"})
    @Door.Only({Role.SUPERVISOR, Role.MANAGER, Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
    Reply order(Page page, @PathVariable long id, Actor by) {
        return Reply.show(shown(page, find(id, by), Filled.empty(regions), by));
    }

    @PostMapping({"/supervisor/orders/{id}", "/orders/{id}"})
    @Door.Only({Role.SUPERVISOR, Role.MANAGER, Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
    Reply act(
            Page page,
            @PathVariable long id,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> brought,
            HttpServletRequest request,
            Actor by) {
        var opened = find(id, by);
        var filled = Typed.of(request, regions);
        var step = step(filled.value("step"));
        try {
            var turn = new Orders.Turn(
                    step,
                    Typed.number(filled.value("revision")),
                    filled.value("text"),
                    Typed.date(filled.value("until")),
                    taken(brought, by));
            orders.act(id, turn, by);
        } catch (RefusedMove refused) {
            return Reply.again(shown(page, opened, Typed.refused(filled, refused, "text"), by));
        } catch (Files.NotTaken refused) {
            var problem = new FieldError("files", String.valueOf(refused.getMessage()));
            return Reply.again(shown(page, opened, filled.withErrors(List.of(problem)), by));
        }
        return Reply.seeOther(page.path());
    }

    @GetMapping("/orders/{id}/proof/{file}")
    @Door.Only({Role.SUPERVISOR, Role.MANAGER, Role.OFFICER, Role.APPROVER, Role.CHECKER, Role.CLERK})
    ResponseEntity<byte[]> proof(@PathVariable long id, @PathVariable UUID file, Actor by) {
        var name = find(id, by).events().stream()
                .flatMap(event -> event.files().stream())
                .filter(proof -> proof.id().equals(file))
                .map(Proof::name)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var content = orders.proof(id, file, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private List<Proof> taken(@Nullable List<MultipartFile> brought, Actor by) {
        var proofs = new ArrayList<Proof>();
        for (var file : brought == null ? List.<MultipartFile>of() : brought) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (!name.isEmpty() && proofs.size() < FILES_MAX) {
                try {
                    var info = files.upload(name, file.getBytes(), by.id());
                    proofs.add(new Proof(info.id(), info.name()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return proofs;
    }

    private static Step step(String name) {
        for (var step : Step.values()) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private Orders.Opened find(long id, Actor by) {
        return orders.find(id, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private JteModel shown(Page page, Orders.Opened opened, Filled filled, Actor by) {
        var offices = new HashMap<String, String>();
        opened.events().forEach(event -> offices.put(event.byOffice(), around.office(event.byOffice())));
        return templates.supervisorOrder(page, view(opened, orders.possible(opened.order(), by)), offices, filled);
    }

    private OrderView view(Orders.Opened opened, Set<Step> possible) {
        var order = opened.order();
        return new OrderView(
                order,
                around.office(order.office()),
                order.itemId() == null ? null : around.item(order.itemId()),
                order.rule() == null ? null : rules.text(order.rule()),
                order.state() == SupervisionOrder.State.CLOSED ? DueIn.uncounted() : deadlines.due(order.dueOn(), null),
                opened.events(),
                possible);
    }
}
