package org.tongban.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Alarm;
import org.tongban.casework.Casefile;
import org.tongban.casework.MoveForm;
import org.tongban.casework.Task;
import org.tongban.casework.TaskForm;
import org.tongban.catalogue.Mode;

/**
 * 办件（接口）: a case as its caller may see it.
 *
 * @param revision to be sent with the next move; a move on an older one is refused with what changed
 * @param appointments booked and not over; empty for who may not read the case whole
 * @param fees open orders; empty for who may not read the case whole
 * @param moves what this caller can do now, each with a JSON Schema of its fields
 */
record CaseMessage(
        String number,
        int revision,
        String item,
        String itemVersion,
        String mode,
        String state,
        String stateLabel,
        @Nullable String outcome,
        Map<String, String> places,
        String office,
        @Nullable String receivedBy,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate dueOn,
        boolean dueProvisional,
        boolean paused,
        @Nullable Instant closedAt,
        List<LegMessage> legs,
        List<ClockMessage> clocks,
        List<TaskMessage> tasks,
        List<AppointmentsApi.BookingMessage> appointments,
        List<FeesApi.FeeMessage> fees,
        List<MoveMessage> moves) {

    /** 分项（接口）. */
    record LegMessage(
            int no,
            String name,
            String office,
            String state,
            @Nullable String outcome,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate statutoryDueOn) {}

    /** 计时（接口）: an armed alarm of the case. */
    record ClockMessage(String kind, Instant firesAt) {}

    /** 待办（接口）. */
    record TaskMessage(
            int no,
            int leg,
            String kind,
            String title,
            String office,
            String state,
            @Nullable LocalDate dueOn,
            @Nullable Instant endsAt) {}

    /** 可办的动作（接口）. */
    record MoveMessage(String move, String label, @Nullable Integer task, Map<String, Object> schema) {}

    static CaseMessage of(Casefile file, Colleagues.Open open, Owed.Open owed) {
        return new CaseMessage(
                file.number().toString(),
                file.revision(),
                file.itemId(),
                file.itemVersion(),
                Mode.valueOf(file.mode()).chinese(),
                file.state().name(),
                file.state().label(),
                file.outcome() == null ? null : file.outcome().name(),
                file.places(),
                file.office(),
                file.receivedBy(),
                file.openedAt(),
                file.submittedAt(),
                file.acceptedOn(),
                file.dueOn(),
                file.dueProvisional(),
                file.paused(),
                file.closedAt(),
                legs(file),
                file.alarms().stream()
                        .filter(Alarm::armed)
                        .map(a -> new ClockMessage(a.kind().name(), a.firesAt()))
                        .toList(),
                file.openTasks().stream().map(CaseMessage::task).toList(),
                owed.appointments(),
                owed.fees(),
                moves(open.moves(), open.tasks()));
    }

    /** All that an office is told of a case that it sent to another. */
    static CaseMessage sentAway(Casefile file) {
        return new CaseMessage(
                file.number().toString(),
                file.revision(),
                file.itemId(),
                file.itemVersion(),
                Mode.valueOf(file.mode()).chinese(),
                file.state().name(),
                file.state().label(),
                null,
                Map.of(),
                file.office(),
                null,
                file.openedAt(),
                null,
                null,
                null,
                false,
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** What can be done in the case, then what can be done about who has its tasks. */
    private static List<MoveMessage> moves(List<MoveForm> possible, List<TaskForm> assignable) {
        return Stream.concat(
                        possible.stream()
                                .map(m -> new MoveMessage(
                                        m.move().apiName(), m.move().label(), m.task(), m.schema())),
                        assignable.stream()
                                .map(t -> new MoveMessage(
                                        t.move().apiName(),
                                        t.move().label(),
                                        t.form().task(),
                                        t.form().schema())))
                .toList();
    }

    private static List<LegMessage> legs(Casefile file) {
        return file.legs().stream()
                .map(l -> new LegMessage(
                        l.no(),
                        l.name(),
                        l.office(),
                        l.state().name(),
                        l.outcome() == null ? null : l.outcome().name(),
                        l.dueOn(),
                        l.statutoryDueOn()))
                .toList();
    }

    private static TaskMessage task(Task task) {
        return new TaskMessage(
                task.no(),
                task.leg(),
                task.kind().name(),
                task.title(),
                task.office(),
                task.state().name(),
                task.dueOn(),
                task.endsAt());
    }
}
