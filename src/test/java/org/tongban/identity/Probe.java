package org.tongban.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Doors of every class that say who came in. */
@RestController
@TestComponent
class Probe {

    @GetMapping("/probe/open")
    @Door.Open
    String open(@Nullable Actor actor) {
        return actor == null ? "nobody" : actor.name();
    }

    @GetMapping("/probe/signed-in")
    @Door.SignedIn
    Map<String, String> signedIn(Actor actor) {
        return Map.of(
                "id", actor.id(),
                "name", actor.name(),
                "role", actor.role().name(),
                "office", String.valueOf(actor.office()),
                "subject", String.valueOf(actor.subject()),
                "assurance", String.valueOf(actor.assurance()));
    }

    @GetMapping("/probe/officers")
    @Door.Only({Role.OFFICER, Role.APPROVER})
    String officers(Actor actor) {
        return actor.name();
    }

    @PostMapping("/probe/officers")
    @Door.Only(Role.OFFICER)
    String change(Actor actor) {
        return actor.name();
    }

    @GetMapping("/probe/forgotten")
    String forgotten() {
        return "nobody thought who may see this";
    }

    @GetMapping("/api/probe")
    @Door.Only({Role.PLATFORM, Role.OFFICE_SYSTEM})
    Map<String, String> api(Actor actor) {
        return signedIn(actor);
    }

    @GetMapping("/api/probe/platform")
    @Door.Only(Role.PLATFORM)
    Map<String, String> platform(Actor actor) {
        return signedIn(actor);
    }
}
