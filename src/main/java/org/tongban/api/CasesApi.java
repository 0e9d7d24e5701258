package org.tongban.api;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.casework.Act;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.TaskMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;

/** 办件接口: open a case, see it with what can be done, make a move. A driver that knows no service needs nothing else. */
@RestController
@RequestMapping("/api/v1/cases")
@Door.SignedIn
class CasesApi {
    private static final int PAGE = 50;
    private static final int LONGEST_KEY = 200;

    private final Casework casework;
    private final Casebook casebook;
    private final CaseSearch search;
    private final Filings filings;
    private final Repeats repeats;
    private final Colleagues colleagues;
    private final Owed owed;

    CasesApi(
            Casework casework,
            Casebook casebook,
            CaseSearch search,
            Filings filings,
            Repeats repeats,
            Colleagues colleagues,
            Owed owed) {
        this.casework = casework;
        this.casebook = casebook;
        this.search = search;
        this.filings = filings;
        this.repeats = repeats;
        this.colleagues = colleagues;
        this.owed = owed;
    }

    /**
     * Opens a case. The same Idempotency-Key of the same client gives the same case again.
     *
     * @param key made by the client, once for each case it means to open
     */
    @PostMapping
    ResponseEntity<CaseMessage> open(
            @RequestBody SubmissionMessage body, @RequestHeader("Idempotency-Key") String key, Actor by) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new BadRequest("Idempotency-Key", "Idempotency-Key 要有 1 到 " + LONGEST_KEY + " 个字符");
        }
        var repeat = repeats.of(key, body, by);
        var file = repeat.isPresent() ? repeat.get() : openNew(body, key, by);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + file.number()))
                .body(message(file, by));
    }

    private Casefile openNew(SubmissionMessage body, String key, Actor by) {
        var submission = filings.submission(body, key, by);
        try {
            return body.atWindow() ? casework.receive(submission, null, by) : casework.submit(submission, by);
        } catch (RefusedMove e) {
            // the same request, sent twice at once: the other one was faster
            return repeats.of(key, body, by).orElseThrow(() -> e);
        }
    }

    @GetMapping("/{number}")
    CaseMessage show(@PathVariable String number, Actor by) {
        return message(casework.find(id(number), by).orElseThrow(() -> new NoSuchCase(id(number))), by);
    }

    /**
     * 办理请求.
     *
     * @param task number of the open task it answers, where the move is about one
     * @param fields as the move's schema says
     * @param revision of the case when the caller saw it
     */
    record MoveRequest(
            @Nullable String move,
            @Nullable Integer task,
            @Nullable Map<String, Object> fields,
            @Nullable Integer revision) {}

    @PostMapping("/{number}/moves")
    CaseMessage move(@PathVariable String number, @RequestBody MoveRequest request, Actor by) {
        if (request.move() == null || request.revision() == null) {
            throw new BadRequest(request.move() == null ? "move" : "revision", "请给出 move 和 revision");
        }
        var fields = request.fields() == null ? Map.<String, Object>of() : request.fields();
        // what a supplement brings was uploaded by the system itself
        var supplement = request.move().equals(Move.SUPPLEMENT.apiName());
        var person = supplement ? by : colleagues.behind(by, fields);
        var own = new LinkedHashMap<>(fields);
        own.remove(Colleagues.BY);
        var taskMove = TaskMove.named(request.move());
        if (taskMove.isPresent()) {
            if (request.task() == null) {
                throw new BadRequest("task", "“" + taskMove.get().label() + "”要给出待办的序号 task");
            }
            return message(casework.assign(id(number), request.task(), taskMove.get(), own, person), by);
        }
        var move =
                Move.named(request.move()).orElseThrow(() -> new BadRequest("move", "没有名为“" + request.move() + "”的动作"));
        return message(casework.act(id(number), request.revision(), new Act(move, request.task(), own), person), by);
    }

    /** 办理记录（接口）. */
    record EventMessage(
            int seq, Instant at, String by, @Nullable String office, String type, String text, String hash) {}

    @GetMapping("/{number}/events")
    List<EventMessage> events(@PathVariable String number, Actor by) {
        return casebook.open(id(number), by).lines().stream()
                .map(l -> new EventMessage(
                        l.entry().seq(),
                        l.entry().at(),
                        l.entry().by().name(),
                        l.entry().by().office(),
                        l.entry().event().getClass().getSimpleName(),
                        l.text(),
                        l.entry().hash()))
                .toList();
    }

    /** 办件列表（接口）: a page and where the next one begins; null: this is the last. */
    record CasePage(List<Summary> cases, @Nullable String cursor) {}

    /** 办件摘要（接口）. */
    record Summary(
            String number,
            String item,
            String state,
            @Nullable String outcome,
            String office,
            @Nullable LocalDate dueOn,
            boolean paused) {}

    /**
     * The cases of an office, or those that a platform handed in.
     *
     * @param office of an office's system its own, which is meant where none is given; of a platform any
     * @param dueBefore only open cases, unless {@code state} says otherwise
     */
    @GetMapping
    CasePage list(
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(name = "due_before", required = false) @Nullable LocalDate dueBefore,
            @RequestParam(required = false) @Nullable String cursor,
            Actor by) {
        var wanted = new CaseSearch.Wanted(state, dueBefore, cursor == null ? 0 : after(cursor), PAGE + 1);
        var rows = by.role() == Role.PLATFORM
                ? search.filedBy(by.id(), office, wanted)
                : search.of(ownOffice(office, by), wanted);
        var page = rows.stream().limit(PAGE).toList();
        return new CasePage(
                page.stream().map(CasesApi::summary).toList(),
                rows.size() > PAGE ? page.getLast().number().toString() : null);
    }

    private static String ownOffice(@Nullable String office, Actor by) {
        var own = by.office();
        if (own == null || (office != null && !by.worksAt(office))) {
            throw new BadRequest("office", "只能查询本机构的办件");
        }
        return own;
    }

    private static long after(String cursor) {
        return CaseNumber.parse(cursor)
                .orElseThrow(() -> new BadRequest("cursor", "cursor 要用上一页给出的值"))
                .id();
    }

    private static Summary summary(CaseSearch.Row row) {
        var outcome = row.outcome() == null ? null : row.outcome().name();
        return new Summary(
                row.number().toString(),
                row.itemId(),
                row.state().name(),
                outcome,
                row.office(),
                row.dueOn(),
                row.paused());
    }

    private CaseMessage message(Casefile file, Actor by) {
        if (casebook.sentAway(file, by).isPresent()) {
            return CaseMessage.sentAway(file);
        }
        var open = colleagues.open(file, by);
        return CaseMessage.of(file, open, owed.of(file, by));
    }

    private static long id(String number) {
        return CaseNumbers.id(number);
    }
}
