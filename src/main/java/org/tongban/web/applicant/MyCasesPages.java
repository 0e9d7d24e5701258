package org.tongban.web.applicant;

import gg.jte.generated.precompiled.Templates;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.Drafts;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.web.DueIn;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 我的办件: what is not handed in yet, what is under way, what is done. */
@Controller
@Door.Only(Role.APPLICANT)
public class MyCasesPages {
    private static final int MOST = 100;

    private final Templates templates;
    private final CaseSearch search;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final CaseViews views;

    MyCasesPages(Templates templates, CaseSearch search, Drafts drafts, Catalogue catalogue, CaseViews views) {
        this.templates = templates;
        this.search = search;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.views = views;
    }

    /** 未提交的一份. */
    public record Unfinished(UUID id, String service, Instant savedAt) {}

    /** 办件的一行. */
    public record Mine(CaseSearch.Row row, String service, DueIn clock) {}

    @GetMapping("/my/cases")
    Reply list(Page page, Actor by) {
        var unfinished = drafts.of(by.id()).stream()
                .filter(draft -> catalogue.find(draft.itemId()).isPresent())
                .map(draft -> new Unfinished(draft.id(), service(draft.itemId()), draft.savedAt()))
                .toList();
        var mine = search.of(String.valueOf(by.subject()), MOST).stream()
                .map(row -> new Mine(
                        row,
                        service(row.itemId()),
                        row.outcome() == null ? views.dueIn(row.dueOn(), row.paused()) : DueIn.uncounted()))
                .toList();
        return Reply.show(templates.applicantCases(page, unfinished, mine));
    }

    private String service(String item) {
        return catalogue.find(item).map(Item::name).orElse(item);
    }
}
