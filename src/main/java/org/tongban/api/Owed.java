package org.tongban.api;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.appointments.Appointments;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.TaskKind;
import org.tongban.identity.Actor;
import org.tongban.payments.FeeOrder;
import org.tongban.payments.Payments;

/** 办件上待办的预约和缴费: what of a case is booked and what is to be paid, for who may read the case. */
@Component
class Owed {
    /** 待办的预约和缴费. */
    record Open(List<AppointmentsApi.BookingMessage> appointments, List<FeesApi.FeeMessage> fees) {}

    private final Appointments appointments;
    private final Payments payments;
    private final Casebook casebook;

    Owed(Appointments appointments, Payments payments, Casebook casebook) {
        this.appointments = appointments;
        this.payments = payments;
        this.casebook = casebook;
    }

    /** Asks for nothing of a case that has no such step. */
    Open of(Casefile file, Actor by) {
        boolean whole = casebook.whole(file, by);
        return new Open(
                whole && has(file, TaskKind.APPOINTMENT)
                        ? appointments.of(file).stream()
                                .filter(b -> b.state().open())
                                .map(AppointmentsApi.BookingMessage::of)
                                .toList()
                        : List.of(),
                whole && has(file, TaskKind.PAY)
                        ? payments.of(file).stream()
                                .filter(o -> o.state() == FeeOrder.State.OPEN)
                                .map(FeesApi.FeeMessage::of)
                                .toList()
                        : List.of());
    }

    private static boolean has(Casefile file, TaskKind kind) {
        return file.openTasks().stream().anyMatch(t -> t.kind() == kind);
    }
}
