package org.tongban.casework;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 办理事件: what can happen to a case, one record each, with its small facts. Words people wrote (answers, opinions, reasons) lie beside,
 * sealed under the case's key; the event holds their SM3 digest as {@code paper}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CaseEvent.Submitted.class, name = "Submitted"),
    @JsonSubTypes.Type(value = CaseEvent.Received.class, name = "Received"),
    @JsonSubTypes.Type(value = CaseEvent.Attended.class, name = "Attended"),
    @JsonSubTypes.Type(value = CaseEvent.FormReturned.class, name = "FormReturned"),
    @JsonSubTypes.Type(value = CaseEvent.HandedOver.class, name = "HandedOver"),
    @JsonSubTypes.Type(value = CaseEvent.SupplementAsked.class, name = "SupplementAsked"),
    @JsonSubTypes.Type(value = CaseEvent.Supplemented.class, name = "Supplemented"),
    @JsonSubTypes.Type(value = CaseEvent.SupplementLapsed.class, name = "SupplementLapsed"),
    @JsonSubTypes.Type(value = CaseEvent.Accepted.class, name = "Accepted"),
    @JsonSubTypes.Type(value = CaseEvent.Declined.class, name = "Declined"),
    @JsonSubTypes.Type(value = CaseEvent.Rerouted.class, name = "Rerouted"),
    @JsonSubTypes.Type(value = CaseEvent.Proposed.class, name = "Proposed"),
    @JsonSubTypes.Type(value = CaseEvent.SentBack.class, name = "SentBack"),
    @JsonSubTypes.Type(value = CaseEvent.StepFinished.class, name = "StepFinished"),
    @JsonSubTypes.Type(value = CaseEvent.DueRecounted.class, name = "DueRecounted"),
    @JsonSubTypes.Type(value = CaseEvent.Paused.class, name = "Paused"),
    @JsonSubTypes.Type(value = CaseEvent.Resumed.class, name = "Resumed"),
    @JsonSubTypes.Type(value = CaseEvent.Extended.class, name = "Extended"),
    @JsonSubTypes.Type(value = CaseEvent.Decided.class, name = "Decided"),
    @JsonSubTypes.Type(value = CaseEvent.Delivered.class, name = "Delivered"),
    @JsonSubTypes.Type(value = CaseEvent.Withdrawn.class, name = "Withdrawn"),
    @JsonSubTypes.Type(value = CaseEvent.Terminated.class, name = "Terminated"),
    @JsonSubTypes.Type(value = CaseEvent.Corrected.class, name = "Corrected"),
    @JsonSubTypes.Type(value = CaseEvent.Revoked.class, name = "Revoked"),
    @JsonSubTypes.Type(value = CaseEvent.MessageWritten.class, name = "MessageWritten"),
    @JsonSubTypes.Type(value = CaseEvent.TakenOver.class, name = "TakenOver"),
    @JsonSubTypes.Type(value = CaseEvent.OriginalMoved.class, name = "OriginalMoved"),
    @JsonSubTypes.Type(value = CaseEvent.TaskClaimed.class, name = "TaskClaimed"),
    @JsonSubTypes.Type(value = CaseEvent.TaskHandedOver.class, name = "TaskHandedOver"),
    @JsonSubTypes.Type(value = CaseEvent.TaskGivenBack.class, name = "TaskGivenBack"),
    @JsonSubTypes.Type(value = CaseEvent.CountersignAsked.class, name = "CountersignAsked")
})
public sealed interface CaseEvent {

    /** Digest of what was written for it; null where nothing was. */
    default @Nullable String paper() {
        return null;
    }

    /** @param attendance null where nobody came to a window */
    record Submitted(
            String channel,
            List<String> materials,
            List<String> missing,
            boolean insisted,
            @Nullable Attendance attendance,
            String paper)
            implements CaseEvent {}

    /** @param attendance null where the window's own system received it */
    record Received(
            List<String> materials,
            List<String> missing,
            @Nullable Attendance attendance,
            String paper) implements CaseEvent {}

    /** @param window office code of the window where the applicant goes on with the case (M-23) */
    record Attended(String window, Attendance attendance) implements CaseEvent {}

    record FormReturned(List<String> defects, String paper) implements CaseEvent {}

    /**
     * @param checked keys of the materials found complete, legible and signed (形式审查)
     * @param defects keys of those handed over with a defect of form all the same
     * @param originals keys of the paper originals that travel with it
     */
    record HandedOver(
            String to,
            List<String> checked,
            List<String> defects,
            List<String> originals,
            @Nullable String paper) implements CaseEvent {}

    /** @param until last day for the supplement */
    record SupplementAsked(List<String> defects, LocalDate until, String paper) implements CaseEvent {}

    record Supplemented(
            List<String> materials,
            List<String> missing,
            @Nullable String paper) implements CaseEvent {}

    record SupplementLapsed() implements CaseEvent {}

    /** @param deemed by silence (L-04); then {@code on} is the day the materials were received */
    record Accepted(LocalDate on, boolean deemed, @Nullable String paper) implements CaseEvent {}

    record Declined(
            String ground,
            @Nullable String rightOrgan,
            @Nullable String paper) implements CaseEvent {}

    record Rerouted(String from, String to, String paper) implements CaseEvent {}

    record Proposed(int leg, Move what, @Nullable String paper) implements CaseEvent {}

    record SentBack(int leg, @Nullable String paper) implements CaseEvent {}

    record StepFinished(
            int task,
            String result,
            boolean byClock,
            @Nullable String paper) implements CaseEvent {}

    /** The holidays of a year became known or were changed (L-54). */
    record DueRecounted() implements CaseEvent {}

    record Paused(int leg, String procedure, int expectedDays, String paper) implements CaseEvent {}

    record Resumed(int leg, @Nullable String paper) implements CaseEvent {}

    record Extended(int leg, int days, String paper) implements CaseEvent {}

    record Decided(
            int leg,
            Outcome outcome,
            List<String> results,
            List<String> grounds,
            @Nullable String paper) implements CaseEvent {}

    record Delivered(int leg, String way, @Nullable String paper) implements CaseEvent {}

    record Withdrawn(@Nullable String paper) implements CaseEvent {}

    record Terminated(String ground, @Nullable String paper) implements CaseEvent {}

    record Corrected(int leg, String paper) implements CaseEvent {}

    record Revoked(int leg, String ground, String paper) implements CaseEvent {}

    record MessageWritten(String paper) implements CaseEvent {}

    record TakenOver() implements CaseEvent {}

    /** @param holder who has them now */
    record OriginalMoved(
            List<String> originals,
            String act,
            String holder,
            @Nullable String paper) implements CaseEvent {}

    record TaskClaimed(int task) implements CaseEvent {}

    record TaskHandedOver(int task, String to, String paper) implements CaseEvent {}

    record TaskGivenBack(int task, @Nullable String paper) implements CaseEvent {}

    record CountersignAsked(int task, String office, String paper) implements CaseEvent {}
}
