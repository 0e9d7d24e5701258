package org.tongban.web.officer;

import gg.jte.generated.precompiled.Templates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.casework.CaseState;
import org.tongban.casework.CustodyList;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.web.Deadlines;
import org.tongban.web.DueIn;
import org.tongban.web.Names;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 本机构的原件: what an office keeps of others' paper, awaits and has sent; due back first, so that nothing stays too long (policy M-08). */
@Controller
@RequestMapping("/desk/originals")
@Door.Only({Role.OFFICER, Role.APPROVER})
public class OriginalsPages {
    private static final int PAGE = 50;

    private final Templates templates;
    private final CustodyList custody;
    private final Catalogue catalogue;
    private final Names names;
    private final Deadlines deadlines;

    OriginalsPages(Templates templates, CustodyList custody, Catalogue catalogue, Names names, Deadlines deadlines) {
        this.templates = templates;
        this.custody = custody;
        this.catalogue = catalogue;
        this.names = names;
        this.deadlines = deadlines;
    }

    /**
     * 一件原件.
     *
     * @param parcel carrier and number; null unless under way
     * @param due how near the day is on which it goes back
     */
    public record Line(
            String path,
            String name,
            String service,
            String applicant,
            String where,
            @Nullable String parcel,
            @Nullable LocalDate dueBackOn,
            DueIn due,
            boolean closed) {}

    @GetMapping
    Reply list(
            Page page,
            @RequestParam(defaultValue = "here") String group,
            @RequestParam(defaultValue = "") String after,
            Actor by) {
        var wanted = Arrays.stream(CustodyList.Group.values())
                .filter(one -> one.key().equals(group))
                .findFirst()
                .orElse(CustodyList.Group.HERE);
        var rows = custody.page(Objects.requireNonNull(by.office()), wanted, after(after), PAGE + 1);
        var shown = rows.stream().limit(PAGE).toList();
        var next = rows.size() > PAGE ? "/desk/originals?group=" + wanted.key() + "&after=" + next(shown) : null;
        return Reply.show(templates.officerOriginalList(
                page, wanted, shown.stream().map(this::line).toList(), next));
    }

    private Line line(CustodyList.Row row) {
        var to = row.sentTo();
        var number = row.trackingNumber();
        return new Line(
                CasePaths.of(row.number().toString()),
                row.name(),
                catalogue.find(row.itemId()).map(Item::name).orElse(row.itemId()),
                row.applicantMasked(),
                to == null ? names.office(row.holder()) : "寄往 " + names.office(to),
                to == null ? null : number == null ? row.holder() : row.holder() + " " + number,
                row.dueBackOn(),
                deadlines.due(row.dueBackOn(), null),
                row.state() == CaseState.CLOSED);
    }

    private static String next(List<CustodyList.Row> shown) {
        var after = shown.getLast().after();
        return after.dueBackOn() + "_" + after.casefileId() + "_" + after.key();
    }

    /** What is no place to go on from begins at the first page. */
    private static CustodyList.@Nullable After after(String text) {
        var parts = List.of(text.split("_", 3));
        try {
            return parts.size() == 3
                    ? new CustodyList.After(
                            LocalDate.parse(parts.getFirst()), Long.parseLong(parts.get(1)), parts.get(2))
                    : null;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
