package org.tongban.web.applicant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.casework.Drafts;
import org.tongban.catalogue.Asked;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.OnBehalf;
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;
import org.tongban.identity.Mandates;
import org.tongban.identity.People;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;

/** 草稿的打开和保存: composes what several doors know about a draft. */
@Component
public class OpenDrafts {
    /** More than these are not pressed onto the page of the question that brings them. */
    private static final int MOST_FOLLOWING = 6;

    private final Drafts drafts;
    private final Catalogue catalogue;
    private final People people;
    private final Mandates mandates;
    private final Time time;

    OpenDrafts(Drafts drafts, Catalogue catalogue, People people, Mandates mandates, Time time) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.people = people;
        this.mandates = mandates;
        this.time = time;
    }

    /**
     * 可以为谁申请: somebody this person may apply for.
     *
     * @param subject null for themselves
     * @param relation what they are to them; null for themselves
     */
    public record Principal(
            @Nullable String subject,
            Applicant applicant,
            @Nullable Relation relation) {

        public String name() {
            return subject == null ? "本人（" + applicant.name() + "）" : applicant.name();
        }

        /** As the form sends it back. */
        public String value() {
            return subject == null ? "self" : subject;
        }
    }

    /** 不能代办的: somebody whom this person was to act for, and why they cannot in this service. */
    public record Barred(String name, String why) {}

    /** @throws ResponseStatusException 404 where there is no such draft of this person */
    OpenDraft find(UUID id, Actor by) {
        var stored = drafts.find(id, by.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var item = catalogue.find(stored.itemId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return opened(stored, item, Worksheet.of(stored.content()), by);
    }

    /** The open draft for the service, or a new one. */
    OpenDraft begin(Item item, boolean another, Actor by) {
        var stored = drafts.open(by.id(), item.id(), another);
        return opened(stored, item, Worksheet.of(stored.content()), by);
    }

    /**
     * Saves what the draft's sheet holds now.
     *
     * @throws org.tongban.casework.RefusedMove when another page saved in between
     */
    OpenDraft save(OpenDraft draft) {
        var saved =
                drafts.save(draft.stored(), draft.sheet().content(), draft.by().id());
        return composed(saved, draft.item(), draft.sheet(), draft.acting(), draft.by());
    }

    private OpenDraft opened(Drafts.Draft stored, Item item, Worksheet sheet, Actor by) {
        return composed(stored, item, sheet, acting(sheet, item, by), by);
    }

    /** The same draft as its sheet stands now, before it is saved. */
    OpenDraft reread(OpenDraft draft) {
        return composed(draft.stored(), draft.item(), draft.sheet(), draft.acting(), draft.by());
    }

    private OpenDraft composed(Drafts.Draft stored, Item any, Worksheet sheet, OpenDraft.Acting acting, Actor by) {
        var whole = filing(sheet, acting, sheet.answers(), sheet.materials());
        var item = catalogue.holding(any, whole, time.today());
        var asked = catalogue.asked(item, whole, time.today());
        var asks = asked.materials().stream().map(Material::key).collect(Collectors.toSet());
        var materials = new LinkedHashMap<>(sheet.materials());
        materials.keySet().retainAll(asks);
        // sealed by its issuer: not for the network; handed to the window, which registers it
        asked.materials().stream()
                .filter(m -> m.required() && !m.storable())
                .forEach(m -> materials.put(m.key(), List.of()));
        var filing = filing(sheet, acting, sheet.answers(asked.fields()), materials);
        return new OpenDraft(stored, item, sheet, acting, asked, filing, by);
    }

    /**
     * 随答而来的问题: what the answers of this page bring with them; it stands on the page at once where it is little, and has pages of its own
     * in any case.
     *
     * @param shown those that apply with these answers
     * @param any whether other answers would bring some
     */
    record Following(List<Field> shown, boolean any) {}

    Following following(OpenDraft draft, Stage stage, Map<String, Object> now) {
        if (!(stage instanceof Stage.Questions(var own))) {
            return new Following(List.of(), false);
        }
        var answers = new LinkedHashMap<>(draft.sheet().answers());
        own.forEach(field -> answers.remove(field.key()));
        var open = new ArrayList<>(asked(draft, answers).open());
        open.removeAll(own);
        if (open.isEmpty()) {
            return new Following(List.of(), false);
        }
        open.forEach(field -> answers.remove(field.key()));
        Stream.concat(own.stream(), open.stream())
                .filter(field -> now.containsKey(field.key()))
                .forEach(field -> answers.put(field.key(), now.get(field.key())));
        var shown =
                asked(draft, answers).fields().stream().filter(open::contains).toList();
        return new Following(shown.size() > MOST_FOLLOWING ? List.of() : shown, true);
    }

    private Asked asked(OpenDraft draft, Map<String, Object> answers) {
        var filing =
                filing(draft.sheet(), draft.acting(), answers, draft.sheet().materials());
        return catalogue.asked(draft.item(), filing, time.today());
    }

    private static Filing filing(
            Worksheet sheet,
            OpenDraft.Acting acting,
            Map<String, Object> answers,
            Map<String, List<String>> materials) {
        return new Filing(
                acting.applicant(),
                acting.agent(),
                acting.relation(),
                sheet.places(),
                sheet.mode(),
                answers,
                new LinkedHashSet<>(materials.keySet()),
                new LinkedHashSet<>(sheet.contested().keySet()));
    }

    /** A mandate that has ended since counts no more: then the person applies for themselves, until they choose again. */
    private OpenDraft.Acting acting(Worksheet sheet, Item item, Actor by) {
        var self = self(by);
        var chosen = sheet.principal();
        if (chosen == null || by.subject() == null || !(self instanceof Person agent)) {
            return OpenDraft.Acting.self(self);
        }
        return mandated(item, by).stream()
                .filter(one -> chosen.equals(one.subject()))
                .findFirst()
                .map(one -> new OpenDraft.Acting(one.applicant(), agent, one.relation()))
                .orElseGet(() -> OpenDraft.Acting.self(self));
    }

    /** By the mandates in force, each person once: in a relation that the service lets act, where they have one. */
    private List<Principal> mandated(Item item, Actor by) {
        var inForce = mandates.of(Objects.requireNonNullElse(by.subject(), "")).stream()
                .filter(mandate -> mandate.covers(item.id(), time.today()))
                .sorted(Comparator.comparing(
                        mandate -> OnBehalf.acting(item, mandate.relation()).isEmpty()))
                .toList();
        var each = new LinkedHashMap<String, Principal>();
        for (var mandate : inForce) {
            people.applicantBySubject(mandate.principal())
                    .ifPresent(applicant -> each.putIfAbsent(
                            mandate.principal(), new Principal(mandate.principal(), applicant, mandate.relation())));
        }
        return List.copyOf(each.values());
    }

    private Applicant self(Actor by) {
        return people.applicant(by.id())
                .orElseThrow(() -> new IllegalStateException("an applicant without an account: " + by.id()));
    }

    /** Those this person may apply for in this service, each once, themselves first; empty where it is for none of them. */
    List<Principal> principals(Item item, Actor by) {
        var self = self(by);
        var candidates = new ArrayList<Principal>();
        candidates.add(new Principal(null, self, null));
        candidates.addAll(mandated(item, by));
        return candidates.stream()
                .filter(one -> against(item, one, self) == null)
                .toList();
    }

    /** Those whom this person was to act for and cannot in this service, each with the reason. */
    List<Barred> barred(Item item, Actor by) {
        var self = self(by);
        var subject = Objects.requireNonNullElse(by.subject(), "");
        var barred = new ArrayList<Barred>();
        mandated(item, by).forEach(one -> {
            var why = against(item, one, self);
            if (why != null) {
                barred.add(new Barred(one.applicant().name(), why));
            }
        });
        mandates.concerning(subject).stream()
                .map(one -> one.mandate().principal())
                .filter(principal -> !principal.equals(subject))
                .distinct()
                .forEach(principal -> {
                    var lost = mandates.standing(subject, principal, item.id()).lost();
                    if (lost != null) {
                        people.applicantBySubject(principal)
                                .ifPresent(applicant -> barred.add(new Barred(applicant.name(), lost.text())));
                    }
                });
        return List.copyOf(barred);
    }

    /** Why the service cannot be applied for like this; null where it can. */
    private @Nullable String against(Item item, Principal one, Applicant self) {
        var agent = one.subject() != null && self instanceof Person person ? person : null;
        var nothingSaid =
                new Filing(one.applicant(), agent, one.relation(), Map.of(), null, Map.of(), Set.of(), Set.of());
        return catalogue.check(item, nothingSaid, time.today()).fieldErrors().stream()
                .filter(error -> error.key().equals("applicant") || error.key().equals("agent"))
                .map(Precheck.FieldError::text)
                .findFirst()
                .orElse(null);
    }

    Precheck check(OpenDraft draft) {
        return catalogue.check(draft.item(), draft.filing(), time.today());
    }
}
