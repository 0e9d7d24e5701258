package org.tongban.web.admin;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Office;
import org.tongban.places.OfficeChange;
import org.tongban.places.OfficeDetails;
import org.tongban.places.OfficeKind;
import org.tongban.places.OfficeKinds;
import org.tongban.places.Offices;
import org.tongban.places.Region;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 机构管理: offices exist by rule; here one is given its address, another name, another jurisdiction, or is closed, from a day on. */
@Controller
@RequestMapping("/admin/offices")
@Door.Only(Role.SYSTEM_ADMIN)
class OfficesPages {
    private static final int PAGE = 50;
    private static final int LINE = 200;
    private static final String REVISION = "revision";

    private final Templates templates;
    private final Offices offices;
    private final OfficeKinds kinds;
    private final Regions regions;
    private final Time time;

    OfficesPages(Templates templates, Offices offices, OfficeKinds kinds, Regions regions, Time time) {
        this.templates = templates;
        this.offices = offices;
        this.kinds = kinds;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping
    Reply list(
            Page page,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        var named = offices.byCode(q.strip());
        var place = q.isBlank() || named.isPresent() ? null : place(q.strip());
        var rows = named.isPresent()
                ? List.of(named.get())
                : q.isBlank() && kind.isBlank() || !q.isBlank() && place == null
                        ? List.<Office>of()
                        : offices.list(place, kind.isBlank() ? null : kind, after, PAGE + 1);
        var shown = rows.stream().limit(PAGE).toList();
        var next = rows.size() > PAGE
                ? Address.of(
                        "/admin/offices",
                        Map.of("q", q, "kind", kind, "after", shown.getLast().code()))
                : null;
        return Reply.show(templates.adminOffices(page, q, kind, kindNames(), shown, next, Notice.take(request)));
    }

    /** A region's code, or the first region that answers to the words. */
    private @Nullable String place(String words) {
        return regions.find(words)
                .or(() -> regions.search(words, 1).stream().findFirst())
                .map(Region::code)
                .orElse(null);
    }

    private Map<String, String> kindNames() {
        var names = new LinkedHashMap<String, String>();
        kinds.all().forEach((OfficeKind kind) -> names.put(kind.key(), kind.name()));
        return names;
    }

    @GetMapping("/{code}")
    Reply show(Page page, @PathVariable String code, HttpServletRequest request) {
        var office = office(code);
        var details = offices.details(office);
        var values = new LinkedHashMap<String, List<String>>();
        values.put("name", List.of(office.name()));
        values.put("address", List.of(details.address()));
        values.put("phone", List.of(details.phone()));
        values.put("hours", List.of(details.hours()));
        values.put("serves", List.of(String.join("、", offices.serves(office))));
        values.put("from", List.of(time.today().toString()));
        values.put(REVISION, List.of(revision(code)));
        if (offices.isClosed(code)) {
            values.put("closed", List.of("true"));
        }
        return Reply.show(page(page, office, new Filled(values, Map.of(), regions), Notice.take(request)));
    }

    /** Changes with every change that is registered. */
    private String revision(String code) {
        return String.valueOf(offices.said(code).size());
    }

    private gg.jte.models.runtime.JteModel page(Page page, Office office, Filled filled, @Nullable Notice notice) {
        return templates.adminOffice(page, office, filled, offices.said(office.code()), time.today(), notice);
    }

    @PostMapping("/{code}")
    Reply change(Page page, @PathVariable String code, Actor by, HttpServletRequest request) {
        var office = office(code);
        var filled = FormPost.of(List.of(), request.getParameterMap(), regions).filled();
        var typed = new Typed(filled);
        var change = read(code, typed);
        if (change != null && typed.right()) {
            try {
                offices.change(change, typed.whole(REVISION), by.id(), time.now());
                Notice.of("已登记，从 {0} 起生效", change.fromOn()).keep(request);
                return Reply.seeOther("/admin/offices/" + code);
            } catch (Offices.ChangedMeanwhile e) {
                return new Reply.Tell(HttpStatus.CONFLICT.value(), page(page, office, meanwhile(code, filled), null));
            } catch (IllegalArgumentException e) {
                typed.wrong("serves", String.valueOf(e.getMessage()));
            }
        }
        return Reply.again(page(page, office, typed.again(), null));
    }

    /** What was typed stays; what the other registered stands below, and registering again is done on top of it. */
    private Filled meanwhile(String code, Filled typed) {
        var values = new LinkedHashMap<>(typed.parameters());
        values.put(REVISION, List.of(revision(code)));
        return new Filled(values, Map.of(), regions)
                .withErrors(List.of(new FieldError("name", "您打开以后，同事登记了新的变更（见下面“登记过的变更”）。请核对后再登记。")));
    }

    private @Nullable OfficeChange read(String code, Typed typed) {
        var name = typed.required("name", "名称", LINE);
        var details = new OfficeDetails(
                typed.optional("address", LINE), typed.optional("phone", LINE), typed.optional("hours", LINE));
        var serves = Stream.of(typed.optional("serves", 2000).split("[\\s、，,;；]+"))
                .filter(place -> !place.isEmpty())
                .toList();
        var instrument = typed.required("instrument", "依据", LINE);
        var from = typed.date("from", "生效日期");
        if (from != null && from.isBefore(time.today())) {
            typed.wrong("from", "生效日期不能早于今天：已经办出的件按当时的机构");
        }
        var closed = typed.optional("closed", LINE).equals("true");
        var known = details.address().isEmpty()
                        && details.phone().isEmpty()
                        && details.hours().isEmpty()
                ? null
                : details;
        return from == null ? null : new OfficeChange(code, name, serves, known, closed, instrument, from);
    }

    private Office office(String code) {
        return offices.byCode(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
