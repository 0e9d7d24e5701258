package org.tongban.bench;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.BenchServer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Submission over HTTP by the API at 10, 20 and 40 users, client and server on one machine. */
public final class SubmitBench {

    private static final List<Integer> USERS = List.of(10, 20, 40);
    private static final int REQUESTS = 3000;
    private static final int WARM_UP = 1500;

    private SubmitBench() {}

    /** No arguments. */
    public static void main(String[] arguments) {
        Measurement.run(SubmitBench::measure);
    }

    private static void measure(BenchServer server) {
        Databases databases = new Databases(server);
        ConfigurableApplicationContext node =
                Node.start(databases.fresh("bench_submit"), "--server.port=0", "--server.address=127.0.0.1");
        int port = ((WebServerApplicationContext) node).getWebServer().getPort();
        ApiClient platform = new ApiClient(port, "demo-platform");
        String body = body().toString();
        Load.run(USERS.getFirst(), WARM_UP, () -> submit(platform, body));
        StringBuilder table = new StringBuilder(Machine.setting(databases)).append(Load.HEAD);
        for (int users : USERS) {
            databases.checkpoint();
            table.append(Load.run(users, REQUESTS, () -> submit(platform, body)).row("POST /api/v1/cases"));
        }
        Readme.replace("submit", table.toString());
        node.close();
    }

    private static Object submit(ApiClient platform, String body) {
        return platform.submit(body, UUID.randomUUID().toString()).get("number").asString();
    }

    private static ObjectNode body() {
        JsonMapper json = new JsonMapper();
        ObjectNode body = json.createObjectNode()
                .put("item", "bench-01")
                .put("mode", "全程网办")
                .put("insist", true);
        body.putObject("applicant")
                .put("kind", "person")
                .put("name", "李小燕")
                .put("idNumber", "320104198605126004")
                .put("phone", "13900001000");
        body.putObject("places").put("apply_at", "320106").put("to", "320106").put("from", "320583");
        body.set("answers", json.valueToTree(TongbanContender.answers()));
        return body;
    }
}
