package org.tongban.web.applicant;

import java.util.ArrayList;
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
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;
import org.tongban.identity.Mandates;
import org.tongban.identity.People;
import org.tongban.identity.Person;

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

    /** 可以为谁申请: somebody this person may apply for; {@code subject} is null for themselves. */
    public record Principal(@Nullable String subject, Applicant applicant) {
        public String name() {
            return subject == null ? "本人（" + applicant.name() + "）" : applicant.name();
        }

        /** As the form sends it back. */
        public String value() {
            return subject == null ? "self" : subject;
        }
    }

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
                sheet.places(),
                sheet.mode(),
                answers,
                new LinkedHashSet<>(materials.keySet()),
                new LinkedHashSet<>(sheet.contested().keySet()));
    }

    /** A mandate that has ended since counts no more: then the person applies for themselves, until they choose again. */
    private OpenDraft.Acting acting(Worksheet sheet, Item item, Actor by) {
        var self = self(by);
        var principal = sheet.principal();
        if (principal == null || by.subject() == null) {
            return new OpenDraft.Acting(self, null);
        }
        return mandates.forItem(by.subject(), principal, item.id())
                .flatMap(_ -> people.applicantBySubject(principal))
                .map(applicant -> new OpenDraft.Acting(applicant, self instanceof Person person ? person : null))
                .orElseGet(() -> new OpenDraft.Acting(self, null));
    }

    private Applicant self(Actor by) {
        return people.applicant(by.id())
                .orElseThrow(() -> new IllegalStateException("an applicant without an account: " + by.id()));
    }

    /** Those this person may apply for in this service, each once, themselves first; empty where it is for none of them. */
    List<Principal> principals(Item item, Actor by) {
        var candidates = new ArrayList<Principal>();
        candidates.add(new Principal(null, self(by)));
        mandates.of(Objects.requireNonNullElse(by.subject(), "")).stream()
                .filter(mandate -> mandate.covers(item.id(), time.today()))
                .forEach(mandate -> people.applicantBySubject(mandate.principal())
                        .ifPresent(applicant -> candidates.add(new Principal(mandate.principal(), applicant))));
        return candidates.stream()
                .distinct()
                .filter(one -> isFor(item, one.applicant()))
                .toList();
    }

    private boolean isFor(Item item, Applicant applicant) {
        var nothingSaid = new Filing(applicant, null, Map.of(), null, Map.of(), Set.of(), Set.of());
        return catalogue.check(item, nothingSaid, time.today()).fieldErrors().stream()
                .noneMatch(error -> error.key().equals("applicant"));
    }

    Precheck check(OpenDraft draft) {
        return catalogue.check(draft.item(), draft.filing(), time.today());
    }
}
