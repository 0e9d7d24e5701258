package org.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemExamples;
import org.tongban.places.Offices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API as others' systems meet it, with right, wrong and hurried input. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApiTest {
    private static final String ITEM = "2020-07";
    private static final String PLATFORM = "demo-platform";
    private static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    Offices offices;

    @Autowired
    SettableTime time;

    private Driver api;

    @BeforeEach
    void begin() {
        time.set(TestNode.START);
        api = new Driver(port);
    }

    private ObjectNode filing() {
        return FilingBodies.submission(catalogue.item(ITEM), examples.of(ITEM).getFirst());
    }

    private JsonNode filed(ObjectNode body) {
        var answer = open(body, UUID.randomUUID().toString());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body();
    }

    private Driver.Answer open(ObjectNode body, String key) {
        return api.post(PLATFORM, "/api/v1/cases", body, "Idempotency-Key", key);
    }

    private Driver.Answer move(String client, JsonNode file, String move, String fields) {
        return api.post(
                client,
                "/api/v1/cases/" + file.get("number").asString() + "/moves",
                api.json("{\"move\": \"%s\", \"revision\": %d, \"fields\": %s}"
                        .formatted(move, file.get("revision").intValue(), fields)));
    }

    private static String system(JsonNode file) {
        return "demo-" + file.get("office").asString();
    }

    private static List<String> moves(JsonNode file) {
        return file.get("moves")
                .valueStream()
                .map(m -> m.get("move").asString())
                .toList();
    }

    private static void isProblem(Driver.Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.body().path("code").asString(""))
                .as("%s", answer.body())
                .isEqualTo(code);
        assertThat(answer.body().get("detail").asString()).matches("(?s).*\\p{IsHan}.*");
        assertThat(answer.body().get("next").asString()).as("what to do next").matches("(?s).*\\p{IsHan}.*");
        assertThat(answer.body().get("type").asString()).isEqualTo("urn:tongban:problem:" + code);
    }

    @Test
    void services_are_found_by_words_as_people_say_them_and_by_pinyin_page_by_page() {
        var said = api.get(null, "/api/v1/items?q=" + Driver.encoded("养老金从南京转到上海"));
        assertThat(said.body()
                        .get("items")
                        .valueStream()
                        .limit(3)
                        .map(i -> i.get("id").asString()))
                .contains(ITEM);
        assertThat(api.get(null, "/api/v1/items?q=yanglao").body().get("items").isEmpty())
                .isFalse();

        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = api.get(null, "/api/v1/items" + next).body();
            page.get("items").forEach(i -> seen.add(i.get("id").asString()));
            next = page.get("cursor").isNull()
                    ? ""
                    : "?cursor=" + page.get("cursor").asString();
        } while (!next.isEmpty());
        assertThat(seen).hasSize(140).doesNotHaveDuplicates();

        isProblem(api.get(null, "/api/v1/items?mode=SOMEHOW"), 400, "bad-request");
        isProblem(api.get(null, "/api/v1/items?batch=1999"), 400, "bad-request");
        isProblem(api.get(null, "/api/v1/items?cursor=x"), 400, "bad-request");
    }

    @Test
    void a_service_shows_its_whole_definition_each_field_with_its_type() {
        var item = api.get(null, "/api/v1/items/" + ITEM).body();
        var form = item.get("form");
        assertThat(form.valueStream().map(f -> f.path("type").asString("")))
                .isNotEmpty()
                .doesNotContain("");
        var reason = form.valueStream()
                .filter(f -> f.get("key").asString().equals("transferReason"))
                .findFirst()
                .orElseThrow();
        assertThat(reason.get("type").asString()).isEqualTo("select");
        assertThat(reason.get("options").isEmpty()).isFalse();
        assertThat(item.at("/limits/committed/0/limit/kind").asString()).isEqualTo("counted");
        isProblem(api.get(null, "/api/v1/items/1999-01"), 404, "no-such-item");
    }

    @Test
    void a_platform_sees_the_cases_that_it_filed_and_acts_there_for_the_applicant_alone() {
        var file = filed(filing());
        var path = "/api/v1/cases/" + file.get("number").asString();

        var seen = api.get(PLATFORM, path).body();
        assertThat(seen.get("state").asString()).isEqualTo("SUBMITTED");
        assertThat(moves(seen)).containsExactlyInAnyOrder("withdraw", "write");
        assertThat(api.get(PLATFORM, path + "/events").body().get(0).get("type").asString())
                .isEqualTo("Submitted");
        isProblem(move(PLATFORM, seen, "accept", "{}"), 403, "not-yours");

        var asked = move(
                system(file),
                file,
                "askSupplement",
                "{\"defects\": [\"field.toStartMonth\"], \"text\": \"请核对年月\", \"days\": 10}");
        assertThat(asked.status()).as("%s", asked.body()).isEqualTo(200);
        var open = api.get(PLATFORM, path).body();
        assertThat(moves(open)).contains("supplement");
        isProblem(move(PLATFORM, open, "supplement", "{\"answers\": {\"toRegion\": \"火星\"}}"), 422, "fields");
        isProblem(move(PLATFORM, open, "supplement", "{\"materials\": {\"idCard\": [\"x\"]}}"), 422, "fields");
        isProblem(
                move(PLATFORM, open, "supplement", "{\"materials\": {\"idCard\": [\"" + UUID.randomUUID() + "\"]}}"),
                422,
                "file-not-taken");
        var supplemented = move(PLATFORM, open, "supplement", "{\"answers\": {\"toStartMonth\": \"2025-10\"}}");
        assertThat(supplemented.status()).as("%s", supplemented.body()).isEqualTo(200);
        assertThat(supplemented.body().get("state").asString()).isEqualTo("SUBMITTED");

        assertThat(move(PLATFORM, supplemented.body(), "withdraw", "{}")
                        .body()
                        .get("outcome")
                        .asString())
                .isEqualTo("WITHDRAWN");
        assertThat(listed(PLATFORM, "?state=CLOSED"))
                .contains(file.get("number").asString());
        assertThat(listed(PLATFORM, "?due_before=2099-01-01"))
                .doesNotContain(file.get("number").asString());
    }

    @Test
    void what_an_office_files_itself_no_platform_sees_and_no_uninvolved_office() {
        var office = "social-insurance-320506";
        var answer = api.post("demo-" + office, "/api/v1/cases", filing(), "Idempotency-Key", "own");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        var path = "/api/v1/cases/" + answer.body().get("number").asString();
        assertThat(api.get("demo-" + office, path).status()).isEqualTo(200);
        isProblem(api.get(PLATFORM, path), 404, "no-such-case");
        isProblem(api.get("demo-civil-affairs-320100", path), 404, "no-such-case");
        isProblem(
                api.post(
                        "demo-civil-affairs-320100",
                        path + "/moves",
                        api.json("{\"move\": \"claim\", \"task\": 1, \"revision\": 1}")),
                404,
                "no-such-case");
        assertThat(listed("demo-" + office, ""))
                .contains(answer.body().get("number").asString());
    }

    @Test
    void the_same_key_gives_the_same_case_also_at_once_and_later_and_never_swallows_another_application()
            throws Exception {
        var body = filing();
        var key = UUID.randomUUID().toString();
        List<String> numbers;
        try (var at = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> open = () -> open(body, key).body().path("number").asString("");
            numbers = at.invokeAll(List.of(open, open, open, open)).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }
        assertThat(numbers).doesNotContain("").containsOnly(numbers.getFirst());

        time.set(TestNode.START.plusDays(200));
        assertThat(open(body, key).body().get("number").asString()).isEqualTo(numbers.getFirst());

        var other = filing();
        ((ObjectNode) other.get("answers")).put("toStartMonth", "2025-09");
        isProblem(open(other, key), 422, "idempotency-key-reused");
        isProblem(api.post(PLATFORM, "/api/v1/cases", body), 400, "header-missing");
    }

    @Test
    void a_refused_filing_says_what_check_says_and_opens_nothing() {
        var body = filing();
        ((ObjectNode) body.get("answers")).put("receivingPension", true);
        var refused = open(body, "refused");
        isProblem(refused, 422, "not-eligible");
        assertThat(refused.body().at("/refusals/0/text").asString()).contains("基本养老保险");

        var faulty = filing();
        ((ObjectNode) faulty.get("answers")).put("toRegion", "火星").put("nosuch", 1);
        var fields = open(faulty, "faulty");
        isProblem(fields, 422, "fields");
        assertThat(fields.body()
                        .get("fieldErrors")
                        .valueStream()
                        .map(e -> e.get("key").asString()))
                .contains("toRegion", "nosuch");
    }

    @Test
    void where_nothing_is_handed_in_an_empty_list_will_do() {
        var body = filing();
        body.set("materials", api.json("[]"));
        var opened = open(body, "empty-list");
        assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
        assertThat(opened.body().get("mode").asString()).isEqualTo("全程网办");
    }

    @Test
    void what_cannot_be_read_is_named_down_to_the_place_and_never_a_fault_of_ours() {
        isProblem(api.post(PLATFORM, "/api/v1/cases", api.json("[]"), "Idempotency-Key", "k"), 400, "unreadable");
        var dated = filing();
        ((ObjectNode) dated.get("applicant")).put("birthDate", "1.2.1990");
        var unreadable = open(dated, "k");
        isProblem(unreadable, 400, "unreadable");
        assertThat(unreadable.body().at("/fieldErrors/0/key").asString()).isEqualTo("applicant.birthDate");
        var numbered = filing();
        ((ObjectNode) numbered.get("applicant")).put("idNumber", "110101199003078888");
        isProblem(open(numbered, "k"), 400, "bad-request");

        isProblem(api.get(null, "/api/v1/calendar/due?from=2026-03-02"), 400, "bad-request");
        isProblem(api.get(null, "/api/v1/calendar/due?from=yesterday&days=5"), 400, "bad-request");
        isProblem(api.get(null, "/api/v1/offices?region=999999"), 400, "bad-request");
        isProblem(api.get(null, "/api/v1/offices?region=320100&kind=nosuch"), 400, "bad-request");
        isProblem(api.get(null, "/api/v1/regions?parent=32"), 400, "bad-request");
        isProblem(api.get(null, "/api/v1/nosuch"), 404, "not-found");
        isProblem(api.post(null, "/api/v1/items", api.json("{}")), 405, "method-not-allowed");
        isProblem(api.get(null, "/api/v1/cases/1"), 401, "unauthenticated");
        isProblem(api.get(PLATFORM, "/api/v1/cases/1"), 400, "bad-request");
        isProblem(api.get(system(filed(filing())), "/api/v1/cases?state=DREAMING"), 400, "bad-request");
        isProblem(api.get("demo-civil-affairs-320100", "/api/v1/cases?office=x"), 400, "bad-request");
    }

    @Test
    void a_move_with_wrong_fields_or_on_an_older_state_is_refused_with_the_reason() {
        var file = filed(filing());
        var system = system(file);
        isProblem(move(system, file, "dance", "{}"), 400, "bad-request");
        isProblem(move(system, file, "claim", "{}"), 400, "bad-request");
        isProblem(move(system, file, "grant", "{}"), 409, "not-possible-now");
        isProblem(move(system, file, "accept", "{\"leg\": \"abc\"}"), 422, "fields");
        isProblem(move(system, file, "askSupplement", "{\"days\": \"many\"}"), 422, "fields");
        isProblem(move(system, file, "accept", "{\"by\": \"nobody\"}"), 400, "bad-request");
        assertThat(move(system, file, "accept", "{}").status()).isEqualTo(200);
        var late = move(system, file, "decline", "{}");
        isProblem(late, 409, "changed-meanwhile");
        assertThat(late.body().get("revision").intValue()).isEqualTo(2);
        assertThat(late.body().get("changes").isEmpty()).isFalse();
    }

    @Test
    void who_has_a_task_is_changed_by_moves_that_the_case_lists() {
        var file = filed(filing());
        var system = system(file);
        var path = "/api/v1/cases/" + file.get("number").asString();
        var seen = api.get(system, path).body();
        assertThat(moves(seen)).contains("claim", "handTo", "countersign").doesNotContain("giveBack");
        var claim = seen.get("moves")
                .valueStream()
                .filter(m -> m.get("move").asString().equals("claim"))
                .findFirst()
                .orElseThrow();
        var body = api.json("{\"move\": \"claim\", \"task\": %d, \"revision\": 1}"
                .formatted(claim.get("task").intValue()));
        var claimed = api.post(system, path + "/moves", body);
        assertThat(claimed.status()).as("%s", claimed.body()).isEqualTo(200);
        assertThat(moves(claimed.body())).contains("giveBack", "handTo").doesNotContain("claim");
        assertThat(moves(api.get(PLATFORM, path).body()))
                .as("a platform has no desk")
                .doesNotContain("claim");

        var away = move(
                system, claimed.body(), "reroute", "{\"office\": \"social-insurance-320115\", \"text\": \"参保地不在这里\"}");
        assertThat(away.status()).as("%s", away.body()).isEqualTo(200);
        assertThat(away.body().get("office").asString()).isEqualTo("social-insurance-320115");
        assertThat(away.body().get("tasks").isEmpty())
                .as("D-01: it is theirs no more")
                .isTrue();
        assertThat(moves(away.body())).isEmpty();
        isProblem(api.get(system, path + "/events"), 404, "no-such-case");
    }

    @Test
    void a_file_is_taken_for_what_it_is_and_belongs_to_who_uploaded_it() {
        var file = api.upload(PLATFORM, "file", "身份证.pdf", PDF);
        assertThat(file.status()).as("%s", file.body()).isEqualTo(201);
        isProblem(api.upload(PLATFORM, "file", "身份证.png", PDF), 422, "file-not-taken");
        isProblem(api.upload(PLATFORM, "file", "空.pdf", new byte[0]), 422, "file-not-taken");
        isProblem(api.upload(PLATFORM, "attachment", "a.pdf", PDF), 400, "no-file");
        isProblem(api.upload(PLATFORM, "file", "大.pdf", new byte[23 << 20]), 413, "too-large");
        isProblem(api.post(PLATFORM, "/api/v1/files", api.json("{}")), 400, "no-file");

        var body = filing();
        body.putObject("materials").putArray("idCard").add(file.body().get("id").asString());
        isProblem(
                api.post("demo-social-insurance-320506", "/api/v1/cases", body, "Idempotency-Key", "theirs"),
                422,
                "file-not-taken");
        filed(body);
        isProblem(open(body, "twice"), 422, "file-not-taken");
    }

    @Test
    void an_office_walks_through_its_cases_page_by_page_and_sees_what_is_due() {
        var office = filed(filing()).get("office").asString();
        var all = new ArrayList<String>();
        for (int i = 0; i < 51; i++) {
            all.add(filed(filing()).get("number").asString());
        }
        assertThat(listed("demo-" + office, "?office=" + office + "&state=SUBMITTED"))
                .containsAll(all)
                .doesNotHaveDuplicates();
        var due = TestNode.START.plusDays(30);
        assertThat(listed("demo-" + office, "?due_before=" + due)).containsAll(all);
        assertThat(listed("demo-" + office, "?due_before=" + TestNode.START)).doesNotContainAnyElementsOf(all);
        assertThat(listed("demo-" + office, "?state=CLOSED")).doesNotContainAnyElementsOf(all);
    }

    @Test
    void limits_are_counted_by_the_holidays_that_are_known() {
        assertThat(due("from=2026-09-28&days=5&unit=working")).isEqualTo("2026-10-10 false");
        assertThat(due("from=2026-03-02&days=10&unit=natural")).isEqualTo("2026-03-12 false");
        assertThat(due("from=2027-09-28&days=100&unit=working")).endsWith("true");
        isProblem(api.get(null, "/api/v1/calendar/due?from=2026-03-02&days=5&unit=moon"), 400, "bad-request");
        isProblem(api.get(null, "/api/v1/calendar/due?from=2026-03-02&days=-5"), 400, "bad-request");
    }

    @Test
    void a_platform_hands_on_what_the_applicant_said_once_and_everybody_reads_the_published_figures() {
        var file = filed(filing());
        var path = "/api/v1/cases/" + file.get("number").asString();
        isProblem(rated(PLATFORM, path, "{\"grade\": 4}"), 422, "nothing-to-rate");
        var ended = api.drive(file.get("number").asString(), file.get("office").asString(), moment -> time.set(moment))
                .file();
        assertThat(ended.get("state").asString()).isEqualTo("CLOSED");
        assertThat(api.get(PLATFORM, path + "/ratings")
                        .body()
                        .get(0)
                        .get("grade")
                        .isNull())
                .as("silence is nothing")
                .isTrue();
        isProblem(rated(PLATFORM, path, "{}"), 400, "bad-request");
        isProblem(rated(PLATFORM, path, "{\"grade\": 6}"), 400, "bad-request");
        isProblem(rated(system(file), path, "{\"grade\": 5}"), 403, "forbidden");
        var given = rated(PLATFORM, path, "{\"grade\": 1, \"tags\": [\"等得久\"], \"words\": \"等了很久\"}");
        assertThat(given.status()).as("%s", given.body()).isEqualTo(201);
        assertThat(given.body().get("grade").intValue()).isEqualTo(1);
        isProblem(rated(PLATFORM, path, "{\"grade\": 5}"), 422, "rated-before");
        assertThat(api.get(system(file), path + "/ratings").status())
                .as("no office's system sees who rated how")
                .isEqualTo(403);
        var published = api.get(null, "/api/v1/ratings?item=" + ITEM).body();
        assertThat(published.get("scope").asString()).isEqualTo(ITEM);
        assertThat(published.get("shown").asBoolean()).as("too few to tell").isFalse();
        assertThat(published.get("grades")).isEmpty();
        isProblem(api.get(null, "/api/v1/ratings?item=nosuch"), 404, "no-such-item");
        isProblem(api.get(null, "/api/v1/ratings?province=999999"), 400, "bad-request");
    }

    private Driver.Answer rated(String client, String path, String body) {
        return api.post(client, path + "/rating", api.json(body));
    }

    private String due(String query) {
        var due = api.get(null, "/api/v1/calendar/due?" + query).body();
        return due.get("on").asString() + " " + due.get("provisional").asBoolean();
    }

    private List<String> listed(String client, String query) {
        var numbers = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get(client, "/api/v1/cases" + query + cursor);
            assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
            page.body().get("cases").forEach(c -> numbers.add(c.get("number").asString()));
            var next = page.body().get("cursor");
            cursor = next.isNull() ? "" : (query.isEmpty() ? "?" : "&") + "cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return numbers;
    }

    @Test
    void the_contract_tells_how_to_get_a_token_and_lists_every_endpoint() {
        var contract = api.get(null, "/api/openapi.json").body();
        assertThat(contract.get("paths").propertyNames())
                .contains(
                        "/api/v1/items",
                        "/api/v1/items/{id}",
                        "/api/v1/items/{id}/check",
                        "/api/v1/offices",
                        "/api/v1/regions",
                        "/api/v1/cases",
                        "/api/v1/cases/{number}",
                        "/api/v1/cases/{number}/moves",
                        "/api/v1/cases/{number}/events",
                        "/api/v1/cases/{number}/ratings",
                        "/api/v1/cases/{number}/rating",
                        "/api/v1/ratings",
                        "/api/v1/files",
                        "/api/v1/calendar/due");
        assertThat(contract.at("/components/securitySchemes/token/flows/clientCredentials/tokenUrl")
                        .asString())
                .isEqualTo("/oauth2/token");
    }
}
