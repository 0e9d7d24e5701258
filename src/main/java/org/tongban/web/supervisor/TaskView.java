package org.tongban.web.supervisor;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.tongban.catalogue.Item;
import org.tongban.supervision.LaunchTask;
import org.tongban.supervision.TaskState;
import org.tongban.web.Tone;
import org.tongban.web.Words;

/** 任务的显示: words and colours of the tasks. */
public final class TaskView {
    private static final int PERCENT = 100;

    private TaskView() {}

    public static Tone tone(TaskState state) {
        return switch (state) {
            case NOT_STARTED -> Tone.QUIET;
            case UNDER_WAY -> Tone.BUSY;
            case ACHIEVED -> Tone.GOOD;
            case IN_DIFFICULTY -> Tone.CAUTION;
        };
    }

    /** 批次: id → name. */
    public static Map<String, String> batches() {
        var batches = new LinkedHashMap<String, String>();
        batches.put("2020", Words.t("2020年年底前"));
        batches.put("2021", Words.t("2021年年底前"));
        batches.put("later", Words.t("2021年以后"));
        return batches;
    }

    /** 清单序号: batch and number on the province's list, as people say it. */
    public static String number(Item item) {
        return item.batch().equals("later") ? Words.t("以后-{0}", item.seq()) : item.batch() + "-" + item.seq();
    }

    public static Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        for (var state : TaskState.values()) {
            states.put(state.name(), Words.t(state.label()));
        }
        return states;
    }

    public static Map<String, String> leads(List<LaunchTask> tasks) {
        var leads = new LinkedHashMap<String, String>();
        tasks.forEach(task -> leads.put(task.item().lead(), task.item().lead()));
        return leads;
    }

    public static Map<String, String> cooperating(List<LaunchTask> tasks) {
        var names = new TreeSet<String>();
        tasks.forEach(task -> names.addAll(task.item().cooperating()));
        var options = new LinkedHashMap<String, String>();
        names.forEach(name -> options.put(name, name));
        return options;
    }

    /** How many are in which state. */
    public static Map<TaskState, Long> count(List<LaunchTask> tasks) {
        var counts = new EnumMap<TaskState, Long>(TaskState.class);
        for (var state : TaskState.values()) {
            counts.put(
                    state, tasks.stream().filter(task -> task.state() == state).count());
        }
        return counts;
    }

    public static List<LaunchTask> batch(List<LaunchTask> tasks, String batch) {
        return tasks.stream().filter(task -> task.item().batch().equals(batch)).toList();
    }

    /** 98.5%, or a dash where nothing was counted. */
    public static String percent(OptionalDouble rate) {
        return rate.isEmpty() ? "—" : String.format("%.1f%%", PERCENT * rate.getAsDouble());
    }
}
