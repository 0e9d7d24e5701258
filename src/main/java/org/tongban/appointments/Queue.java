package org.tongban.appointments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Actor;

/** 排队叫号: numbers of the day at one office; who has an appointment is called before who has none. */
@Component
public class Queue {
    private static final int SHOWN = 60;
    private static final int LONGEST_ABOUT = 60;

    private final QueueStore store;
    private final Catalogue catalogue;
    private final Time time;

    Queue(QueueStore store, Catalogue catalogue, Time time) {
        this.store = store;
        this.catalogue = catalogue;
        this.time = time;
    }

    /**
     * 取号 without an appointment.
     *
     * @param about what for, in words; nothing personal
     */
    @Transactional
    public QueueTicket draw(String about, Actor by) {
        var words = about.strip();
        if (words.isEmpty() || words.length() > LONGEST_ABOUT) {
            throw Appointments.refused("about", "请写明要办什么，不超过 " + LONGEST_ABOUT + " 个字。", "改好后再取号。");
        }
        return drawn(new QueueTicket(office(by), time.today(), 0, null, words, time.now(), null, null));
    }

    QueueTicket drawFor(Booking booking) {
        var about = catalogue.find(booking.item()).map(Item::name).orElse(booking.item());
        return drawn(new QueueTicket(
                booking.office(), time.today(), 0, booking.casefileId(), about, time.now(), null, null));
    }

    private QueueTicket drawn(QueueTicket wanted) {
        var ticket = new QueueTicket(
                wanted.office(),
                wanted.day(),
                store.next(wanted.office(), wanted.day()),
                wanted.casefileId(),
                wanted.about(),
                wanted.drawnAt(),
                null,
                null);
        store.add(ticket);
        return ticket;
    }

    /** 叫号: the next who waits; empty where nobody does. */
    @Transactional
    public Optional<QueueTicket> call(String window, Actor by) {
        if (window.isBlank()) {
            throw Appointments.refused("window", "请写明是几号窗口。", "改好后再叫号。");
        }
        return store.call(office(by), time.today(), window.strip(), time.now());
    }

    @Transactional(readOnly = true)
    public List<QueueTicket> waiting(Actor by) {
        return store.waiting(office(by), time.today(), SHOWN);
    }

    @Transactional(readOnly = true)
    public List<QueueTicket> called(Actor by) {
        return store.called(office(by), time.today(), SHOWN);
    }

    private static String office(Actor by) {
        return Objects.requireNonNull(by.office(), "a queue is an office's");
    }
}
