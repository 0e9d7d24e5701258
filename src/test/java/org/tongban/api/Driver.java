package org.tongban.api;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Drives any case of any service to its end over the API alone: it reads what is possible and the JSON Schema of its fields, and knows no
 * service. What it does know is the order in which an office works: hand over, accept, finish steps, propose, grant, deliver.
 */
public final class Driver {
    private static final List<String> ORDER =
            List.of("handOver", "accept", "finishStep", "propose", "grant", "deliver");
    private static final int MOST_MOVES = 80;

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** What an answer was. */
    public record Answer(int status, JsonNode body) {}

    /** How a case ended and by which moves. */
    public record Ended(JsonNode file, List<String> moves) {}

    public Driver(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    public JsonNode json(String text) {
        return json.readTree(text);
    }

    public static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** @param client null: without a token */
    public Answer post(@Nullable String client, String path, JsonNode body, String... headers) {
        return send(client, request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public Answer upload(String client, String part, String name, byte[] content) {
        var boundary = "tongban-" + content.length;
        var head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, part, name);
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(head),
                HttpRequest.BodyPublishers.ofByteArray(content),
                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return send(
                client,
                HttpRequest.newBuilder(URI.create(base + "/api/v1/files"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(body));
    }

    /** @param client null: without a token */
    public Answer get(@Nullable String client, String path) {
        return send(client, request(path).GET());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(@Nullable String client, HttpRequest.Builder request) {
        try {
            if (client != null) {
                request.header("Authorization", "Bearer " + token(client));
            }
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String token(String client) throws java.io.IOException, InterruptedException {
        var known = tokens.get(client);
        if (known != null) {
            return known;
        }
        var secret = Base64.getEncoder().encodeToString((client + ":demo").getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("no token for " + client + ": " + answer.statusCode() + " " + answer.body());
        }
        var token = json.readTree(answer.body()).get("access_token").asString();
        tokens.put(client, token);
        return token;
    }

    /**
     * Takes the case as far as people can.
     *
     * @param waiting called with the moment at which the case goes on by itself, when nothing is left but to wait for it
     */
    public Ended drive(String number, String firstOffice, Consumer<Instant> waiting) {
        var moves = new ArrayList<String>();
        var file = get("demo-" + firstOffice, "/api/v1/cases/" + number).body();
        while (!file.get("state").asString().equals("CLOSED")) {
            if (moves.size() > MOST_MOVES) {
                throw new AssertionError("case " + number + " does not end: " + moves);
            }
            var before = file.get("revision").intValue();
            for (var office : offices(file)) {
                var move = step(number, office);
                if (move != null) {
                    moves.add(move);
                    break;
                }
            }
            file = get("demo-" + firstOffice, "/api/v1/cases/" + number).body();
            if (file.get("revision").intValue() == before) {
                goesOnAt(file).ifPresent(waiting);
                file = get("demo-" + firstOffice, "/api/v1/cases/" + number).body();
                if (file.get("revision").intValue() == before) {
                    throw new AssertionError("nobody can go on with case " + number + " after " + moves + ": " + file);
                }
                moves.add("(time)");
            }
        }
        return new Ended(file, moves);
    }

    private static Optional<Instant> goesOnAt(JsonNode file) {
        return file.get("clocks")
                .valueStream()
                .map(clock -> Instant.parse(clock.get("firesAt").asString()))
                .min(Comparator.naturalOrder());
    }

    /** Those with an open task first, then who decides. */
    private static Set<String> offices(JsonNode file) {
        var offices = new LinkedHashSet<String>();
        file.get("tasks").forEach(t -> offices.add(t.get("office").asString()));
        if (!file.get("receivedBy").isNull()) {
            offices.add(file.get("receivedBy").asString());
        }
        offices.add(file.get("office").asString());
        file.get("legs").forEach(l -> offices.add(l.get("office").asString()));
        return offices;
    }

    private @Nullable String step(String number, String office) {
        var file = get("demo-" + office, "/api/v1/cases/" + number).body();
        for (var name : ORDER) {
            for (var move : file.get("moves")) {
                if (move.get("move").asString().equals(name)
                        && (!name.equals("propose") || proposesGrant(move))
                        && !breaksIntoPeriod(file, move)) {
                    var body = json.createObjectNode()
                            .put("move", name)
                            .put("revision", file.get("revision").intValue());
                    body.set("task", move.get("task"));
                    body.set("fields", fill(move.get("schema")));
                    var answer = post("demo-" + office, "/api/v1/cases/" + number + "/moves", body);
                    if (answer.status() != 200) {
                        throw new AssertionError(name + " at " + office + " refused: " + answer.body());
                    }
                    return name + "@" + office;
                }
            }
        }
        return null;
    }

    /** An objection can be raised while a period runs; who drives a case to its grant raises none. */
    private static boolean breaksIntoPeriod(JsonNode file, JsonNode move) {
        return file.get("tasks")
                .valueStream()
                .anyMatch(t -> t.get("no").equals(move.get("task"))
                        && t.get("state").asString().equals("WAITING"));
    }

    private static boolean proposesGrant(JsonNode move) {
        return move.get("schema")
                .get("properties")
                .get("what")
                .get("enum")
                .get(0)
                .asString()
                .equals("grant");
    }

    /** Fills what a schema requires: the first option, a sentence, the least number. */
    private ObjectNode fill(JsonNode schema) {
        var fields = json.createObjectNode();
        for (var key : schema.get("required")) {
            fields.set(key.asString(), value(schema.get("properties").get(key.asString())));
        }
        return fields;
    }

    private JsonNode value(JsonNode property) {
        if (property.has("enum")) {
            return property.get("enum").get(0);
        }
        return switch (property.get("type").asString()) {
            case "array" -> array(property);
            case "integer" ->
                json.getNodeFactory().numberNode(property.get("minimum").intValue());
            case "object" -> json.createObjectNode();
            default -> json.getNodeFactory().stringNode("按规定办理，情况属实。");
        };
    }

    private ArrayNode array(JsonNode property) {
        return json.createArrayNode().add(property.get("items").get("enum").get(0));
    }
}
