package org.tongban.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Check;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.PartyRule;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;
import org.tongban.identity.Mandates;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;
import org.tongban.identity.Vault;

/** 卷宗: reads a case whole, with what people wrote opened, for somebody whom it concerns. Changes nothing. */
@Component
public class Casebook {
    /** 卷宗内容: the case, who applies with what, and what happened in order. */
    public record Opened(Casefile file, Filed filed, List<Line> lines) {}

    /**
     * 申报内容: what the applicant filed, as it stands now.
     *
     * @param applicant as it was given, kind and name first
     * @param relation what the agent is to the applicant; null where there is none, and in filings of before it was asked
     * @param materials material key → file ids
     */
    public record Filed(
            Map<String, Object> applicant,
            @Nullable Map<String, Object> agent,
            @Nullable String relation,
            Map<String, Object> answers,
            Map<String, List<String>> materials) {

        /** Who applies, typed. */
        public Applicant who() {
            Class<? extends Applicant> kind = applicant.containsKey("uscc") ? Organisation.class : Person.class;
            return CaseJson.PLAIN.convertValue(applicant, kind);
        }

        /** What who files is to the applicant; null where the applicant files. */
        public @Nullable Relation relationOf() {
            return relation == null ? null : Relation.named(relation).orElse(null);
        }

        /** Who files for the applicant; null where the applicant does. */
        public @Nullable Person agentPerson() {
            return agent == null ? null : CaseJson.PLAIN.convertValue(agent, Person.class);
        }
    }

    /**
     * 协查内容: what a cooperating department is asked in one case, and of the filing only what the check needs (D-01).
     *
     * @param words written with the answer; empty while there is none
     */
    public record Inquiry(
            Casefile file,
            Item item,
            Task task,
            Check check,
            Applicant applicant,
            Map<String, Object> answers,
            Map<String, Object> words) {}

    /**
     * 当事人所见: what a party is shown of one case, and nothing of the others.
     *
     * @param answers of the filing, what the service's file says concerns them
     * @param tasks their own, open and done
     */
    public record PartyView(Casefile file, Item item, Party party, Map<String, Object> answers, List<Task> tasks) {
        /** The periods that all who take part wait for. */
        public List<Task> waits() {
            return file.openTasks().stream()
                    .filter(t -> t.state() == StepState.WAITING && t.kind() == TaskKind.WAIT && t.endsAt() != null)
                    .toList();
        }
    }

    /**
     * 已转出: all that an office may still read of a case that it sent to another.
     *
     * @param reason as it was written
     */
    public record SentAway(Casefile file, String to, Instant at, String reason) {}

    /** 卷宗一页: one event with the words written for it. */
    public record Line(Entry entry, String text, Map<String, Object> words) {}

    private final CasefileStore store;
    private final Vault vault;
    private final Catalogue catalogue;
    private final Mandates mandates;

    Casebook(CasefileStore store, Vault vault, Catalogue catalogue, Mandates mandates) {
        this.store = store;
        this.vault = vault;
        this.catalogue = catalogue;
        this.mandates = mandates;
    }

    /** Whether this person may read the case whole; an office that is only asked something sees its {@link #inquiry}. */
    public boolean whole(Casefile file, Actor by) {
        return Rights.whole(file, by);
    }

    /**
     * @throws NoSuchCase where there is none, or none that this person may read whole
     * @throws RefusedMove to an agent whose mandate is over, saying so
     */
    public Opened open(long id, Actor by) {
        var whole = store.readWhole(id)
                .filter(w -> Rights.whole(w.held().file(), by))
                .orElseThrow(() -> new NoSuchCase(id));
        ActingForAnother.require(mandates, whole.held().file(), null, by);
        var key = vault.key(whole.held().key());
        var lines = new ArrayList<Line>();
        for (var entry : whole.events()) {
            var words = holdsFiling(entry.event()) ? Map.<String, Object>of() : words(whole, key, entry.event());
            lines.add(new Line(entry, Wording.of(entry.event()), words));
        }
        return new Opened(whole.held().file(), filed(whole, key), lines);
    }

    /** What was filed in the closed case that this one examines again, for who may read this one whole; empty: it examines none again. */
    public Optional<Filed> earlier(Casefile file, Actor by) {
        var linked = file.linkedTo();
        if (linked == null || !Rights.whole(file, by)) {
            return Optional.empty();
        }
        return store.readWhole(linked)
                .filter(old -> old.held().file().applicant().equals(file.applicant()))
                .map(old -> filed(old, vault.key(old.held().key())));
    }

    /** Where the case went that this office sent away; empty: it did not, or has it again. */
    public Optional<SentAway> sentAway(Casefile file, Actor by) {
        if (by.office() == null || Rights.whole(file, by) || !Rights.sentAway(file, by)) {
            return Optional.empty();
        }
        var whole = store.readWhole(file.casefileId()).orElseThrow();
        var key = vault.key(whole.held().key());
        return whole.events().reversed().stream()
                .filter(e -> e.event() instanceof CaseEvent.Rerouted r && by.worksAt(r.from()))
                .findFirst()
                .map(e -> new SentAway(
                        file,
                        ((CaseEvent.Rerouted) e.event()).to(),
                        e.at(),
                        Objects.toString(words(whole, key, e.event()).get("text"), "")));
    }

    /** @throws NoSuchCase where there is none, or no such inquiry of this person's office */
    public Inquiry inquiry(long id, int task, Actor by) {
        var whole = store.readWhole(id).orElseThrow(() -> new NoSuchCase(id));
        var file = whole.held().file();
        var asked = file.task(task)
                .filter(t -> t.kind() == TaskKind.INQUIRY && by.worksAt(t.office()))
                .orElseThrow(() -> new NoSuchCase(id));
        var item = catalogue.version(file.itemId(), file.itemVersion());
        var check = Objects.requireNonNull(item.steps().get(asked.step()).check());
        var key = vault.key(whole.held().key());
        var filed = filed(whole, key);
        var answers = new LinkedHashMap<>(filed.answers());
        answers.keySet().retainAll(sent(item));
        return new Inquiry(
                file,
                item,
                asked,
                item.checks().get(check),
                named(filed.who()),
                answers,
                wordsOfAnswer(whole, key, asked));
    }

    /**
     * What somebody is shown who signs for themselves, the applicant among them, as one of those who confirm.
     *
     * @throws NoSuchCase where there is none, or none in which this person is a party
     */
    public PartyView forParty(long id, Actor by) {
        var whole = store.readWhole(id).orElseThrow(() -> new NoSuchCase(id));
        var file = whole.held().file();
        var party = file.parties().stream()
                .filter(p -> Rights.is(p, by))
                .findFirst()
                .or(() -> Optional.of(Party.applicant(file)).filter(p -> Rights.is(p, by)))
                .orElseThrow(() -> new NoSuchCase(id));
        var item = catalogue.version(file.itemId(), file.itemVersion());
        var answers =
                new LinkedHashMap<>(filed(whole, vault.key(whole.held().key())).answers());
        answers.keySet().retainAll(item.party(party.key()).map(PartyRule::sees).orElse(List.of()));
        var own = file.tasks().stream().filter(t -> Rights.owns(file, t, by)).toList();
        return new PartyView(file, item, party, answers, own);
    }

    /** Who is meant, and no more: how to reach them or where they live is not asked of a department that only checks (D-01). */
    private static Applicant named(Applicant who) {
        return switch (who) {
            case Person p ->
                new Person(
                        p.name(),
                        p.idNumber(),
                        p.identityType(),
                        p.identityNumber(),
                        p.birthDate(),
                        p.sex(),
                        null,
                        null);
            case Organisation o -> new Organisation(o.name(), o.uscc(), o.form(), null, null, null);
        };
    }

    private static Set<String> sent(Item item) {
        return item.form().stream()
                .filter(f -> f.about().purpose() == Field.Purpose.INQUIRY)
                .map(Field::key)
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> wordsOfAnswer(CasefileStore.Whole whole, Vault.Key key, Task task) {
        return task.state().open()
                ? Map.of()
                : whole.events().stream()
                        .map(Entry::event)
                        .filter(e -> e instanceof CaseEvent.StepFinished f && f.task() == task.no())
                        .map(e -> words(whole, key, e))
                        .findFirst()
                        .orElse(Map.of());
    }

    private static Filed filed(CasefileStore.Whole whole, Vault.Key key) {
        var file = whole.held().file();
        var sealed = whole.papers().get(file.answersPaper());
        if (sealed == null) {
            throw new IllegalStateException("case " + file.casefileId() + " has lost its answers");
        }
        return CaseJson.PLAIN.convertValue(Papers.open(key, sealed), Filed.class);
    }

    /** What was written for the event; empty where nothing was, or nothing is left. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> words(CasefileStore.Whole whole, Vault.Key key, CaseEvent event) {
        var digest = event.paper();
        var sealed = digest == null ? null : whole.papers().get(digest);
        return sealed == null
                ? Map.of()
                : (Map<String, Object>) Papers.open(key, sealed).getOrDefault("fields", Map.of());
    }

    private static boolean holdsFiling(CaseEvent event) {
        return event instanceof CaseEvent.Submitted
                || event instanceof CaseEvent.Received
                || event instanceof CaseEvent.Supplemented;
    }
}
