package org.tongban.web.mandates;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.OnBehalf;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;
import org.tongban.identity.Door;
import org.tongban.identity.Mandates;
import org.tongban.identity.Organisation;
import org.tongban.identity.People;
import org.tongban.identity.Relation;
import org.tongban.identity.Role;
import org.tongban.identity.Vault;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 授权和代办: whom I let act for me and for whom I may act; what, until when, and over at once when one of us says so (policy N-22). */
@Controller
@RequestMapping("/my/mandates")
@Door.Only(Role.APPLICANT)
public class MandatePages {
    private static final String PATH = "/my/mandates";
    private static final String ONLINE = "本人网上授权";

    private final Templates templates;
    private final Mandates mandates;
    private final People people;
    private final Catalogue catalogue;
    private final Vault vault;
    private final Regions regions;
    private final Time time;

    MandatePages(
            Templates templates,
            Mandates mandates,
            People people,
            Catalogue catalogue,
            Vault vault,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.mandates = mandates;
        this.people = people;
        this.catalogue = catalogue;
        this.vault = vault;
        this.regions = regions;
        this.time = time;
    }

    /**
     * 一份授权.
     *
     * @param given whether this person gives the power; else they hold it
     * @param services names of those it covers; empty: all
     */
    public record Line(Mandates.Registered registered, boolean given, List<String> services, boolean lasts) {}

    /** 可以怎样授权: relations and services as the form offers them. */
    public record Offered(Map<String, String> relations, Map<String, String> services) {}

    @GetMapping
    Reply show(Page page, @RequestParam(defaultValue = "") String item, Actor by, HttpServletRequest request) {
        var today = time.today();
        var filled = new Filled(
                Map.of(
                        "item", List.of(item),
                        "from-year", List.of(String.valueOf(today.getYear())),
                        "from-month", List.of(String.valueOf(today.getMonthValue())),
                        "from-day", List.of(String.valueOf(today.getDayOfMonth()))),
                Map.of(),
                regions);
        return Reply.show(
                templates.mandatesMine(page, lines(subject(by)), offered(self(by)), filled, Notice.take(request)));
    }

    @PostMapping
    Reply give(Page page, HttpServletRequest request, Actor by) {
        var post = FormPost.of(List.of(), request.getParameterMap(), regions);
        var self = self(by);
        var form = new MandateForm(post.parameters(), time.today());
        var mandate = form.mandate(self, form.person("agent", "代办人"), ONLINE, vault);
        if (mandate == null || post.showsAgain()) {
            var filled = post.filled().withErrors(form.errors());
            return Reply.again(templates.mandatesMine(page, lines(subject(by)), offered(self), filled, null));
        }
        mandates.give(mandate, by);
        Notice.of("已授权。随时可以在这里撤销。").keep(request);
        return Reply.seeOther(PATH);
    }

    @PostMapping("/{id}/revoke")
    Reply revoke(@PathVariable String id, HttpServletRequest request, Actor by) {
        if (lines(subject(by)).stream()
                .noneMatch(line -> line.registered().mandate().id().equals(id))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Notice.of(mandates.revoke(id, by) ? "已撤销，从现在起不能再代办。" : "这份授权早已撤销。").keep(request);
        return Reply.seeOther(PATH);
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping("/{id}/revoke")
    Reply back(@PathVariable String id) {
        return Reply.seeOther(PATH);
    }

    private List<Line> lines(String subject) {
        return lines(mandates.concerning(subject), subject, time.today(), catalogue);
    }

    static List<Line> lines(
            List<Mandates.Registered> registered, String subject, LocalDate today, Catalogue catalogue) {
        return registered.stream()
                .map(one -> new Line(
                        one,
                        one.mandate().principal().equals(subject),
                        one.mandate().items().stream()
                                .map(id -> catalogue.find(id).map(Item::name).orElse(id))
                                .toList(),
                        one.lasts(today)))
                .toList();
    }

    private Offered offered(@Nullable Applicant giver) {
        return offered(giver, catalogue);
    }

    /** @param giver null where anybody may be; whoever may not be acted for by anybody in a service is not offered it */
    static Offered offered(@Nullable Applicant giver, Catalogue catalogue) {
        var relations = new LinkedHashMap<String, String>();
        for (var relation : Relation.values()) {
            // nobody makes somebody their own guardian, and only a body has people of its own
            boolean fits = giver == null
                    || (giver instanceof Organisation
                            ? relation == Relation.HANDLER || relation == Relation.AGENT
                            : relation == Relation.AGENT || relation == Relation.RELATIVE);
            if (fits) {
                relations.put(relation.label(), relation.label());
            }
        }
        var services = new LinkedHashMap<String, String>();
        catalogue.items().stream().filter(OnBehalf::anybody).forEach(item -> services.put(item.id(), item.name()));
        return new Offered(relations, services);
    }

    private Applicant self(Actor by) {
        return people.applicant(by.id()).orElseThrow();
    }

    private static String subject(Actor by) {
        return Objects.requireNonNull(by.subject());
    }
}
