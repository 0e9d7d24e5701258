package org.tongban.api;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.OnBehalf;
import org.tongban.identity.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 重发: the same Idempotency-Key of the same client is the same application and gets the same case, whatever rules, records or time have
 * become since. With another application under it the client would believe that handed in too, so it is told.
 */
@Component
class Repeats {
    private final Casework casework;
    private final Casebook casebook;
    private final Catalogue catalogue;
    private final JsonMapper json;

    Repeats(Casework casework, Casebook casebook, Catalogue catalogue, JsonMapper json) {
        this.casework = casework;
        this.casebook = casebook;
        this.catalogue = catalogue;
        this.json = json;
    }

    /** @throws KeyReused if the case that this key opened came from another application */
    Optional<Casefile> of(String key, SubmissionMessage body, Actor by) {
        var opened = casework.opened(key, by);
        opened.ifPresent(file -> {
            if (!same(file, body, by)) {
                throw new KeyReused(file.number());
            }
        });
        return opened;
    }

    private boolean same(Casefile file, SubmissionMessage body, Actor by) {
        if (!file.itemId().equals(body.item()) || body.applicant() == null) {
            return false;
        }
        var filed = casebook.open(file.casefileId(), by).filed();
        // after a supplement the answers are others, and rightly so
        return filed.who().equals(body.applicant().applicant("applicant"))
                && (file.supplementsAsked() > 0 || file.formReturned() || equal(filed.answers(), answers(file, body)));
    }

    /** As they are filed, with what follows from who files. */
    private Object answers(Casefile file, SubmissionMessage body) {
        var item = catalogue.version(file.itemId(), file.itemVersion());
        return OnBehalf.told(item, body.filing().filing()).answers();
    }

    private boolean equal(Object filed, Object sent) {
        return json.<JsonNode>valueToTree(filed).equals(json.<JsonNode>valueToTree(sent));
    }
}
