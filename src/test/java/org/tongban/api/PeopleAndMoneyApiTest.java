package org.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TongbanTest;
import org.tongban.appointments.Release;
import org.tongban.appointments.SlotBook;
import org.tongban.calendar.SettableTime;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import tools.jackson.databind.JsonNode;

/** Appointments, fees and other parties as others' systems meet them: everything once, however often it is sent. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PeopleAndMoneyApiTest {
    private static final String FIRST_CARD = "later-02";
    private static final String NOTARISATION = "2020-01";
    private static final String USED_CAR = "2020-28";
    private static final String PLATFORM = "demo-platform";
    private static final String SELLER =
            "{\"kind\": \"person\", \"name\": \"孙浩然\", \"idNumber\": \"31011519921201613X\"}";
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 4);

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    SlotBook slots;

    @Autowired
    SettableTime time;

    private Driver api;

    @BeforeEach
    void a_friday() {
        time.set(FRIDAY);
        api = new Driver(port);
    }

    @Test
    @DisplayName("a slot is found, booked once however often it is asked for, moved and given up; the case names it")
    void a_platform_books_for_its_user() {
        var file = filed(FIRST_CARD);
        int task = task(file, "APPOINTMENT");
        var office = office(file, "APPOINTMENT");
        slots.release(
                new Release(
                        FRIDAY.plusDays(3), FRIDAY.plusDays(3), LocalTime.of(9, 0), LocalTime.of(10, 0), 30, 1, null),
                Actor.staff(office + "/clerk", "窗口一", Role.CLERK, office));
        var free = api.get(PLATFORM, "/api/v1/offices/" + office + "/slots?item=" + FIRST_CARD)
                .body();
        assertThat(free).hasSizeGreaterThanOrEqualTo(2);
        var first = free.get(0).get("id").asString();
        var second = free.get(1).get("id").asString();
        var path = "/api/v1/cases/" + file.get("number").asString() + "/appointments/" + task;

        var booked = post(PLATFORM, path, "{\"slot\": \"" + first + "\"}", 200);
        assertThat(post(PLATFORM, path, "{\"slot\": \"" + first + "\"}", 200)).isEqualTo(booked);
        assertThat(post(PLATFORM, path, "{\"slot\": \"" + second + "\"}", 422)
                        .get("code")
                        .asString())
                .isEqualTo("booked-already");
        assertThat(post(PLATFORM, path, "{\"slot\": \"morgen\"}", 400)
                        .get("code")
                        .asString())
                .isEqualTo("bad-request");
        var moved = post(PLATFORM, path + "/move", "{\"slot\": \"" + second + "\"}", 200);
        assertThat(post(PLATFORM, path + "/move", "{\"slot\": \"" + second + "\"}", 200))
                .isEqualTo(moved);
        var now = api.get(PLATFORM, "/api/v1/cases/" + file.get("number").asString())
                .body();
        assertThat(now.at("/appointments/0/slot").asString()).isEqualTo(second);
        assertThat(now.at("/appointments/0/state").asString()).isEqualTo("BOOKED");

        assertThat(post(PLATFORM, path + "/cancel", "{}", 200).get("state").asString())
                .isEqualTo("CANCELLED");
        assertThat(post(PLATFORM, path + "/cancel", "{}", 200).get("state").asString())
                .isEqualTo("CANCELLED");
        assertThat(api.get(PLATFORM, "/api/v1/cases/" + file.get("number").asString() + "/appointments")
                        .body()
                        .valueStream()
                        .map(b -> b.get("state").asString()))
                .containsExactly("MOVED", "CANCELLED");
        assertThat(api.get(PLATFORM, "/api/v1/offices/" + office + "/slots?item=" + FIRST_CARD)
                        .body())
                .isEqualTo(free);
        assertThat(post("demo-police-110000", path, "{\"slot\": \"" + first + "\"}", 404)
                        .get("code")
                        .asString())
                .isEqualTo("no-such-case");
    }

    @Test
    @DisplayName(
            "an order is opened, reduced and paid once; the case names it while it is open; only who charges may change it")
    void an_office_charges_and_a_platform_pays() {
        var file = filed(NOTARISATION);
        var system = "demo-" + file.get("office").asString();
        var number = file.get("number").asString();
        file = post(
                system,
                "/api/v1/cases/" + number + "/moves",
                "{\"move\": \"accept\", \"revision\": %d, \"fields\": {}}"
                        .formatted(file.get("revision").intValue()),
                200);
        int task = task(file, "PAY");
        var path = "/api/v1/cases/" + number + "/fees/" + task;
        var charges = Objects.requireNonNull(catalogue.item(NOTARISATION).charges());
        var name = charges.lines().getFirst().name();
        var charge = "{\"lines\": [{\"name\": \"%s\", \"count\": 1, \"yuan\": \"80\"}]}".formatted(name);

        assertThat(api.post(PLATFORM, path, api.json(charge)).status()).isEqualTo(403);
        var opened = post(system, path, charge, 200);
        assertThat(post(system, path, charge, 200)).isEqualTo(opened);
        assertThat(post(system, path, charge.replace("80", "90"), 422)
                        .get("code")
                        .asString())
                .isEqualTo("ordered-already");
        assertThat(post(system, path, charge.replace(name, "好处费"), 400)
                        .get("code")
                        .asString())
                .isEqualTo("bad-request");
        var ground = charges.reductions().getFirst();
        var less = "{\"yuan\": \"30\", \"ground\": \"%s\"}".formatted(ground);
        assertThat(post(system, path + "/reduce", less, 200).get("payable").asString())
                .isEqualTo("50.00");
        assertThat(post(system, path + "/reduce", less, 200).get("payable").asString())
                .isEqualTo("50.00");
        var seen = api.get(PLATFORM, "/api/v1/cases/" + number).body();
        assertThat(seen.at("/fees/0/payable").asString()).isEqualTo("50.00");
        var first = post(PLATFORM, path + "/payment", "{}", 200);
        assertThat(post(PLATFORM, path + "/payment", "{}", 200).get("address")).isEqualTo(first.get("address"));

        var receipt = "{\"receipt\": \"NJ0001\"}";
        assertThat(post(system, path + "/paid", receipt, 200).get("state").asString())
                .isEqualTo("PAID");
        assertThat(post(system, path + "/paid", receipt, 200).get("receipt").asString())
                .isEqualTo("NJ0001");
        assertThat(post(system, path + "/paid", "{\"receipt\": \"NJ0002\"}", 422)
                        .get("code")
                        .asString())
                .isEqualTo("nothing-to-pay");
        var after = api.get(PLATFORM, "/api/v1/cases/" + number).body();
        assertThat(after.get("fees").isEmpty()).isTrue();
        assertThat(api.get(PLATFORM, "/api/v1/cases/" + number + "/fees")
                        .body()
                        .at("/0/state")
                        .asString())
                .isEqualTo("PAID");
    }

    @Test
    @DisplayName(
            "N-21, D-01: a platform acts for the party whose identity it asserts, sees what concerns them, and signs once")
    void a_platform_signs_for_the_party_it_vouches_for() {
        var file = filed(USED_CAR);
        var number = file.get("number").asString();
        var office = "demo-" + file.get("office").asString();
        assertThat(api.get(office, "/api/v1/cases/" + number + "/parties")
                        .body()
                        .valueStream()
                        .map(p -> p.get("name").asString()))
                .contains("孙**");
        var mine = post(PLATFORM, "/api/v1/parts", "{\"party\": " + SELLER + "}", 200);
        assertThat(mine.valueStream().map(p -> p.get("number").asString())).contains(number);
        var part = post(PLATFORM, "/api/v1/parts/" + number, "{\"party\": " + SELLER + "}", 200);
        assertThat(part.get("answers").propertyNames()).contains("tradePrice").doesNotContain("buyerIdNumber");
        assertThat(part.get("moves").valueStream().map(m -> m.get("move").asString()))
                .containsExactly("finishStep");
        int task = part.at("/tasks/0/task").intValue();
        var sign = "{\"party\": %s, \"task\": %d, \"result\": \"确认并签署\", \"revision\": %d}"
                .formatted(SELLER, task, part.get("revision").intValue());
        var path = "/api/v1/parts/" + number + "/answers";
        var signed = post(PLATFORM, path, sign, 200);
        assertThat(signed.at("/tasks/0/result").asString()).isEqualTo("确认并签署");
        assertThat(post(PLATFORM, path, sign, 200)).as("the same again").isEqualTo(signed);
        assertThat(post(PLATFORM, path, sign.replace("确认并签署", "不同意"), 409)
                        .get("code")
                        .asString())
                .isEqualTo("changed-meanwhile");
        var stranger = sign.replace("31011519921201613X", "410105197902286091");
        assertThat(post(PLATFORM, path, stranger, 404).get("code").asString()).isEqualTo("no-such-case");
        assertThat(api.post(office, path, api.json(sign)).status())
                .as("no office signs for a party")
                .isEqualTo(403);
        assertThat(post(
                                PLATFORM,
                                "/api/v1/parts/" + number + "/withdraw",
                                "{\"party\": %s, \"revision\": %d}"
                                        .formatted(
                                                SELLER, signed.get("revision").intValue()),
                                403)
                        .get("code")
                        .asString())
                .isEqualTo("not-yours");
    }

    @Test
    void the_contract_lists_these_doors_too() {
        var paths = api.get(null, "/api/openapi.json").body().get("paths").propertyNames();
        assertThat(paths)
                .containsAll(List.of(
                        "/api/v1/offices/{office}/slots",
                        "/api/v1/cases/{number}/appointments/{task}",
                        "/api/v1/cases/{number}/appointments/{task}/move",
                        "/api/v1/cases/{number}/appointments/{task}/cancel",
                        "/api/v1/cases/{number}/fees",
                        "/api/v1/cases/{number}/fees/{task}/payment",
                        "/api/v1/cases/{number}/parties",
                        "/api/v1/parts/{number}/answers"));
    }

    private JsonNode filed(String item) {
        var example = examples.of(item).getFirst();
        var body = FilingBodies.submission(catalogue.item(item), example);
        var answer = api.post(
                PLATFORM,
                "/api/v1/cases",
                body,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body();
    }

    private JsonNode post(String client, String path, String body, int status) {
        var answer = api.post(client, path, api.json(body));
        assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static int task(JsonNode file, String kind) {
        return of(file, kind).get("no").intValue();
    }

    private static String office(JsonNode file, String kind) {
        return of(file, kind).get("office").asString();
    }

    private static JsonNode of(JsonNode file, String kind) {
        return file.get("tasks")
                .valueStream()
                .filter(t -> t.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
