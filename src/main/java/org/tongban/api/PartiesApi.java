package org.tongban.api;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.casework.Act;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Party;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Task;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.identity.Vault;

/**
 * 当事人接口: a platform acts for the party whose identity it asserts (N-21), in cases that it filed and in those of others; it is shown what
 * concerns that party and can do what that party can. Identities stand in bodies, never in addresses.
 */
@RestController
@RequestMapping("/api/v1")
class PartiesApi {
    private static final int MOST = 100;

    private final Casework casework;
    private final Casebook casebook;
    private final CaseSearch search;
    private final Vault vault;
    private final ReadLog log;

    PartiesApi(Casework casework, Casebook casebook, CaseSearch search, Vault vault, ReadLog log) {
        this.casework = casework;
        this.casebook = casebook;
        this.search = search;
        this.vault = vault;
        this.log = log;
    }

    /** 当事人办理（接口）: what a party has to do or did, and how it ended. */
    record PartyTask(
            int task,
            String title,
            String state,
            @Nullable LocalDate dueOn,
            @Nullable String result) {
        static PartyTask of(Task task) {
            return new PartyTask(task.no(), task.title(), task.state().name(), task.dueOn(), task.result());
        }
    }

    /**
     * 当事人（接口）.
     *
     * @param name masked
     * @param identified whether the filing tells who it is; else an office checks who comes
     */
    record PartyMessage(int no, String key, String role, String name, boolean identified, List<PartyTask> tasks) {}

    /** 参加的办件（接口）. */
    record PartMessage(
            String number,
            String item,
            String state,
            @Nullable String outcome,
            String applicant) {}

    /**
     * 当事人所见（接口）.
     *
     * @param answers of the filing, what concerns this party
     * @param moves what this party can do now
     */
    record PartView(
            String number,
            int revision,
            String item,
            String state,
            @Nullable String outcome,
            String role,
            Map<String, Object> answers,
            List<PartyTask> tasks,
            List<CaseMessage.MoveMessage> moves) {}

    /** @param party whose identity the platform asserts */
    record Asserted(@Nullable ApplicantMessage party) {}

    /**
     * @param task number of the party's own task
     * @param result as the move's schema says
     * @param revision of the case when the party saw it
     */
    record Answer(
            @Nullable ApplicantMessage party,
            @Nullable Integer task,
            @Nullable String result,
            @Nullable String text,
            @Nullable Integer revision) {}

    /** @param revision of the case when the party saw it */
    record Withdrawal(
            @Nullable ApplicantMessage party, @Nullable Integer revision) {}

    /** The parties of a case, for who may read it whole. */
    @GetMapping("/cases/{number}/parties")
    @Door.Only({Role.PLATFORM, Role.OFFICE_SYSTEM})
    List<PartyMessage> parties(@PathVariable String number, Actor by) {
        long id = CaseNumbers.id(number);
        var file =
                casework.find(id, by).filter(found -> casebook.whole(found, by)).orElseThrow(() -> new NoSuchCase(id));
        return file.parties().stream()
                .map(party -> new PartyMessage(
                        party.no(),
                        party.key(),
                        party.role(),
                        party.masked(),
                        party.subject() != null,
                        file.tasks().stream()
                                .filter(t -> Objects.equals(t.party(), party.no()))
                                .map(PartyTask::of)
                                .toList()))
                .toList();
    }

    /** The cases in which the party takes part, newest first. */
    @PostMapping("/parts")
    @Door.Only(Role.PLATFORM)
    List<PartMessage> parts(@RequestBody Asserted asserted, Actor by) {
        var party = party(asserted.party(), by);
        log.record(by, ReadLog.What.PERSON, String.valueOf(party.subject()), "查询当事人参加的办件");
        return search.asParty(String.valueOf(party.subject()), MOST).stream()
                .map(row -> new PartMessage(
                        row.number().toString(),
                        row.itemId(),
                        row.state().name(),
                        row.outcome() == null ? null : row.outcome().name(),
                        row.applicantMasked()))
                .toList();
    }

    /** What the party is shown of one case. */
    @PostMapping("/parts/{number}")
    @Door.Only(Role.PLATFORM)
    PartView part(@PathVariable String number, @RequestBody Asserted asserted, Actor by) {
        return view(number, party(asserted.party(), by));
    }

    /** The party confirms, signs or does not agree. The same answer sent again changes nothing. */
    @PostMapping("/parts/{number}/answers")
    @Door.Only(Role.PLATFORM)
    PartView answer(@PathVariable String number, @RequestBody Answer answer, Actor by) {
        if (answer.task() == null || answer.revision() == null) {
            throw new BadRequest(answer.task() == null ? "task" : "revision", "请给出 task 和 revision");
        }
        var party = party(answer.party(), by);
        requireKnown(number, party);
        if (given(number, answer, party)) {
            return view(number, party);
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("result", Objects.requireNonNullElse(answer.result(), ""));
        if (answer.text() != null && !answer.text().isBlank()) {
            fields.put("text", answer.text().strip());
        }
        var act = new Act(Move.FINISH_STEP, answer.task(), fields);
        casework.act(CaseNumbers.id(number), answer.revision(), act, party);
        return view(number, party);
    }

    /** Whether this very answer stands already. */
    private boolean given(String number, Answer answer, Actor party) {
        var own = casebook.forParty(CaseNumbers.id(number), party).tasks().stream()
                .filter(task -> Objects.equals(task.no(), answer.task()))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedMove(new Refusal.Rule("not-your-task", "这不是这位当事人要办的。", "请从 tasks 里取当事人自己的待办序号。")));
        return !own.state().open() && Objects.equals(own.result(), answer.result());
    }

    /** The party withdraws, where the service lets one of them alone. */
    @PostMapping("/parts/{number}/withdraw")
    @Door.Only(Role.PLATFORM)
    PartView withdraw(@PathVariable String number, @RequestBody Withdrawal withdrawal, Actor by) {
        if (withdrawal.revision() == null) {
            throw new BadRequest("revision", "请给出 revision");
        }
        var party = party(withdrawal.party(), by);
        // the applicant withdraws where they filed, not by this door
        if (requireKnown(number, party).party().key().equals(Party.APPLICANT)) {
            throw new NoSuchCase(CaseNumbers.id(number));
        }
        casework.act(CaseNumbers.id(number), withdrawal.revision(), Act.of(Move.WITHDRAW, Map.of()), party);
        return view(number, party);
    }

    /** Known well enough for what the service decides (N-21), and a party here. */
    private Casebook.PartyView requireKnown(String number, Actor party) {
        var part = casebook.forParty(CaseNumbers.id(number), party);
        if (party.assurance() < part.item().assurance()) {
            throw new RefusedMove(new Refusal.Rule(
                    "weak-identity",
                    "“" + part.item().name() + "”的当事人需要更高级别的实名认证（N-21）。",
                    "请当事人升级认证，或者到任一“跨省通办”窗口确认。"));
        }
        return part;
    }

    private PartView view(String number, Actor party) {
        var part = casebook.forParty(CaseNumbers.id(number), party);
        var file = part.file();
        log.record(party, ReadLog.What.CASE, file.number().toString());
        return new PartView(
                file.number().toString(),
                file.revision(),
                file.itemId(),
                file.state().name(),
                file.outcome() == null ? null : file.outcome().name(),
                part.party().role(),
                part.answers(),
                part.tasks().stream().map(PartyTask::of).toList(),
                casework.possible(file, party).stream()
                        .filter(form -> form.move() == Move.FINISH_STEP || form.move() == Move.WITHDRAW)
                        .map(form -> new CaseMessage.MoveMessage(
                                form.move().apiName(), form.move().label(), form.task(), form.schema()))
                        .toList());
    }

    /** The platform with the party's own rights and no others: not with those of a case that it filed. */
    private Actor party(@Nullable ApplicantMessage party, Actor by) {
        if (party == null) {
            throw new BadRequest("party", "缺少当事人");
        }
        var who = party.applicant("party");
        return Actor.applicant(by.id(), by.name(), vault.subject(who), by.assurance());
    }
}
