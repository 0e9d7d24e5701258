package org.tongban.web.supervisor;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.supervision.CaseList;
import org.tongban.supervision.Exports;
import org.tongban.supervision.Figures;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Words;

/** 办件清单和导出: the cases behind a figure, and the same as a spreadsheet made in the background. */
@Controller
@Door.Only(Role.SUPERVISOR)
public class CaseListPages {
    private static final int SHOWN = 50;

    private final Templates templates;
    private final CaseList cases;
    private final Exports exports;
    private final Figures figures;
    private final Surroundings around;
    private final Regions regions;
    private final Time time;

    CaseListPages(
            Templates templates,
            CaseList cases,
            Exports exports,
            Figures figures,
            Surroundings around,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.cases = cases;
        this.exports = exports;
        this.figures = figures;
        this.around = around;
        this.regions = regions;
        this.time = time;
    }

    /** 清单页. */
    public record Shown(
            FigureScope scope,
            CaseList.Kind kind,
            Map<String, String> more,
            List<CaseList.Counted> lines,
            @Nullable String next) {

        /** What an export of the same asks for. */
        public Map<String, String> values() {
            var values = new LinkedHashMap<>(scope.values());
            values.putAll(more);
            values.put("kind", kind.name());
            return values;
        }
    }

    /** 清单种类: value → text. */
    public static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : CaseList.Kind.values()) {
            kinds.put(kind.name(), Words.t(kind.label()));
        }
        return kinds;
    }

    @GetMapping("/supervisor/cases")
    Reply list(Page page, HttpServletRequest request) {
        var filled = Typed.of(request, regions);
        var scope = FigureScope.of(filled, time.today());
        var kind = kind(filled);
        var on = Typed.date(filled.value("afterOn"));
        var after = on == null
                ? null
                : new CaseList.After(on, Links.id(filled.value("afterCase")), Typed.number(filled.value("afterSeq")));
        var found = cases.page(scope.cases(around, kind, filled), after, SHOWN + 1);
        var more = more(filled);
        String next = null;
        if (found.size() > SHOWN) {
            var last = found.get(SHOWN - 1).after();
            next = scope.at("/supervisor/cases") + "&kind=" + kind.name() + "&" + Links.query(more) + "&afterOn="
                    + last.on() + "&afterCase=" + last.casefileId() + "&afterSeq=" + last.seq();
        }
        var shown = new Shown(scope, kind, more, found.stream().limit(SHOWN).toList(), next);
        return Reply.show(
                templates.supervisorCases(page, shown, around, figures.asOf().orElse(null)));
    }

    /** By what figures of an office, of a ground or of days narrow their cases further. */
    private static Map<String, String> more(Filled filled) {
        var more = new LinkedHashMap<String, String>();
        for (var name : List.of("office", "ground", "days")) {
            more.put(name, filled.value(name));
        }
        return more;
    }

    private static CaseList.Kind kind(Filled filled) {
        for (var kind : CaseList.Kind.values()) {
            if (kind.name().equals(filled.value("kind"))) {
                return kind;
            }
        }
        return CaseList.Kind.ALL;
    }

    @PostMapping("/supervisor/exports")
    Reply export(HttpServletRequest request, Actor by) {
        var filled = Typed.of(request, regions);
        var scope = FigureScope.of(filled, time.today());
        var kind = kind(filled);
        exports.ask(title(scope, kind, more(filled)), scope.cases(around, kind, filled), by);
        return Reply.seeOther("/supervisor/exports");
    }

    private String title(FigureScope scope, CaseList.Kind kind, Map<String, String> more) {
        var title = new StringBuilder(scope.from() + "至" + scope.until() + "办件");
        for (var part : List.of(
                scope.lead(),
                scope.item().isEmpty() ? "" : around.item(scope.item()),
                scope.applyAt().isEmpty() ? "" : "申请地" + ProvinceTile.nameOf(scope.applyAt()),
                scope.handledBy().isEmpty() ? "" : "业务属地" + ProvinceTile.nameOf(scope.handledBy()),
                kind == CaseList.Kind.ALL ? "" : kind.label(),
                more.getOrDefault("office", "").isEmpty() ? "" : around.office(more.getOrDefault("office", "")),
                more.getOrDefault("ground", ""))) {
            title.append(part.isEmpty() ? "" : "，" + part);
        }
        return title.toString();
    }

    @GetMapping("/supervisor/exports")
    Reply exports(Page page, Actor by) {
        return Reply.show(templates.supervisorExports(page, exports.of(by)));
    }

    /** The list alone, which the page fetches again while something is being made. */
    @GetMapping("/supervisor/exports/list")
    Reply exportList(Page page, Actor by) {
        return Reply.show(templates.supervisorExportList(page, exports.of(by)));
    }

    @GetMapping("/supervisor/exports/{id}")
    ResponseEntity<StreamingResponseBody> download(@PathVariable UUID id, Actor by) {
        var export = exports.done(id, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(export.title() + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> {
                    try {
                        exports.write(export, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
