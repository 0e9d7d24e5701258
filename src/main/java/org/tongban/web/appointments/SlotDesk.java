package org.tongban.web.appointments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tongban.appointments.Booking;
import org.tongban.appointments.QueueTicket;
import org.tongban.appointments.Slot;

/**
 * 预约台: one day at an office.
 *
 * @param items names of the services that the bookings are for, by id
 * @param today whether it is today that is shown: only then people arrive
 */
public record SlotDesk(
        LocalDate day,
        boolean today,
        List<Booking> expected,
        Map<String, String> items,
        List<Slot> opened,
        List<QueueTicket> waiting,
        List<QueueTicket> called) {}
