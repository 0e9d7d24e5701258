package org.tongban.web.applicant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Drafts;
import org.tongban.catalogue.Asked;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;

/**
 * 正在填的一份: a draft with its service, who applies and what is filled in, for one request.
 *
 * @param asked what the service asks with the answers so far
 * @param filing what would be handed in now: nothing that the answers leave aside
 */
record OpenDraft(Drafts.Draft stored, Item item, Worksheet sheet, Acting acting, Asked asked, Filing filing, Actor by) {

    /** 谁替谁申请: {@code agent} and {@code relation} are null where the applicant applies. */
    record Acting(
            Applicant applicant,
            @Nullable Person agent,
            @Nullable Relation relation) {
        static Acting self(Applicant applicant) {
            return new Acting(applicant, null, null);
        }
    }

    UUID id() {
        return stored.id();
    }

    Instant savedAt() {
        return stored.savedAt();
    }

    String path(Stage stage) {
        return path(stored.id(), stage);
    }

    static String path(UUID id, Stage stage) {
        return "/my/drafts/" + id + "/" + stage.key();
    }

    /** The pages of this application, in order, as far as the answers tell. */
    List<Stage> stages() {
        return Stage.of(item).stream().filter(this::applies).toList();
    }

    private boolean applies(Stage stage) {
        return switch (stage) {
            case Stage.Who _ -> false;
            case Stage.Way _ -> item.modes().size() > 1;
            case Stage.Place _, Stage.Review _ -> true;
            case Stage.Questions questions -> questions.fields().stream().anyMatch(asked.fields()::contains);
            case Stage.Papers _ -> !asked.materials().isEmpty();
        };
    }

    /** The first page after this one that was not answered yet, else the first anywhere, else the last: to look all over. */
    Stage after(Stage here) {
        var stages = stages();
        int from = stages.indexOf(here) + 1;
        return stages.stream()
                .skip(from)
                .filter(this::open)
                .findFirst()
                .or(() -> stages.stream().filter(this::open).findFirst())
                .orElseGet(Stage.Review::new);
    }

    private boolean open(Stage stage) {
        return !(stage instanceof Stage.Review) && !sheet.passed(stage);
    }

    /** The page before, for going back; null at the first. */
    @Nullable
    Stage before(Stage here) {
        var stages = stages();
        int at = stages.indexOf(here);
        return at > 0 ? stages.get(at - 1) : null;
    }
}
