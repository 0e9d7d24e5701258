package org.tongban.web.counter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.CaseState;
import org.tongban.casework.Drafts;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;
import org.tongban.identity.People;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Vault;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import tools.jackson.databind.json.JsonMapper;

/** 到场人已有的草稿和办件: looked for only after the person was identified and agreed; the looking is logged (policies M-23, D-21). */
@Component
class KnownCases {
    private static final int MOST = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** 网上草稿里接着用的: what of an applicant's own draft a window goes on with. */
    private record Online(
            @Nullable String mode,
            @Nullable Map<String, String> places,
            @Nullable Map<String, Object> answers,
            @Nullable Map<String, Map<String, List<String>>> typed,
            @Nullable Map<String, List<String>> materials) {}

    private final Drafts drafts;
    private final CaseSearch cases;
    private final People people;
    private final Vault vault;
    private final Intakes intakes;
    private final ReadLog log;
    private final Regions regions;

    KnownCases(
            Drafts drafts,
            CaseSearch cases,
            People people,
            Vault vault,
            Intakes intakes,
            ReadLog log,
            Regions regions) {
        this.drafts = drafts;
        this.cases = cases;
        this.people = people;
        this.vault = vault;
        this.intakes = intakes;
        this.log = log;
        this.regions = regions;
    }

    Known of(OpenIntake open, Actor by) {
        var subject = vault.subject(open.applicant());
        var item = open.item().id();
        log.record(by, ReadLog.What.PERSON, subject, "到窗口办理前查看已有的办件和草稿");
        var running = open(subject);
        return new Known(
                online(subject).stream().filter(d -> d.itemId().equals(item)).toList(),
                running.stream().filter(row -> row.itemId().equals(item)).toList(),
                running.stream().filter(row -> !row.itemId().equals(item)).toList());
    }

    /** Open cases of somebody who was identified. */
    List<CaseSearch.Row> open(Applicant identified, Actor by) {
        var subject = vault.subject(identified);
        log.record(by, ReadLog.What.PERSON, subject, "到窗口继续办理");
        return open(subject);
    }

    private List<CaseSearch.Row> open(String subject) {
        return cases.of(subject, MOST).stream()
                .filter(row -> row.state() != CaseState.CLOSED)
                .toList();
    }

    String subject(Applicant applicant) {
        return vault.subject(applicant);
    }

    List<CaseSearch.Row> duplicates(OpenIntake open) {
        return cases.duplicates(vault.subject(open.applicant()), open.item().id());
    }

    private List<Drafts.Draft> online(String subject) {
        return people.accountOf(subject).map(drafts::of).orElse(List.of());
    }

    /** The answers, also those not finished, and copies of the files that were uploaded. */
    void takeOver(OpenIntake open, String draft, Actor by) {
        var account = people.accountOf(vault.subject(open.applicant()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var stored = uuid(draft)
                .flatMap(id -> drafts.find(id, account))
                .filter(one -> one.itemId().equals(open.item().id()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        log.record(by, ReadLog.What.PERSON, vault.subject(open.applicant()), "接着办网上填了一半的草稿");
        var online = JSON.convertValue(stored.content(), Online.class);
        open.intake().type(typed(open.item(), online));
        if (online.materials() != null) {
            online.materials()
                    .forEach((material, ids) -> open.intake().files(material, intakes.copied(ids, account, by)));
        }
        open.intake().goOnWith(draft, account);
        intakes.save(open);
    }

    private Map<String, List<String>> typed(Item item, Online online) {
        var typed = new LinkedHashMap<String, List<String>>();
        if (online.answers() != null) {
            typed.putAll(Filled.of(item.form(), online.answers(), regions).parameters());
        }
        if (online.typed() != null) {
            online.typed().values().forEach(typed::putAll);
        }
        if (online.places() != null) {
            online.places().forEach((role, region) -> typed.put(OpenIntake.PLACE + role, List.of(region)));
        }
        if (online.mode() != null) {
            typed.put(OpenIntake.MODE, List.of(online.mode()));
        }
        return OpenIntake.own(item, typed);
    }

    /** What was gone on with at the window and handed in there is no draft any more. */
    void handedIn(Intake intake) {
        var draft = intake.online();
        var owner = intake.onlineOwner();
        if (draft != null && owner != null) {
            uuid(draft).ifPresent(id -> drafts.delete(id, owner));
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
