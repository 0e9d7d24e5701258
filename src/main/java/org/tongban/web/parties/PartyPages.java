package org.tongban.web.parties;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
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
import org.tongban.casework.Act;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.MoveForm;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.Notice;
import org.tongban.web.Page;
import org.tongban.web.Reply;
import org.tongban.web.ShownAnswers;
import org.tongban.web.Words;

/** 要我确认的: the cases of others in which somebody takes part; they see what concerns them and answer for themselves. */
@Controller
@RequestMapping("/my/parts")
@Door.Only(Role.APPLICANT)
public class PartyPages {
    private static final int MOST = 100;

    private final Templates templates;
    private final CaseSearch search;
    private final Casebook casebook;
    private final Casework casework;
    private final Catalogue catalogue;
    private final ReadLog log;
    private final Regions regions;

    PartyPages(
            Templates templates,
            CaseSearch search,
            Casebook casebook,
            Casework casework,
            Catalogue catalogue,
            ReadLog log,
            Regions regions) {
        this.templates = templates;
        this.search = search;
        this.casebook = casebook;
        this.casework = casework;
        this.catalogue = catalogue;
        this.log = log;
        this.regions = regions;
    }

    /** 参加的一件. */
    public record Part(CaseSearch.Row row, String service) {}

    /**
     * 当事人的一页.
     *
     * @param doable what this party can do now
     * @param refusal why the last try was refused; null: none was
     */
    public record View(
            Casebook.PartyView part,
            List<ShownAnswers.Line> answers,
            List<MoveForm> doable,
            @Nullable Refusal refusal) {

        public String path() {
            return "/my/parts/" + part.file().number();
        }

        public boolean withdraws() {
            return doable.stream().anyMatch(m -> m.move() == Move.WITHDRAW);
        }

        /** What each of the party's own tasks can be answered with. */
        public List<MoveForm> tasks() {
            return doable.stream().filter(m -> m.move() == Move.FINISH_STEP).toList();
        }
    }

    @GetMapping
    Reply list(Page page, Actor by) {
        var parts = search.asParty(String.valueOf(by.subject()), MOST).stream()
                .map(row -> new Part(
                        row, catalogue.find(row.itemId()).map(Item::name).orElse(row.itemId())))
                .toList();
        return Reply.show(templates.partiesList(page, parts));
    }

    @GetMapping("/{number}")
    Reply show(Page page, @PathVariable String number, Actor by, HttpServletRequest request) {
        return Reply.show(templates.partiesPart(page, view(number, by, null), Notice.take(request)));
    }

    /** Where signing in again leads after a lost session. */
    @GetMapping({"/{number}/tasks/{task}", "/{number}/withdraw"})
    Reply back(@PathVariable String number) {
        return Reply.seeOther("/my/parts/" + number);
    }

    /** 当事人的答复. */
    record Answered(
            @Nullable String result,
            @Nullable String text,
            @Nullable Integer revision) {}

    @PostMapping("/{number}/tasks/{task}")
    Reply answer(Page page, @PathVariable String number, @PathVariable int task, Answered answered, Actor by) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("result", Objects.requireNonNullElse(answered.result(), ""));
        var text = Objects.requireNonNullElse(answered.text(), "").strip();
        if (!text.isEmpty()) {
            fields.put("text", text);
        }
        int revision = Objects.requireNonNullElse(answered.revision(), 0);
        return make(page, new Attempt(number, revision, new Act(Move.FINISH_STEP, task, fields)), by);
    }

    @PostMapping("/{number}/withdraw")
    Reply withdraw(
            Page page,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int revision,
            Actor by,
            HttpServletRequest request) {
        var reply = make(page, new Attempt(number, revision, Act.of(Move.WITHDRAW, Map.of())), by);
        if (reply instanceof Reply.SeeOther) {
            Notice.of(Words.later("已撤回，这件办件结束了。")).keep(request);
        }
        return reply;
    }

    private record Attempt(String number, int revision, Act act) {}

    private Reply make(Page page, Attempt attempt, Actor by) {
        try {
            casework.act(id(attempt.number()), attempt.revision(), attempt.act(), by);
            return Reply.seeOther("/my/parts/" + attempt.number());
        } catch (RefusedMove e) {
            var again = templates.partiesPart(page, view(attempt.number(), by, e.refusal()), null);
            return e.refusal() instanceof Refusal.Stale
                    ? new Reply.Tell(HttpStatus.CONFLICT.value(), again)
                    : Reply.again(again);
        }
    }

    private View view(String number, Actor by, @Nullable Refusal refusal) {
        long id = id(number);
        var part = casebook.forParty(id, by);
        log.record(by, ReadLog.What.CASE, part.file().number().toString());
        var answers = new ShownAnswers(regions, null).lines(part.item().form(), part.answers());
        return new View(part, answers, casework.possible(part.file(), by), refusal);
    }

    private static long id(String number) {
        return CaseNumber.parse(number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .id();
    }
}
