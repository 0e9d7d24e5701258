package org.tongban.web.notices;

import gg.jte.generated.precompiled.Templates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
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
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casebook;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.notices.Notice;
import org.tongban.notices.NoticeKind;
import org.tongban.notices.NoticeText;
import org.tongban.notices.NoticeTexts;
import org.tongban.notices.Notices;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Words;

/** 我的通知: what somebody was told, latest first; one opened is read. */
@Controller
@RequestMapping("/my/notices")
@Door.SignedIn
public class InboxPages {
    private static final int SIZE = 20;

    private final Templates templates;
    private final Notices notices;
    private final NoticeTexts texts;
    private final Casebook casebook;

    InboxPages(Templates templates, Notices notices, NoticeTexts texts, Casebook casebook) {
        this.templates = templates;
        this.notices = notices;
        this.texts = texts;
        this.casebook = casebook;
    }

    /** 通知的一行: with its words. */
    public record Line(Notice notice, NoticeText text) {
        /** Whether it is of one case; what tells of a bad rating names none (N-31). */
        public boolean ofCase() {
            return notice.casefileId() != 0;
        }

        public String path() {
            return "/my/notices/" + notice.number() + "/" + notice.occasion();
        }
    }

    /**
     * 打开的通知.
     *
     * @param words that the office wrote for it; empty: none
     * @param leads where it leads: the case, or what else it tells of
     */
    public record Opened(Line line, String words, Leads leads) {}

    /** 去处: the page that a notice leads to, and what the button says. */
    public record Leads(String path, String text) {}

    @GetMapping
    Reply list(
            Page page,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam(defaultValue = "") String occasion,
            Actor by) {
        var found = notices.inbox(by, after(at, id, occasion), SIZE + 1);
        var lines = found.stream().limit(SIZE).map(notice -> line(notice, page)).toList();
        var next = found.size() > SIZE ? next(lines.getLast().notice().after()) : null;
        boolean applicant = by.role() == Role.APPLICANT;
        return Reply.show(templates.noticesInbox(page, lines, next, applicant));
    }

    @PostMapping("/read")
    Reply readAll(Actor by) {
        notices.readAll(by);
        return Reply.seeOther("/my/notices");
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping("/read")
    Reply back() {
        return Reply.seeOther("/my/notices");
    }

    @GetMapping("/{number}/{occasion}")
    Reply show(Page page, @PathVariable String number, @PathVariable String occasion, Actor by) {
        long id = CaseNumber.parse(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
        var notice =
                notices.open(id, occasion, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var opened = new Opened(line(notice, page), words(notice, by), leads(notice, by));
        return Reply.show(templates.noticesNotice(page, opened));
    }

    private Line line(Notice notice, Page page) {
        return new Line(notice, texts.of(notice, page.english()));
    }

    /** What the office wrote for the applicant (reasons of an extension, what to supplement); L-21, L-24. */
    private String words(Notice notice, Actor by) {
        var event = notice.event();
        if (event == null || by.role() != Role.APPLICANT || notice.standing() == Notice.Standing.PARTY) {
            return "";
        }
        return casebook.open(notice.casefileId(), by).lines().stream()
                .filter(line -> line.entry().seq() == event && line.entry().by().office() != null)
                .map(line -> Objects.toString(line.words().get("text"), ""))
                .findFirst()
                .orElse("");
    }

    private static Leads leads(Notice notice, Actor by) {
        var reference = notice.facts().getOrDefault("ref", "");
        var year = notice.facts().getOrDefault("year", "");
        return switch (notice.kind()) {
            case RATING_TICKET, RATING_REVIEW -> new Leads("/redress", Words.later("打开差评工单"));
            case ORDER_CAME, ORDER_MOVED -> new Leads("/orders/" + reference, Words.later("打开督办单"));
            case ORDER_ANSWERED -> new Leads("/supervisor/orders/" + reference, Words.later("打开督办单"));
            case PROBLEM_CAME -> new Leads("/tickets/" + reference, Words.later("打开反映的问题"));
            case REPORT_NEAR, REPORT_LATE, REPORT_MOVED ->
                new Leads("/manager/reports?year=" + year, Words.later("打开年度报送"));
            case REPORT_CAME -> new Leads("/supervisor/reports/" + year + "/" + reference, Words.later("打开年度报送"));
            default -> new Leads(casePath(notice, by), Words.later("打开办件"));
        };
    }

    private static String casePath(Notice notice, Actor by) {
        var number = notice.number().toString();
        if (notice.standing() == Notice.Standing.PARTY) {
            return "/my/parts/" + number;
        }
        return switch (by.role()) {
            case APPLICANT ->
                notice.kind() == NoticeKind.RATING_ANSWERED
                        ? "/my/cases/" + number + "#ratings"
                        : "/my/cases/" + number;
            case CLERK -> "/counter/cases/" + number;
            default -> "/desk/cases/" + number;
        };
    }

    private static Notice.@Nullable After after(@Nullable String at, long id, String occasion) {
        try {
            return at == null ? null : new Notice.After(Instant.parse(at), id, occasion);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String next(Notice.After last) {
        return "/my/notices?at=" + last.createdAt() + "&id=" + last.casefileId() + "&occasion="
                + URLEncoder.encode(last.occasion(), StandardCharsets.UTF_8);
    }

    /** For templates: whether any line is unread. */
    public static boolean anyUnread(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.notice().unread());
    }
}
