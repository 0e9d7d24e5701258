package org.tongban.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseState;
import org.tongban.casework.Outcome;
import org.tongban.catalogue.ExampleAct;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Step;
import org.tongban.catalogue.StepKind;
import tools.jackson.databind.JsonNode;

/** A case of a service as an office's system sees it: its open tasks, its alarms, and where it differs from what an example says. */
record CaseAsSeen(Item item, JsonNode json) {

    String number() {
        return json.get("number").asString();
    }

    int revision() {
        return json.get("revision").intValue();
    }

    String office() {
        return json.get("office").asString();
    }

    String office(int leg) {
        return json.get("legs").get(leg - 1).get("office").asString();
    }

    Optional<String> receivedBy() {
        var window = json.get("receivedBy");
        return window.isNull() ? Optional.empty() : Optional.of(window.asString());
    }

    Optional<Instant> nextAlarm() {
        return json.get("clocks")
                .valueStream()
                .map(clock -> Instant.parse(clock.get("firesAt").asString()))
                .min(Instant::compareTo);
    }

    private Stream<JsonNode> tasks() {
        return json.get("tasks").valueStream();
    }

    private List<String> titles() {
        return tasks().map(task -> task.get("title").asString()).toList();
    }

    private static boolean open(JsonNode task) {
        return task.get("state").asString().equals("OPEN");
    }

    /** What waits for this step to be done, by the party of this masked name where parties do it. */
    JsonNode taskOf(Step step, String masked) {
        return tasks().filter(task -> {
                    var title = task.get("title").asString();
                    boolean theirs = step.parties().isEmpty() || title.contains(masked + "：");
                    return title.endsWith(step.action()) && theirs && (step.kind() == StepKind.WAIT || open(task));
                })
                .findFirst()
                .orElseThrow(() -> new AssertionError("这一环节现在没有待办（" + stand() + "）"));
    }

    JsonNode taskOfKind(String kind) {
        return tasks().filter(task -> task.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError("现在没有这种环节（" + stand() + "）"));
    }

    @Nullable
    JsonNode nextStep() {
        return tasks().filter(task -> open(task) && stepOf(task).isPresent())
                .findFirst()
                .orElse(null);
    }

    private Optional<Step> stepOf(JsonNode task) {
        var title = task.get("title").asString();
        return item.steps().stream()
                .filter(s -> s.kind() != StepKind.MOVE && title.endsWith(s.action()))
                .findFirst();
    }

    /** How a task ends where an example says nothing else. */
    String usual(JsonNode task) {
        return usual(stepOf(task).orElseThrow(), task);
    }

    String usual(Step step, JsonNode task) {
        var check = step.check();
        if (check != null && !item.checks().get(check).answers().isEmpty()) {
            return item.checks().get(check).answers().getFirst();
        }
        return task.get("kind").asString().equals("CONFIRM") ? "确认并签署" : "完成";
    }

    List<String> differences(ExampleAct.Then then) {
        var differences = new ArrayList<String>();
        compare(differences, "状态", then.state(), json.get("stateLabel").asString());
        compare(differences, "结果", then.outcome(), outcome(json.get("outcome")));
        compare(differences, "期限", then.dueOn(), day(json.get("dueOn")));
        compare(differences, "时钟停着", then.paused(), json.get("paused").asBoolean());
        compare(differences, "等到", then.until(), until());
        var open = then.open();
        if (open != null) {
            openTasks(open, differences);
        }
        then.parts().forEach((name, stands) -> compare(differences, "分项“" + name + "”", stands, part(name)));
        return differences;
    }

    private static void compare(List<String> differences, String what, @Nullable Object expected, @Nullable Object is) {
        if (expected != null && !expected.equals(is)) {
            differences.add(what + "应为 " + expected + "，实为 " + is);
        }
    }

    private static @Nullable String outcome(JsonNode outcome) {
        return outcome.isNull() ? null : Outcome.valueOf(outcome.asString()).label();
    }

    private static @Nullable LocalDate day(JsonNode day) {
        return day.isNull() ? null : LocalDate.parse(day.asString());
    }

    private @Nullable LocalDate until() {
        return nextAlarm().map(at -> Time.dateOf(at.minusMillis(1))).orElse(null);
    }

    private String part(String name) {
        for (var leg : json.get("legs")) {
            if (leg.get("name").asString().equals(name)) {
                var outcome = outcome(leg.get("outcome"));
                return outcome == null
                        ? CaseState.valueOf(leg.get("state").asString()).label()
                        : outcome;
            }
        }
        return "没有这个分项";
    }

    private void openTasks(List<String> open, List<String> differences) {
        var titles = titles();
        open.stream()
                .filter(words -> titles.stream().noneMatch(title -> title.contains(words)))
                .forEach(words -> differences.add("没有待办“" + words + "”"));
        titles.stream()
                .filter(title -> open.stream().noneMatch(title::contains))
                .forEach(title -> differences.add("多出待办“" + title + "”"));
    }

    /** In one line, for whoever reads what went otherwise. */
    String stand() {
        return json.get("stateLabel").asString() + "，期限 " + day(json.get("dueOn")) + "，到期 " + until() + "，待办 "
                + titles();
    }
}
