package org.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TestNode;
import org.tongban.calendar.SettableTime;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemExamples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Another's system at the API: what it files, moves and is told. */
abstract class OthersSystem {
    static final String ITEM = "2020-07";
    static final String PLATFORM = "demo-platform";

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    SettableTime time;

    Driver api;

    @BeforeEach
    void begin() {
        time.set(TestNode.START);
        api = new Driver(port);
    }

    ObjectNode filing() {
        return FilingBodies.submission(catalogue.item(ITEM), examples.of(ITEM).getFirst());
    }

    JsonNode filed(ObjectNode body) {
        var answer = open(body, UUID.randomUUID().toString());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body();
    }

    Driver.Answer open(ObjectNode body, String key) {
        return api.post(PLATFORM, "/api/v1/cases", body, "Idempotency-Key", key);
    }

    static String system(JsonNode file) {
        return "demo-" + file.get("office").asString();
    }

    static void isProblem(Driver.Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.body().path("code").asString(""))
                .as("%s", answer.body())
                .isEqualTo(code);
        assertThat(answer.body().get("detail").asString()).matches("(?s).*\\p{IsHan}.*");
        assertThat(answer.body().get("next").asString()).as("what to do next").matches("(?s).*\\p{IsHan}.*");
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:tongban:problem:" + code);
    }
}
