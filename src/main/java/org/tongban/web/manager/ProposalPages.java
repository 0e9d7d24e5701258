package org.tongban.web.manager;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Proposals;
import org.tongban.catalogue.RefusedChange;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.Words;

/** 改动建议页: what is to change, old and new; its author sends it, a second person publishes it or gives it back. */
@Controller
@RequestMapping("/manager/proposals/{id}")
@Door.Only(Role.MANAGER)
class ProposalPages {
    private final Templates templates;
    private final Proposals proposals;
    private final ProposalViews views;
    private final Regions regions;
    private final Time time;

    ProposalPages(Templates templates, Proposals proposals, ProposalViews views, Regions regions, Time time) {
        this.templates = templates;
        this.proposals = proposals;
        this.views = views;
        this.regions = regions;
        this.time = time;
    }

    @GetMapping
    Reply show(Page page, @PathVariable UUID id, Actor by, HttpServletRequest request) {
        var view = views.of(found(id, by), by);
        return Reply.show(templates.managerProposal(page, view, List.of(), "", Notice.take(request)));
    }

    @PostMapping("/send")
    Reply send(Page page, @PathVariable UUID id, @RequestParam int revision, Actor by, HttpServletRequest request) {
        try {
            proposals.send(by, id, revision);
            Notice.of(Words.later("已提交。请本单位另一位管理员复核发布。")).keep(request);
            return back(id);
        } catch (RefusedChange e) {
            return refused(page, id, by, e, "");
        }
    }

    @PostMapping("/publish")
    Reply publish(Page page, @PathVariable UUID id, @RequestParam int revision, Actor by, HttpServletRequest request) {
        try {
            proposals.publish(by, id, revision);
            Notice.of(Words.later("已发布。从起始日起，申请页面按新的内容显示；正在办的办件不受影响。")).keep(request);
            return back(id);
        } catch (RefusedChange e) {
            return refused(page, id, by, e, "");
        }
    }

    @PostMapping("/return")
    Reply sendBack(
            Page page,
            @PathVariable UUID id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String remark,
            Actor by) {
        try {
            proposals.sendBack(by, id, revision, remark);
            return back(id);
        } catch (RefusedChange e) {
            return refused(page, id, by, e, remark);
        }
    }

    @PostMapping("/withdraw")
    Reply withdraw(Page page, @PathVariable UUID id, @RequestParam int revision, Actor by, HttpServletRequest request) {
        try {
            proposals.withdraw(by, id, revision);
            Notice.of(Words.later("已撤回，什么也没有改动。")).keep(request);
            return back(id);
        } catch (RefusedChange e) {
            return refused(page, id, by, e, "");
        }
    }

    /** 去掉一处, of several that are proposed together. */
    @PostMapping("/drop")
    Reply drop(Page page, @PathVariable UUID id, @RequestParam int revision, @RequestParam int change, Actor by) {
        try {
            var content = found(id, by).content();
            var left = new ArrayList<>(content.changes());
            if (change >= 0 && change < left.size()) {
                left.remove(change);
            }
            var without = new Proposal.Content(
                    content.place(),
                    content.from(),
                    content.until(),
                    content.instrument(),
                    content.note(),
                    left,
                    content.ends());
            proposals.change(by, id, revision, without);
            return back(id);
        } catch (RefusedChange e) {
            return refused(page, id, by, e, "");
        }
    }

    /** 停止执行: a published change is ended by a proposal of its own. */
    @GetMapping("/end")
    Reply askEnd(Page page, @PathVariable UUID id, Actor by) {
        var view = running(id, by);
        var values = Formality.values(null, time.today());
        return Reply.show(templates.managerEnd(page, view, new Filled(values, Map.of(), regions)));
    }

    @PostMapping("/end")
    Reply end(Page page, @PathVariable UUID id, Actor by, HttpServletRequest request) {
        var view = running(id, by);
        var post = FormPost.of(List.of(), request.getParameterMap(), regions);
        var sheet = new Sheet(post.parameters());
        var content = Formality.read(sheet, List.of(), id);
        if (content != null) {
            try {
                return back(proposals.enter(by, view.item().id(), content).id());
            } catch (RefusedChange e) {
                sheet.error(Formality.FROM, String.join("；", e.reasons()));
            }
        }
        return Reply.again(templates.managerEnd(page, view, post.filled().withErrors(sheet.errors())));
    }

    private ProposalView running(UUID id, Actor by) {
        var view = views.of(found(id, by), by);
        if (!view.running()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view;
    }

    private Reply refused(Page page, UUID id, Actor by, RefusedChange refused, String remark) {
        var view = views.of(found(id, by), by);
        return Reply.again(templates.managerProposal(page, view, refused.reasons(), remark, null));
    }

    private static Reply back(UUID id) {
        return Reply.seeOther("/manager/proposals/" + id);
    }

    private Proposal found(UUID id, Actor by) {
        return proposals.find(id, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
