package org.tongban.casework;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Actor;

/** 待办规则表: a task can be claimed by anyone of its office, handed over or given back by who has it, and opened to a colleague for 会签. */
final class TaskMoves {
    /** 经手人: who moves the task, and what they wrote for it. */
    record By(Actor actor, @Nullable String paper) {}

    private TaskMoves() {}

    static CaseEvent make(CaseChange change, int no, TaskMove move, Act act, By by) {
        var task = change.before()
                .task(no)
                .filter(t -> t.state() == StepState.OPEN)
                .orElseThrow(() -> RefusedMove.rule("no-such-task", "这项待办已经不在了。", "请刷新待办列表。"));
        if (!by.actor().worksAt(task.office())) {
            throw RefusedMove.rule("other-office", "这项待办由别的机构承办。", "请换用该机构的岗位登录。");
        }
        if (!task.kind().isFor(by.actor().role())) {
            throw RefusedMove.rule("other-role", "“" + task.kind().label() + "”不由这个岗位承办。", "请由有相应岗位的同事认领。");
        }
        return switch (move) {
            case CLAIM -> claim(change, task, by.actor());
            case HAND_TO -> handTo(change, task, act, by);
            case GIVE_BACK -> giveBack(change, task, by);
            case COUNTERSIGN -> countersign(change, task, act, by);
        };
    }

    /** What this person can do now about who has each open task. */
    static List<TaskForm> possible(Casefile file, Actor by) {
        var possible = new ArrayList<TaskForm>();
        for (var task : file.openTasks()) {
            if (task.state() == StepState.OPEN
                    && by.worksAt(task.office())
                    && task.kind().isFor(by.role())) {
                for (var move : open(task, by)) {
                    possible.add(new TaskForm(move, new MoveForm(Move.WRITE, task.no(), task.title(), inputs(move))));
                }
            }
        }
        return possible;
    }

    private static List<TaskMove> open(Task task, Actor by) {
        if (task.claimedBy() == null) {
            return List.of(TaskMove.CLAIM, TaskMove.HAND_TO, TaskMove.COUNTERSIGN);
        }
        return task.claimedBy().equals(by.id())
                ? List.of(TaskMove.HAND_TO, TaskMove.GIVE_BACK, TaskMove.COUNTERSIGN)
                : List.of(TaskMove.COUNTERSIGN);
    }

    private static List<MoveForm.Input> inputs(TaskMove move) {
        return switch (move) {
            case CLAIM -> List.of();
            case HAND_TO -> List.of(MoveForms.line("to", "移交给（账号）", true), MoveForms.line("reason", "移交的原因", true));
            case GIVE_BACK -> List.of(MoveForms.line("reason", "退回的原因", false));
            case COUNTERSIGN ->
                List.of(MoveForms.line("office", "会签机构（机构代码）", true), MoveForms.page("question", "请对方会签什么", true));
        };
    }

    private static CaseEvent claim(CaseChange change, Task task, Actor by) {
        if (task.claimedBy() != null && !task.claimedBy().equals(by.id())) {
            throw RefusedMove.rule("claimed", "这项待办已经由同事认领。", "需要您办的，请同事移交。");
        }
        change.task(task.no(), t -> t.claimed(by.id()));
        return new CaseEvent.TaskClaimed(task.no());
    }

    private static CaseEvent handTo(CaseChange change, Task task, Act act, By by) {
        requireHis(task, by.actor());
        var to = required(act, "to", "请选择移交给谁");
        required(act, "reason", "请写明移交的原因");
        change.task(task.no(), t -> t.claimed(to));
        return new CaseEvent.TaskHandedOver(task.no(), to, by.paper() == null ? "" : by.paper());
    }

    private static CaseEvent giveBack(CaseChange change, Task task, By by) {
        requireHis(task, by.actor());
        change.task(task.no(), t -> t.claimed(null));
        return new CaseEvent.TaskGivenBack(task.no(), by.paper());
    }

    private static CaseEvent countersign(CaseChange change, Task task, Act act, By by) {
        var office = required(act, "office", "请选择会签的机构");
        var question = required(act, "question", "请写明请对方会签什么");
        int no = change.nextTask();
        var title = "会签：" + (question.length() > 60 ? question.substring(0, 60) + "…" : question);
        change.open(new Task(
                no,
                task.leg(),
                -1,
                TaskKind.COUNTERSIGN,
                title,
                office,
                null,
                StepState.OPEN,
                change.at,
                task.dueOn(),
                null,
                null));
        return new CaseEvent.CountersignAsked(no, office, by.paper() == null ? "" : by.paper());
    }

    private static void requireHis(Task task, Actor by) {
        if (task.claimedBy() != null && !task.claimedBy().equals(by.id())) {
            throw RefusedMove.rule("claimed", "这项待办由同事认领着。", "请由认领的同事移交或退回。");
        }
    }

    private static String required(Act act, String key, String message) {
        var value = act.optional(key);
        if (value == null) {
            throw new RefusedMove(new Refusal.Fields(List.of(new Refusal.Fields.Problem(key, message))));
        }
        return value;
    }
}
