package org.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.HistoryCheck;
import org.tongban.casework.Sweep;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemExamples;

/** Each of the 140 services, applied for on a platform and driven to its end by a client that knows no service. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AllServicesTest {
    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    SettableTime time;

    @Autowired
    Sweep sweep;

    @Autowired
    HistoryCheck history;

    @Test
    void each_of_the_140_is_checked_filed_and_driven_to_a_granted_result_by_the_api_alone() {
        var driver = new Driver(port);
        var failures = new ArrayList<String>();
        for (var item : catalogue.items()) {
            try {
                drive(driver, item, examples.of(item.id()).getFirst());
            } catch (AssertionError | RuntimeException e) {
                failures.add(item.id() + " " + item.name() + ": " + e.getMessage());
            }
        }
        assertThat(failures).isEmpty();
        assertThat(catalogue.items()).hasSize(140);
        assertThat(history.run().faults()).isEmpty();
    }

    private void drive(Driver driver, Item item, Example example) {
        time.set(example.today());
        var body = FilingBodies.submission(item, example);
        var check = driver.post("demo-platform", "/api/v1/items/" + item.id() + "/check", FilingBodies.check(example));
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body().get("eligible").asBoolean())
                .as("%s", check.body())
                .isTrue();
        var opened = driver.post("demo-platform", "/api/v1/cases", body, "Idempotency-Key", "all-" + item.id());
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        var number = opened.body().get("number").asString();
        var office = opened.body().get("office").asString();
        var ended = driver.drive(number, office, this::letTimePass);
        assertThat(ended.file().get("outcome").asString())
                .as("%s", ended.moves())
                .isEqualTo("GRANTED");
        assertThat(driver.post("demo-platform", "/api/v1/cases", body, "Idempotency-Key", "all-" + item.id())
                        .body()
                        .get("number")
                        .asString())
                .isEqualTo(number);
    }

    private void letTimePass(Instant until) {
        time.set(until);
        sweep.run();
    }
}
