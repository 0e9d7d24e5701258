package org.tongban.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.files.Files;
import org.tongban.identity.Actor;
import org.tongban.identity.Mandates;
import org.tongban.identity.People;
import org.tongban.identity.Role;
import org.tongban.identity.Vault;
import org.tongban.places.Offices;

/**
 * 办件的门: the only way to open or change a case. One row of {@link Moves}, one appended {@link CaseEvent}, one transaction.
 *
 * <p>Every method refuses by {@link RefusedMove}, whose text is for the person who tried; nothing has changed then.
 */
@Component
public class Casework {
    private final CasefileStore store;
    private final Catalogue catalogue;
    private final HolidayCalendar calendar;
    private final Time time;
    private final Vault vault;
    private final Opening opening;
    private final Files files;
    private final Offices offices;
    private final People people;
    private final Mandates mandates;
    private final TransactionTemplate transaction;
    private final int extensionDays;
    private final int handOverDays;

    Casework(
            CasefileStore store,
            Catalogue catalogue,
            HolidayCalendar calendar,
            Time time,
            Vault vault,
            Opening opening,
            Files files,
            Offices offices,
            People people,
            Mandates mandates,
            TransactionTemplate transaction,
            @Value("${tongban.casework.extension-working-days:10}") int extensionDays,
            @Value("${tongban.casework.hand-over-working-days:0}") int handOverDays) {
        this.store = store;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.time = time;
        this.vault = vault;
        this.opening = opening;
        this.files = files;
        this.offices = offices;
        this.people = people;
        this.mandates = mandates;
        this.transaction = transaction;
        this.extensionDays = extensionDays;
        this.handOverDays = handOverDays;
    }

    /** 提交: hands in a case where it is handled; a service on the spot runs to its decision in the same transaction. */
    @Transactional
    public Casefile submit(Submission submission, Actor by) {
        return open(submission, null, by, false);
    }

    /** 提交, by the window that this person or organisation came to: handed in where it is handled. */
    @Transactional
    public Casefile submit(Submission submission, Attendance attendance, Actor by) {
        return open(submission, attendance, by, false);
    }

    /**
     * 收件: a window takes it in for a place elsewhere (M-06): received, not yet accepted.
     *
     * @param attendance null only where the window's own system receives it
     */
    @Transactional
    public Casefile receive(Submission submission, @Nullable Attendance attendance, Actor by) {
        if (by.role() != Role.CLERK && by.role() != Role.OFFICE_SYSTEM) {
            throw new RefusedMove(new Refusal.NotYours(Move.RECEIVE, Who.COUNTER.label()));
        }
        return open(submission, attendance, by, true);
    }

    private Casefile open(Submission asked, @Nullable Attendance attendance, Actor by, boolean atWindow) {
        var submission = asked.at(catalogue.holding(asked.item(), asked.filing(), time.today()));
        var opened = opening.prepare(submission, attendance, by, time.now(), atWindow);
        var repeat = store.requestOf(opened.file().casefileId());
        if (repeat.isPresent()) {
            return repeated(opened, repeat.get());
        }
        ActingForAnother.require(mandates, opened.file(), submission.filing().relation(), by);
        var change = new CaseChange(opened.file(), time.now());
        var receipt = new Receipt(submission.item(), ledger());
        if (atWindow) {
            receipt.received(change);
        } else {
            receipt.handedIn(change);
        }
        var after = change.after();
        var entry = EntryText.write(null, after, opened.event(), by, change.at);
        try {
            store.open(sealed(after, entry), entry, List.of(opened.paper()), opened.key(), opened.request());
        } catch (DuplicateKeyException e) {
            throw RefusedMove.rule("in-progress", "同一申请正在提交。", "请稍后在“我的办件”里查看。");
        }
        files.bind(fileIds(submission), by.id(), opened.file().casefileId());
        var file = sealed(after, entry);
        return opened.instant() && file.state() == CaseState.SUBMITTED
                ? runInstantly(file, opened.key(), submission.item())
                : file;
    }

    private static List<UUID> fileIds(Submission submission) {
        return submission.materials().values().stream()
                .flatMap(List::stream)
                .map(UUID::fromString)
                .distinct()
                .toList();
    }

    /** The case that this request of this person opened, if it did: for a repeat of which nothing is left but the request. */
    @Transactional(readOnly = true)
    public Optional<Casefile> opened(String request, Actor by) {
        var digest = Opening.digest(request, by);
        long id = opening.id(digest);
        return store.requestOf(id).filter(digest::equals).flatMap(_ -> find(id, by));
    }

    private Casefile repeated(Opening.Opened opened, String request) {
        if (!request.equals(opened.request())) {
            throw RefusedMove.rule("number-taken", "办件编号被占用。", "请再提交一次。");
        }
        return store.read(opened.file().casefileId()).orElseThrow().file();
    }

    /** 即办件: accepted, granted and delivered at once by the same table (L-30). */
    private Casefile runInstantly(Casefile file, byte[] key, Item item) {
        var accepted = run(file, key, item, Act.of(Move.ACCEPT), Actor.CLOCK);
        var results = item.results().stream().map(r -> r.name()).toList();
        var granted = run(accepted, key, item, Act.of(Move.GRANT, Map.of("results", results)), Actor.CLOCK);
        return run(granted, key, item, Act.of(Move.DELIVER, Map.of("way", "网上送达")), Actor.CLOCK);
    }

    /**
     * 办理: makes one move.
     *
     * @param revision the revision the person saw; if the case has moved on, they are told what changed
     */
    public Casefile act(long id, int revision, Act act, Actor by) {
        return unlocked(id, revision, act, by)
                .orElseGet(() -> Objects.requireNonNull(transaction.execute(_ -> locked(id, revision, act, by))));
    }

    /**
     * A case that was here lately, and then was what the person saw, needs no lock: it is written as long as it still is. Empty where
     * anything stands in the way: somebody was faster, a refusal, which must be about the case as it is, or files that are to be bound too.
     */
    private Optional<Casefile> unlocked(long id, int revision, Act act, Actor by) {
        if (act.move() == Move.SUPPLEMENT) {
            return Optional.empty();
        }
        try {
            return store.recent(id)
                    .filter(held -> held.file().revision() == revision)
                    .map(held -> act(held, act, by));
        } catch (RefusedMove | NoSuchCase | CasefileStore.Overtaken e) {
            return Optional.empty();
        }
    }

    private Casefile locked(long id, int revision, Act act, Actor by) {
        var held = store.lock(id).orElseThrow(() -> new NoSuchCase(id));
        if (Rights.concerns(held.file(), by) && held.file().revision() != revision) {
            throw new RefusedMove(new Refusal.Stale(revision, held.file().revision(), since(id, revision)));
        }
        return act(held, act, by);
    }

    private Casefile act(CasefileStore.Held held, Act act, Actor by) {
        var file = held.file();
        if (!Rights.concerns(file, by)) {
            throw new NoSuchCase(file.casefileId());
        }
        ActingForAnother.require(mandates, file, null, by);
        return run(file, held.key(), itemOf(file), act, by);
    }

    private Casefile run(Casefile file, byte[] key, Item item, Act act, Actor by) {
        var change = new CaseChange(file, time.now());
        var desk = new Desk(item, ledger(), extensionDays);
        desk.check(change, act, by);
        if (act.move() == Move.REROUTE) {
            requireOffice(act, file.office());
        }
        var papers = new ArrayList<CasefileStore.Paper>();
        var paper = seal(key, act, by, papers);
        if (act.move() == Move.SUPPLEMENT) {
            var before = filedBefore(file, key);
            opening.requireRight(item, file, act, before, change.at);
            change.answersPaper = opening.supplemented(item, key, act, before, papers);
            files.bind(Opening.fileIds(act), by.id(), file.casefileId());
        }
        var event = desk.make(change, act, by, paper);
        return append(change, event, by, papers);
    }

    /**
     * 到窗口继续办理: the window where the applicant or agent now is goes on with a case begun online or at another window (M-23).
     *
     * @param by the clerk, {@link Actor#attending attending} to whom the case concerns
     */
    @Transactional
    public Casefile attend(long id, Attendance attendance, Actor by) {
        var held = store.lock(id).filter(h -> Rights.concerns(h.file(), by)).orElseThrow(() -> new NoSuchCase(id));
        var change = new CaseChange(held.file(), time.now());
        var event = Attending.make(change, attendance, by);
        return append(change, event, by, List.of());
    }

    /** 认领、移交、退回、会签: who at the desk has the task. The office stays responsible. */
    @Transactional
    public Casefile assign(long id, int task, TaskMove move, Map<String, Object> fields, Actor by) {
        var held = store.lock(id).filter(h -> Rights.concerns(h.file(), by)).orElseThrow(() -> new NoSuchCase(id));
        var change = new CaseChange(held.file(), time.now());
        var papers = new ArrayList<CasefileStore.Paper>();
        var act = new Act(Move.WRITE, task, fields);
        if (move == TaskMove.COUNTERSIGN) {
            requireOffice(act, String.valueOf(by.office()));
        } else if (move == TaskMove.HAND_TO) {
            requireColleague(act, held.file().task(task).orElse(null), by);
        }
        var paper = fields.isEmpty() ? null : seal(held.key(), act, by, papers);
        var event = TaskMoves.make(change, task, move, act, new TaskMoves.By(by, paper));
        return append(change, event, by, papers);
    }

    /** What is sent to an office that is not there would be lost (M-20). */
    private void requireOffice(Act act, String here) {
        var code = act.optional("office");
        if (code != null && (offices.byCode(code).isEmpty() || offices.isClosed(code))) {
            throw wrong("office", "没有这个机构，或者已经撤销：" + code);
        }
        if (here.equals(code)) {
            throw wrong("office", "这就是本机构，请写另一个机构");
        }
    }

    /** A task handed to somebody who has no post here would be on nobody's desk (complaint 8). */
    private void requireColleague(Act act, @Nullable Task task, Actor by) {
        var to = act.optional("to");
        if (to == null) {
            return;
        }
        var posts = people.posts(to).stream()
                .filter(member -> by.worksAt(member.office()))
                .toList();
        if (posts.isEmpty()) {
            throw wrong("to", "这个人现在没有本机构的岗位");
        }
        if (task != null && posts.stream().noneMatch(member -> task.kind().isFor(member.role()))) {
            throw wrong("to", "“" + task.kind().label() + "”不由这个人的岗位承办");
        }
    }

    private static RefusedMove wrong(String key, String text) {
        return new RefusedMove(new Refusal.Fields(List.of(new Refusal.Fields.Problem(key, text))));
    }

    /** The only caller of the store's append. */
    private Casefile append(CaseChange change, CaseEvent event, Actor by, List<CasefileStore.Paper> papers) {
        var after = change.after();
        var entry = EntryText.write(change.before(), after, event, by, change.at);
        var file = sealed(after, entry);
        store.append(change.before(), file, entry, papers);
        return file;
    }

    private static Casefile sealed(Casefile after, Entry entry) {
        return after.sealedBy(entry);
    }

    /** What people wrote goes beside the event, under the case's key; the event holds the digest. */
    private @Nullable String seal(byte[] key, Act act, Actor by, List<CasefileStore.Paper> papers) {
        if (act.fields().isEmpty()) {
            return null;
        }
        var words = new LinkedHashMap<String, Object>(act.fields());
        words.remove("answers");
        var paper = Papers.seal(vault.key(key), Map.of("move", act.move().apiName(), "by", by.name(), "fields", words));
        papers.add(paper);
        return paper.digest();
    }

    private Casebook.Filed filedBefore(Casefile file, byte[] key) {
        var sealed = store.paper(file.casefileId(), file.answersPaper())
                .orElseThrow(() -> new IllegalStateException("case " + file.casefileId() + " has lost its answers"));
        return CaseJson.PLAIN.convertValue(Papers.open(vault.key(key), sealed), Casebook.Filed.class);
    }

    private Ledger ledger() {
        return new Ledger(calendar.workingDays(), handOverDays);
    }

    private Item itemOf(Casefile file) {
        return catalogue.version(file.itemId(), file.itemVersion());
    }

    private List<String> since(long id, int revision) {
        return store.events(id, revision).stream()
                .map(e -> e.by().name() + " " + Wording.of(e.event()))
                .toList();
    }

    /**
     * The case for somebody whom it concerns; empty for all others, as if it did not exist.
     *
     * @throws RefusedMove to an agent whose mandate is over, saying so
     */
    public Optional<Casefile> find(long id, Actor by) {
        var found = store.read(id).map(CasefileStore.Held::file).filter(f -> Rights.concerns(f, by));
        found.ifPresent(file -> ActingForAnother.require(mandates, file, null, by));
        return found;
    }

    /** What this person can do now about who has which task. */
    public List<TaskForm> assignable(Casefile file, Actor by) {
        return TaskMoves.possible(file, by);
    }

    /** The moves open to this person now, each with what it asks for. */
    public List<MoveForm> possible(Casefile file, Actor by) {
        return new Desk(itemOf(file), ledger(), extensionDays).possible(new CaseChange(file, time.now()), by);
    }
}
