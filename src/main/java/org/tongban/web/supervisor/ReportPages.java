package org.tongban.web.supervisor;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.LeadDepartments;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.supervision.ProgressReport;
import org.tongban.supervision.ProgressReport.Step;
import org.tongban.supervision.ReportPapers;
import org.tongban.supervision.Reports;
import org.tongban.web.Filled;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 年度报送: written and signed by departments, accepted or returned by the coordination office (policy M-32). */
@Controller
public class ReportPages {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Templates templates;
    private final Reports reports;
    private final ReportPapers papers;
    private final LeadDepartments departments;
    private final Surroundings around;
    private final Regions regions;
    private final Time time;

    ReportPages(
            Templates templates,
            Reports reports,
            ReportPapers papers,
            LeadDepartments departments,
            Surroundings around,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.reports = reports;
        this.papers = papers;
        this.departments = departments;
        this.around = around;
        this.regions = regions;
        this.time = time;
    }

    /** The year that is reported on now: until November the one before. */
    private int year(String typed) {
        int year = Typed.number(typed);
        return year > 0 ? year : Reports.reportedIn(time.today());
    }

    @GetMapping("/supervisor/reports")
    @Door.Only(Role.SUPERVISOR)
    Reply year(Page page, @RequestParam(defaultValue = "") String year) {
        int shown = year(year);
        return Reply.show(templates.supervisorReports(page, shown, reports.due(shown), departments, around));
    }

    /** Asks a department to report on more services. */
    @PostMapping("/supervisor/reports/{year}/ask")
    @Door.Only(Role.SUPERVISOR)
    Reply ask(Page page, @PathVariable int year, HttpServletRequest request, Actor by) {
        var filled = Typed.of(request, regions);
        var item = filled.value("item");
        var lead = around.lead(item);
        if (!lead.isEmpty()) {
            var items = new LinkedHashSet<>(List.of(item));
            reports.due(year).stream().filter(due -> due.lead().equals(lead)).forEach(due -> items.addAll(due.items()));
            reports.ask(lead, year, items, by);
        }
        return Reply.seeOther("/supervisor/reports?year=" + year);
    }

    @GetMapping("/supervisor/reports/{year}/{office}")
    @Door.Only(Role.SUPERVISOR)
    Reply report(Page page, @PathVariable int year, @PathVariable String office, Actor by) {
        return Reply.show(shown(page, find(lead(office), year, by), Filled.empty(regions), by));
    }

    @PostMapping("/supervisor/reports/{year}/{office}")
    @Door.Only(Role.SUPERVISOR)
    Reply judge(Page page, @PathVariable int year, @PathVariable String office, HttpServletRequest request, Actor by) {
        return act(page, lead(office), year, request, by);
    }

    @GetMapping("/manager/reports")
    @Door.Only({Role.MANAGER, Role.APPROVER})
    Reply own(Page page, @RequestParam(defaultValue = "") String year, Actor by) {
        int shown = year(year);
        var lead = reports.department(by).orElse("");
        var opened = reports.find(lead, shown, by);
        if (opened.isPresent()) {
            return Reply.show(shown(page, opened.get(), words(opened.get().report()), by));
        }
        var due = reports.due(shown).stream()
                .filter(one -> one.lead().equals(lead))
                .findFirst()
                .orElse(null);
        return Reply.show(templates.supervisorReportBegin(page, shown, due));
    }

    @PostMapping("/manager/reports/{year}/draft")
    @Door.Only(Role.MANAGER)
    Reply draft(@PathVariable int year, Actor by) {
        reports.draft(year, by);
        return Reply.seeOther("/manager/reports?year=" + year);
    }

    /** Saves the words, and where asked goes on with them. */
    @PostMapping("/manager/reports/{year}")
    @Door.Only({Role.MANAGER, Role.APPROVER})
    Reply write(Page page, @PathVariable int year, HttpServletRequest request, Actor by) {
        var lead = reports.department(by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return act(page, lead, year, request, by);
    }

    private Reply act(Page page, String lead, int year, HttpServletRequest request, Actor by) {
        var filled = Typed.of(request, regions);
        var opened = find(lead, year, by);
        int revision = Typed.number(filled.value("revision"));
        var step = step(filled.value("step"));
        try {
            if (step == Step.SAVED || step == Step.PROPOSED) {
                var words = new ProgressReport.Words(
                        filled.value("progress"), filled.value("problems"), filled.value("plan"));
                reports.save(year, revision++, words, by);
            }
            if (step != Step.SAVED) {
                reports.act(lead, year, new Reports.Turn(step, revision, filled.value("text")), by);
            }
        } catch (RefusedMove refused) {
            var again = reports.find(lead, year, by).orElse(opened);
            var general = opened.report().state().writable() ? "progress" : "text";
            return Reply.again(shown(page, again, Typed.refused(filled, refused, general), by));
        }
        return Reply.seeOther(
                by.role() == Role.SUPERVISOR ? "/supervisor/reports?year=" + year : "/manager/reports?year=" + year);
    }

    private static Step step(String name) {
        for (var step : Step.values()) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private Filled words(ProgressReport report) {
        return Typed.of(
                Map.of(
                        "progress", report.words().progress(),
                        "problems", report.words().problems(),
                        "plan", report.words().plan()),
                regions);
    }

    private JteModel shown(Page page, Reports.Opened opened, Filled filled, Actor by) {
        return templates.supervisorReport(page, opened, reports.possible(opened.report(), by), filled, around);
    }

    /** One report, or with {@code all} the year's compilation of those that were sent. */
    @GetMapping("/supervisor/reports/{year}/{office}/word")
    @Door.Only(Role.SUPERVISOR)
    ResponseEntity<byte[]> word(@PathVariable int year, @PathVariable String office, Actor by) {
        boolean all = office.equals("all");
        var name = (all ? "全省" : lead(office)) + year + "年“跨省通办”工作进展.docx";
        var content = all
                ? papers.compilation(year, reports.sent(year), reports.missing(year))
                : papers.word(find(lead(office), year, by).report());
        return file(content, name, WORD);
    }

    @GetMapping("/manager/reports/{year}/word")
    @Door.Only({Role.MANAGER, Role.APPROVER})
    ResponseEntity<byte[]> ownWord(@PathVariable int year, Actor by) {
        var lead = reports.department(by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return file(papers.word(find(lead, year, by).report()), lead + year + "年“跨省通办”工作进展.docx", WORD);
    }

    @GetMapping("/supervisor/reports/{year}/all/sheet")
    @Door.Only(Role.SUPERVISOR)
    ResponseEntity<byte[]> sheet(@PathVariable int year) {
        return file(papers.spreadsheet(year, reports.sent(year)), "全省" + year + "年“跨省通办”工作进展.xlsx", SHEET);
    }

    private static ResponseEntity<byte[]> file(byte[] content, String name, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    private Reports.Opened find(String lead, int year, Actor by) {
        return reports.find(lead, year, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String lead(String office) {
        return departments.department(office).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
