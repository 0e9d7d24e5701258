package org.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.places.Offices;
import tools.jackson.databind.node.ObjectNode;

/** The API as others' systems meet it: services, filing, files and limits, with right, wrong and hurried input. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApiTest extends OthersSystem {
    private static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Autowired
    Offices offices;

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
    void limits_are_counted_by_the_holidays_that_are_known() {
        assertThat(due("from=2026-09-28&days=5&unit=working")).isEqualTo("2026-10-10 false");
        assertThat(due("from=2026-03-02&days=10&unit=natural")).isEqualTo("2026-03-12 false");
        assertThat(due("from=2027-09-28&days=100&unit=working")).endsWith("true");
        isProblem(api.get(null, "/api/v1/calendar/due?from=2026-03-02&days=5&unit=moon"), 400, "bad-request");
        isProblem(api.get(null, "/api/v1/calendar/due?from=2026-03-02&days=-5"), 400, "bad-request");
    }

    private String due(String query) {
        var due = api.get(null, "/api/v1/calendar/due?" + query).body();
        return due.get("on").asString() + " " + due.get("provisional").asBoolean();
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
