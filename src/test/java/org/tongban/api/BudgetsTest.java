package org.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.Statements;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemExamples;

/** What one request may cost: all statements that reach PostgreSQL for it, who comes in and the read log included. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BudgetsTest {
    private static final String ITEM = "2020-07";
    private static final String PLATFORM = "demo-platform";
    private static final int SUBMIT = 10;
    private static final int ACTION = 6;
    private static final int PAGE = 4;

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    Statements statements;

    @Autowired
    SettableTime time;

    @BeforeEach
    void begin() {
        time.set(TestNode.START);
    }

    @Test
    @DisplayName("a submission takes at most 10 statements, an action 6, a page of a desk 4, as whole requests")
    void whole_requests_keep_their_budgets() throws Exception {
        var api = new Driver(port);
        var body =
                FilingBodies.submission(catalogue.item(ITEM), examples.of(ITEM).getFirst());
        var first = api.post(PLATFORM, "/api/v1/cases", body, "Idempotency-Key", key())
                .body();
        var office = "demo-" + first.get("office").asString();
        api.get(office, "/api/v1/cases?office=" + first.get("office").asString());

        statements.atMost(
                SUBMIT,
                () -> assertThat(api.post(PLATFORM, "/api/v1/cases", body, "Idempotency-Key", key())
                                .status())
                        .isEqualTo(201));
        statements.atMost(
                ACTION,
                () -> assertThat(api.post(
                                        office,
                                        "/api/v1/cases/" + first.get("number").asString() + "/moves",
                                        api.json("{\"move\": \"accept\", \"revision\": %d, \"fields\": {}}"
                                                .formatted(first.get("revision").intValue())))
                                .status())
                        .isEqualTo(200));
        statements.atMost(
                PAGE,
                () -> assertThat(api.get(
                                        office,
                                        "/api/v1/cases?office="
                                                + first.get("office").asString())
                                .status())
                        .isEqualTo(200));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
