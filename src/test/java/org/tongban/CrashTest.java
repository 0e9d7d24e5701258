package org.tongban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tongban.casework.HistoryCheck;

/** {@code kill -9} of the application amid submissions: what was acknowledged is there, once and whole; what was not can be sent again. */
class CrashTest {
    private static final int SUBMISSIONS = 200;
    private static final int ACKNOWLEDGED_BEFORE_THE_CRASH = 60;
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final Pattern NUMBER = Pattern.compile("\"number\":\"(\\d{19})\"");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Who signs in to no page and holds no lock: a case of a service that a person can have at once. */
    private static final String BODY = """
            {"item": "2020-07", "applicant": {"kind": "person", "name": "李小燕", "idNumber": "%s"}, "places": {"apply_at": "440105"},
             "answers": {"fromRegion": "440105", "toRegion": "320104", "hukouRegion": "320104", "transferReason": "跨省就业参保",
               "fromAccountType": "一般账户", "toAccountType": "一般账户", "fromPaymentStatus": "已停止缴费", "fromArrears": false,
               "toInsuredType": "灵活就业人员", "toStartMonth": "2025-11", "hasLumpSumOver3Years": false, "receivingPension": false},
             "materials": {}, "insist": true}""";

    @TempDir
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final DatabaseAddress database = TestDatabase.create();
    private @Nullable Process crashing;
    private @Nullable ConfigurableApplicationContext restarted;

    @AfterEach
    void nothing_stays_running() {
        if (crashing != null) {
            crashing.destroyForcibly();
        }
        if (restarted != null) {
            restarted.close();
        }
        http.close();
    }

    private List<String> arguments() {
        return List.of(
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--tongban.db.url=" + database.url(),
                "--tongban.db.owner-password=" + database.ownerPassword(),
                "--tongban.db.app-password=" + database.appPassword(),
                "--tongban.data=" + data,
                "--tongban.jobs.enabled=false");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void after_kill_9_amid_200_submissions_each_acknowledged_case_is_there_once_none_is_half_and_history_verifies()
            throws Exception {
        int port = start();
        var acknowledged = submitUntilKilled(port);
        assertThat(acknowledged.size()).isBetween(ACKNOWLEDGED_BEFORE_THE_CRASH, SUBMISSIONS - 1);

        var node = restart();
        assertThat(node.getBean(HistoryCheck.class).run().faults()).isEmpty();
        assertThat(half())
                .as("cases without an event, a part, a key or a message")
                .isZero();
        var there = ids();
        assertThat(there).hasSizeBetween(acknowledged.size(), SUBMISSIONS).doesNotHaveDuplicates();
        assertThat(there).containsAll(acknowledged.values());

        var again = submitAll(Integer.parseInt(node.getEnvironment().getRequiredProperty("local.server.port")));
        assertThat(again).hasSize(SUBMISSIONS).containsAllEntriesOf(acknowledged);
        assertThat(again.values()).doesNotHaveDuplicates();
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(again.values());
        assertThat(half()).isZero();
        assertThat(node.getBean(HistoryCheck.class).run().sound()).isTrue();
    }

    /** The application as a process of its own; returns its port. */
    private int start() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Tongban.class.getName()));
        command.addAll(arguments());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        crashing = process;
        var said = new ArrayList<String>();
        var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {}));
                return Integer.parseInt(address.group(1));
            }
        }
        throw new AssertionError("the node did not start:\n" + String.join("\n", said));
    }

    private ConfigurableApplicationContext restart() {
        var node = SpringApplication.run(Tongban.class, arguments().toArray(String[]::new));
        restarted = node;
        return node;
    }

    /** All at once; the process dies while most are under way. Returns those that were acknowledged: key → number. */
    private Map<String, String> submitUntilKilled(int port) throws Exception {
        var acknowledged = new ConcurrentHashMap<String, String>();
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_CRASH);
        var token = token(port);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SUBMISSIONS; i++) {
                int number = i;
                threads.submit(() -> {
                    acknowledged.put("crash-" + number, submit(port, token, number));
                    enough.countDown();
                    return null;
                });
            }
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            var process = java.util.Objects.requireNonNull(crashing);
            process.destroyForcibly();
            assertThat(process.waitFor()).as("killed by signal 9").isEqualTo(128 + 9);
        }
        return acknowledged;
    }

    private Map<String, String> submitAll(int port) throws Exception {
        var numbers = new ConcurrentHashMap<String, String>();
        var token = token(port);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < SUBMISSIONS; i++) {
                int number = i;
                threads.submit(() -> numbers.put("crash-" + number, submit(port, token, number)));
            }
        }
        return numbers;
    }

    private String submit(int port, String token, int number) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/cases"))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "crash-" + number)
                .POST(HttpRequest.BodyPublishers.ofString(BODY.formatted(idNumber(number))))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("refused: " + answer.body());
        }
        return first(NUMBER, answer.body());
    }

    private String token(int port) throws IOException, InterruptedException {
        var secret = Base64.getEncoder().encodeToString("demo-platform:demo".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return first(
                TOKEN, http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static String idNumber(int number) {
        var digits = "32010419900307%03d".formatted(number);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    private JdbcClient owner() {
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), DatabaseAddress.OWNER, database.ownerPassword()));
    }

    private List<String> ids() {
        return owner().sql("select casefile_id from casework.casefile").query(Long.class).list().stream()
                .map(id -> new org.tongban.casework.CaseNumber(id).toString())
                .toList();
    }

    private long half() {
        return Stream.of("event", "leg", "task", "filing", "outbox", "paper")
                .mapToLong(part -> owner().sql(
                                "select count(*) from casework.casefile c where not exists (select 1 from casework."
                                        + part + " p where p.casefile_id = c.casefile_id)")
                        .query(Long.class)
                        .single())
                .sum();
    }
}
