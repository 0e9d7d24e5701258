package org.tongban.web.supervisor;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.supervision.CaseLine;
import org.tongban.supervision.Figures;
import org.tongban.supervision.InquiryLine;
import org.tongban.supervision.OrdersByRule;
import org.tongban.supervision.SupervisionOrder;
import org.tongban.supervision.Watch;
import org.tongban.web.Deadlines;
import org.tongban.web.DueIn;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 超期预警: what is late or about to be, across departments and places, and which cooperating department is silent. */
@Controller
@Door.Only(Role.SUPERVISOR)
public class WatchPages {
    private static final int SHOWN = 50;

    private final Templates templates;
    private final Watch watch;
    private final OrdersByRule rules;
    private final Figures figures;
    private final Surroundings around;
    private final Deadlines deadlines;
    private final Regions regions;

    WatchPages(
            Templates templates,
            Watch watch,
            OrdersByRule rules,
            Figures figures,
            Surroundings around,
            Deadlines deadlines,
            Regions regions) {
        this.templates = templates;
        this.watch = watch;
        this.rules = rules;
        this.figures = figures;
        this.around = around;
        this.deadlines = deadlines;
        this.regions = regions;
    }

    /** 预警的一行. */
    public record Late(CaseLine line, String service, String lead, String office, DueIn clock) {}

    /** 未答复的一行. */
    public record Silent(InquiryLine line, String service, String office, String askedBy, DueIn clock) {}

    /**
     * 预警页.
     *
     * @param places number of lines by province; of the level, whatever is filtered
     * @param leads number of lines by lead department; likewise
     */
    public record Shown(
            Watch.Level level,
            String lead,
            String handledBy,
            Watch.Counted red,
            Watch.Counted yellow,
            List<Late> lines,
            @Nullable String next,
            Map<String, Long> places,
            Map<String, Long> leads,
            String redRule,
            int soonDays) {
        public String link(Watch.Level other) {
            return "/supervisor/late?" + query(other, lead, handledBy);
        }

        static String query(Watch.Level level, String lead, String handledBy) {
            return Links.query(Map.of("level", level.name(), "lead", lead, "handledBy", handledBy));
        }
    }

    @GetMapping("/supervisor/late")
    Reply late(Page page, HttpServletRequest request) {
        var filled = Typed.of(request, regions);
        var level = filled.value("level").equals(Watch.Level.YELLOW.name()) ? Watch.Level.YELLOW : Watch.Level.RED;
        var lead = filled.value("lead");
        var handledBy = filled.value("handledBy");
        var items = around.itemsOf(lead, "");
        var place = handledBy.isEmpty() ? null : handledBy;
        var lines = watch.page(new Watch.Filter(level, items, place), after(filled), SHOWN + 1);
        var shown = new Shown(
                level,
                lead,
                handledBy,
                watch.count(new Watch.Filter(Watch.Level.RED, items, place)),
                watch.count(new Watch.Filter(Watch.Level.YELLOW, items, place)),
                lines.stream().limit(SHOWN).map(this::late).toList(),
                lines.size() > SHOWN ? next(level, lead, handledBy, lines.get(SHOWN - 1)) : null,
                watch.byPlace(level),
                byLead(watch.byItem(level)),
                rules.text(SupervisionOrder.Rule.CASE_LATE),
                watch.soonWorkingDays());
        return Reply.show(
                templates.supervisorLate(page, shown, around, figures.asOf().orElse(null)));
    }

    private static Watch.@Nullable After after(Filled filled) {
        var dueOn = Typed.date(filled.value("afterDue"));
        return dueOn == null
                ? null
                : new Watch.After(dueOn, Links.id(filled.value("afterCase")), Typed.number(filled.value("afterNo")));
    }

    private static String next(Watch.Level level, String lead, String handledBy, CaseLine last) {
        return "/supervisor/late?" + Shown.query(level, lead, handledBy) + "&afterDue=" + last.dueOn() + "&afterCase="
                + last.casefileId();
    }

    private Map<String, Long> byLead(Map<String, Long> byItem) {
        var leads = new LinkedHashMap<String, Long>();
        byItem.forEach((item, n) -> leads.merge(around.lead(item), n, Long::sum));
        return leads;
    }

    private Late late(CaseLine line) {
        return new Late(
                line,
                around.item(line.itemId()),
                around.lead(line.itemId()),
                around.office(line.office()),
                deadlines.due(line.dueOn(), null));
    }

    @GetMapping("/supervisor/silent")
    Reply silent(Page page, HttpServletRequest request) {
        var filled = Typed.of(request, regions);
        var office = filled.value("office").isEmpty() ? null : filled.value("office");
        var lines = watch.silent(office, after(filled), SHOWN + 1);
        var offices = new LinkedHashMap<String, Long>(watch.silentOffices());
        String next = null;
        if (lines.size() > SHOWN) {
            var last = lines.get(SHOWN - 1);
            next = "/supervisor/silent?afterDue=" + last.dueOn() + "&afterCase=" + last.casefileId() + "&afterNo="
                    + last.no() + (office == null ? "" : "&office=" + office);
        }
        return Reply.show(templates.supervisorSilent(
                page,
                lines.stream().limit(SHOWN).map(this::silent).toList(),
                offices,
                next,
                rules.text(SupervisionOrder.Rule.INQUIRY_SILENT),
                around));
    }

    private Silent silent(InquiryLine line) {
        return new Silent(
                line,
                around.item(line.itemId()),
                around.office(line.office()),
                around.office(line.askedBy()),
                deadlines.due(line.dueOn(), null));
    }
}
