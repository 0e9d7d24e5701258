package org.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import tools.jackson.databind.JsonNode;

/** Cases as others' systems meet them: who sees them, moves them, has their tasks and rates them. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CasesApiTest extends OthersSystem {
    private Driver.Answer move(String client, JsonNode file, String move, String fields) {
        return api.post(
                client,
                "/api/v1/cases/" + file.get("number").asString() + "/moves",
                api.json("{\"move\": \"%s\", \"revision\": %d, \"fields\": %s}"
                        .formatted(move, file.get("revision").intValue(), fields)));
    }

    private static List<String> moves(JsonNode file) {
        return file.get("moves")
                .valueStream()
                .map(m -> m.get("move").asString())
                .toList();
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
}
