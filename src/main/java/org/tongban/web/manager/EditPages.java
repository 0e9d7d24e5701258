package org.tongban.web.manager;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Change;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Outlooks;
import org.tongban.catalogue.Proposal;
import org.tongban.catalogue.Proposals;
import org.tongban.catalogue.RefusedChange;
import org.tongban.catalogue.Trials;
import org.tongban.catalogue.Trials.RuleTrial;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.FormPost;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 改动页: one kind of change, entered in words; what is wrong is told before anything is kept. */
@Controller
@RequestMapping("/manager/items/{id}/edit/{editor}")
@Door.Only(Role.MANAGER)
class EditPages {
    private static final String CHECK = "check";
    private static final String REMOVE = "remove";

    private final Templates templates;
    private final ManagedItems managed;
    private final Proposals proposals;
    private final Outlooks outlooks;
    private final Trials trials;
    private final Regions regions;
    private final Time time;

    EditPages(
            Templates templates,
            ManagedItems managed,
            Proposals proposals,
            Outlooks outlooks,
            Trials trials,
            Regions regions,
            Time time) {
        this.templates = templates;
        this.managed = managed;
        this.proposals = proposals;
        this.outlooks = outlooks;
        this.trials = trials;
        this.regions = regions;
        this.time = time;
    }

    /** 改的是哪一处, as the address has it. */
    record Target(
            String id,
            String editor,
            @Nullable String part,
            @Nullable UUID proposal) {}

    /** What is edited now: the service as the proposal so far would have it. */
    private record Desk(
            Item item, Editor editor, String part, @Nullable Proposal proposal) {}

    @GetMapping
    Reply show(Page page, Target target, Actor by) {
        var desk = desk(target, by);
        var values = new LinkedHashMap<>(desk.editor().values(desk.item(), desk.part()));
        values.putAll(Formality.values(desk.proposal(), time.today()));
        return Reply.show(templates.managerEdit(page, view(desk, new Filled(values, Map.of(), regions), null)));
    }

    @PostMapping
    Reply enter(Page page, Target target, Actor by, HttpServletRequest request) {
        var desk = desk(target, by);
        var post = FormPost.of(Formality.FIELDS, request.getParameterMap(), regions);
        if (post.parameters().containsKey(CHECK)) {
            var rule = new Sheet(post.parameters()).text(ConditionEditor.RULE);
            var checked = trials.rule(desk.item(), rule);
            return Reply.show(templates.managerEdit(page, view(desk, post.filled(), checked)));
        }
        if (post.showsAgain()) {
            return Reply.show(templates.managerEdit(page, view(desk, post.filled(), null)));
        }
        var sheet = new Sheet(post.parameters());
        var content = content(desk, sheet, post.parameters().containsKey(REMOVE));
        if (content != null) {
            try {
                return Reply.seeOther(
                        "/manager/proposals/" + keep(desk, content, by).id());
            } catch (RefusedChange e) {
                var about = questions(desk).isEmpty()
                        ? Formality.FROM
                        : questions(desk).getFirst().name();
                sheet.error(about, String.join("；", e.reasons()));
            }
        }
        return Reply.again(templates.managerEdit(page, view(desk, post.filled().withErrors(sheet.errors()), null)));
    }

    private static List<Question> questions(Desk desk) {
        return desk.editor().questions(desk.item(), desk.part());
    }

    private Proposal.@Nullable Content content(Desk desk, Sheet sheet, boolean removing) {
        var removal = removing ? desk.editor().removal(desk.item(), desk.part()) : null;
        var changes = removal == null ? desk.editor().changes(desk.item(), desk.part(), sheet) : List.of(removal);
        return Formality.read(sheet, together(desk.proposal(), changes), null);
    }

    /** What was entered before and what is entered now; a value that is entered again counts as it is now. */
    private static List<Change> together(@Nullable Proposal proposal, List<Change> changes) {
        if (proposal == null) {
            return changes;
        }
        var all = new ArrayList<>(proposal.changes());
        all.removeIf(old -> !old.path().endsWith("[+]")
                && changes.stream().anyMatch(now -> now.path().equals(old.path())));
        all.addAll(changes);
        return all;
    }

    private Proposal keep(Desk desk, Proposal.Content content, Actor by) {
        var proposal = desk.proposal();
        return proposal == null
                ? proposals.enter(by, desk.item().id(), content)
                : proposals.change(by, proposal.id(), proposal.revision(), content);
    }

    private Desk desk(Target target, Actor by) {
        var item = managed.item(target.id(), by);
        var editor = Editors.of(target.editor()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var part = target.part() == null ? "" : target.part();
        var proposal = target.proposal() == null ? null : managed.editable(target.proposal(), item, by);
        var edited = proposal == null ? item : outlooks.of(proposal).after();
        if (!editor.knows(edited, part) || (editor instanceof TermsEditor && proposal == null)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Desk(edited, editor, part, proposal);
    }

    private EditView view(Desk desk, Filled filled, @Nullable RuleTrial checked) {
        var keys = new LinkedHashMap<String, String>();
        desk.item().form().forEach(field -> keys.put(field.key(), word(field)));
        return new EditView(
                desk.item(),
                desk.editor().key(),
                desk.part(),
                desk.editor().title(),
                desk.editor().intro(),
                questions(desk),
                desk.proposal(),
                filled,
                desk.editor().removal(desk.item(), desk.part()) != null,
                checked,
                keys);
    }

    private static String word(Field field) {
        return switch (field) {
            case Field.Select select -> field.label() + "（" + String.join("、", select.options()) + "）";
            case Field.Multiselect several -> field.label() + "（" + String.join("、", several.options()) + "）";
            case Field.Text _,
                    Field.Textarea _,
                    Field.Whole _,
                    Field.Decimal _,
                    Field.Money _,
                    Field.Date _,
                    Field.Month _,
                    Field.Year _,
                    Field.YesNo _,
                    Field.RegionCode _,
                    Field.IdCard _,
                    Field.Identity _,
                    Field.CreditCode _,
                    Field.Phone _,
                    Field.Email _,
                    Field.BankCard _,
                    Field.Rows _ -> field.label();
        };
    }
}
