package org.tongban.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.casework.Move;
import org.tongban.casework.Sweep;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Deed;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.ExampleAct;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Precheck;
import org.tongban.payments.TestArrears;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One example from its filing to its last act: offices and the applying platform by the API, people by their pages. After each act the
 * case is held against what the file says it is then; the first difference ends it.
 */
final class Rehearsal {
    private static final String PLATFORM = "demo-platform";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_STEPS = 40;

    /** The doors of one node, for all examples. */
    record Doors(
            Driver api,
            PeopleAtPages pages,
            Catalogue catalogue,
            SettableTime time,
            Sweep sweep,
            TestArrears arrears) {}

    private final Doors doors;
    private final Item item;
    private final Example example;
    private final Precheck check;
    private @Nullable CaseAsSeen file;
    private @Nullable String refused;

    Rehearsal(Doors doors, Item item, Example example) {
        this.doors = doors;
        this.item = item;
        this.example = example;
        this.check = doors.catalogue().check(item, example.filing(), example.today());
    }

    /** What went otherwise than the file says; empty: nothing did. */
    Optional<String> run() {
        if (example.acts().isEmpty()) {
            return Boolean.FALSE.equals(example.expected().eligible())
                            || !check.fieldErrors().isEmpty()
                    ? opensNothing().map(fault -> fault("提交申请", fault))
                    : Optional.empty();
        }
        for (int i = 0; i < example.acts().size(); i++) {
            var act = example.acts().get(i);
            var fault = tried(act);
            if (fault != null) {
                var where = "第 %d 步（第 %d 行）%s %s".formatted(i + 1, act.line(), act.who(), act.does());
                return Optional.of(fault(where, fault));
            }
        }
        return Optional.empty();
    }

    private String fault(String where, String fault) {
        return "%s.cases.yaml “%s” %s：%s".formatted(item.id(), example.name(), where, fault);
    }

    private @Nullable String tried(ExampleAct act) {
        try {
            moveTo(act);
            refused = null;
            make(act);
        } catch (AssertionError | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
        var differences = differences(act.then());
        return differences.isEmpty() ? null : String.join("；", differences) + "（" + stand() + "）";
    }

    /** A rule of the service refuses before anything is opened, and says which (L-10). */
    private Optional<String> opensNothing() {
        doors.time().set(example.today());
        var answer = open(FilingBodies.submission(item, example), PLATFORM);
        var said = new ArrayList<String>();
        if (answer.body().has("refusals")) {
            answer.body()
                    .get("refusals")
                    .forEach(r -> said.add(r.isObject() ? r.get("text").asString() : r.asString()));
        }
        return answer.status() == 422 && said.containsAll(example.expected().refusals())
                ? Optional.empty()
                : Optional.of(
                        "应当因" + example.expected().refusals() + "不予立件，实为 " + answer.status() + " " + answer.body());
    }

    private Driver.Answer open(JsonNode body, String client) {
        return doors.api()
                .post(
                        client,
                        "/api/v1/cases",
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    /** Time moves; what falls due until then happens by itself, as on any node that runs. */
    private void moveTo(ExampleAct act) {
        var at = act.at().atZone(Time.ZONE).toInstant();
        while (file != null
                && file().nextAlarm().filter(due -> !due.isAfter(at)).isPresent()) {
            doors.time().set(file().nextAlarm().orElseThrow());
            int before = file().revision();
            doors.sweep().run();
            look();
            if (file().revision() == before) {
                break;
            }
            if (act.deed() == Deed.FALL_DUE
                    && file().nextAlarm().filter(due -> !due.isAfter(at)).isEmpty()) {
                doors.time().set(at);
                return;
            }
        }
        doors.time().set(at);
        if (act.deed() == Deed.FALL_DUE) {
            unpaid();
        }
    }

    /** No alarm of the case itself: an order that nobody paid ends then. */
    private void unpaid() {
        int before = file().revision();
        doors.arrears().run();
        look();
        if (file().revision() == before) {
            throw new AssertionError("这时没有到期的事，下一次到期在 " + file().nextAlarm().map(Time::dateOf));
        }
    }

    private CaseAsSeen file() {
        return Objects.requireNonNull(file, "还没有立件");
    }

    private void make(ExampleAct act) {
        switch (act.deed()) {
            case SUBMIT, RECEIVE -> begin(act);
            case STEP -> step(act);
            case REST -> rest();
            case FALL_DUE -> {}
            case BOOK, REBOOK, CANCEL_BOOKING, STAY_AWAY -> appointment(act);
            case CHARGE, REDUCE, PAY -> fee(act);
            case WITHDRAW -> withdraw(act);
            case RETURN_FOR_FORM,
                    HAND_OVER,
                    ASK_SUPPLEMENT,
                    SUPPLEMENT,
                    ACCEPT,
                    DECLINE,
                    REROUTE,
                    PROPOSE,
                    SEND_BACK,
                    PAUSE,
                    RESUME,
                    EXTEND,
                    GRANT,
                    GRANT_PARTLY,
                    REFUSE,
                    REFER,
                    DELIVER,
                    TERMINATE,
                    CORRECT,
                    REVOKE,
                    WRITE,
                    MOVE_ORIGINAL -> move(act);
        }
    }

    private void begin(ExampleAct act) {
        var body = FilingBodies.submission(item, example);
        if (act.with().get("originals") instanceof List<?> originals) {
            body.set("originals", JSON.<JsonNode>valueToTree(originals));
        }
        boolean window = act.deed() == Deed.RECEIVE;
        body.put("receive", window);
        var client = window || act.who().equals(ExampleAct.CLERK) ? "demo-" + window() : PLATFORM;
        taken(open(body, client));
    }

    private String window() {
        return office("apply_at");
    }

    private String office(String role) {
        return Objects.requireNonNull(check.plan().offices().get(role), () -> "没有找到 " + role + " 的机构");
    }

    private void taken(Driver.Answer answer) {
        if (answer.status() == 200 || answer.status() == 201) {
            file = new CaseAsSeen(item, answer.body());
        } else {
            refused = answer.body().toString();
        }
    }

    /** As the office that decides sees it. */
    private void look() {
        var seen = doors.api().get("demo-" + file().office(), "/api/v1/cases/" + file().number());
        file = new CaseAsSeen(item, seen.body());
    }

    private void move(ExampleAct act) {
        var move = List.of(Move.values()).stream()
                .filter(m -> m.label().equals(act.does()))
                .findFirst()
                .orElseThrow();
        var fields = new MoveWith(item, file().json()).fields(act);
        var client = client(act, fields);
        if (act.who().equals(ExampleAct.APPROVER)) {
            fields.put("by", client.substring("demo-".length()) + "/approver");
        }
        act(client, move.apiName(), null, fields);
    }

    private void act(String client, String move, @Nullable Integer task, Map<String, Object> fields) {
        var body = JSON.createObjectNode().put("move", move).put("revision", file().revision());
        if (task != null) {
            body.put("task", task);
        }
        body.set("fields", JSON.<JsonNode>valueToTree(fields));
        taken(doors.api().post(client, "/api/v1/cases/" + file().number() + "/moves", body));
    }

    /** Whoever acts: the platform for the applicant, else the office's own system. */
    private String client(ExampleAct act, Map<String, Object> fields) {
        return switch (act.who()) {
            case ExampleAct.APPLICANT, ExampleAct.AGENT -> PLATFORM;
            case ExampleAct.CLERK -> "demo-" + file().receivedBy().orElseGet(this::window);
            case ExampleAct.OFFICER, ExampleAct.APPROVER -> "demo-" + deciding(fields);
            default -> "demo-" + office(act.who());
        };
    }

    private String deciding(Map<String, Object> fields) {
        if (fields.get("leg") instanceof Integer leg) {
            return file().office(leg);
        }
        return file().office();
    }

    private void step(ExampleAct act) {
        var step = Objects.requireNonNull(act.step(item));
        var task = file().taskOf(step, new PartyNamed(check, example.filing()).masked(act.who()));
        var result = act.with().getOrDefault("result", file().usual(step, task)).toString();
        var text = act.with().getOrDefault("text", "").toString();
        if (!step.parties().isEmpty()) {
            partyAnswers(act, task, result);
        } else if (task.get("kind").asString().equals("APPOINTMENT")
                && doors.pages().kept(file().number(), task, result, text)) {
            look();
        } else {
            finish(task, result, text);
        }
    }

    /** From where they are where the filing tells who they are; else before the office that checks who comes. */
    private void partyAnswers(ExampleAct act, JsonNode task, String result) {
        var who = new PartyNamed(check, example.filing()).who(act.who());
        if (who.isEmpty()) {
            finish(task, result, act.with().getOrDefault("text", "").toString());
            return;
        }
        refused = doors.pages()
                .answered(who.get(), file().number(), task.get("no").intValue(), result, file().revision());
        look();
    }

    private void finish(JsonNode task, String result, String text) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("result", result);
        if (!text.isEmpty()) {
            fields.put("text", text);
        }
        act(
                "demo-" + task.get("office").asString(),
                "finishStep",
                task.get("no").intValue(),
                fields);
    }

    private void rest() {
        for (int i = 0; i < MOST_STEPS; i++) {
            var next = file().nextStep();
            if (next == null || refused != null) {
                return;
            }
            finish(next, file().usual(next), "");
        }
    }

    private void appointment(ExampleAct act) {
        refused = doors.pages().appointment(act, example.filing(), file().number(), file().taskOfKind("APPOINTMENT"));
        look();
    }

    private void fee(ExampleAct act) {
        refused = doors.pages().fee(act, item, example.filing(), file().number(), file().taskOfKind("PAY"));
        look();
    }

    /** A party withdraws on their page; the applicant by the platform that filed for them. */
    private void withdraw(ExampleAct act) {
        var party = new PartyNamed(check, example.filing()).who(act.who());
        if (party.isPresent()) {
            refused = doors.pages().withdrawn(party.get(), file().number(), file().revision());
            look();
        } else {
            move(act);
        }
    }

    private List<String> differences(ExampleAct.Then then) {
        if (then.refused() == null && refused != null) {
            return List.of("被拒绝：" + refused);
        }
        var differences = new ArrayList<String>();
        if (then.refused() != null && (refused == null || !refused.contains(then.refused()))) {
            differences.add("应当以“" + then.refused() + "”拒绝，实为 " + (refused == null ? "办成了" : refused));
        }
        if (file == null) {
            return differences;
        }
        differences.addAll(file.differences(then));
        if (!then.says().isEmpty()) {
            var page = doors.pages().caseOf(example.filing(), file.number());
            then.says().stream()
                    .filter(words -> !page.contains(words))
                    .forEach(words -> differences.add("申请人的页面上没有“" + words + "”"));
        }
        return differences;
    }

    private String stand() {
        return file == null ? "没有立件" : file.stand();
    }
}
