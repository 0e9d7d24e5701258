package org.tongban.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.Casefile;
import org.tongban.casework.Follower;
import org.tongban.casework.Happened;

/** Makes the notices of what happened to a case. One row a case, occasion, recipient and way: told again, it makes nothing twice. */
@Component
class CaseNotices implements Follower {
    private final NoticeStore store;
    private final ContactStore contacts;
    private final OfficeNames offices;
    private final Remedy.Finder remedies;
    private final Reminders reminders;
    private final Ways ways;
    private final Time time;

    CaseNotices(
            NoticeStore store,
            ContactStore contacts,
            OfficeNames offices,
            Remedy.Finder remedies,
            Reminders reminders,
            Ways ways,
            Time time) {
        this.store = store;
        this.contacts = contacts;
        this.offices = offices;
        this.remedies = remedies;
        this.reminders = reminders;
        this.ways = ways;
        this.time = time;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public void take(List<Happened> happened) {
        tell(happened.stream().map(this::told).toList());
        reminders.follow(happened);
    }

    /** What is to be said of one case. */
    record Told(Casefile file, List<Occasions.Occasion> occasions) {}

    private Told told(Happened happened) {
        var file = happened.file();
        var occasions = new Occasions(file, offices, remedies.of(file.itemId()));
        return new Told(
                file,
                happened.entries().stream()
                        .flatMap(entry -> occasions.of(entry).stream())
                        .toList());
    }

    /** Writes what is to be said to whom it concerns now, by each way that reaches them. */
    void tell(List<Told> told) {
        var keys = new HashSet<String>();
        each(told, (file, occasion, recipient) -> {
            if (recipient.standing() != Notice.Standing.STAFF) {
                keys.add(recipient.key());
            }
        });
        var known = keys.isEmpty() ? Map.<String, ContactStore.Preference>of() : contacts.preferences(keys);
        var rows = new ArrayList<Notice>();
        each(told, (file, occasion, recipient) -> {
            for (var way : ways.of(occasion.kind(), known.get(recipient.key()))) {
                rows.add(notice(file, occasion, recipient, way));
            }
        });
        if (!rows.isEmpty()) {
            store.add(rows);
        }
    }

    @FunctionalInterface
    private interface Concerned {
        void by(Casefile file, Occasions.Occasion occasion, Recipients.Recipient recipient);
    }

    private static void each(List<Told> told, Concerned concerned) {
        for (var one : told) {
            for (var occasion : one.occasions()) {
                Recipients.of(one.file(), occasion.kind(), occasion.task())
                        .forEach(recipient -> concerned.by(one.file(), occasion, recipient));
            }
        }
    }

    private Notice notice(Casefile file, Occasions.Occasion occasion, Recipients.Recipient recipient, Notice.Way way) {
        return row(
                new Notice.After(time.now(), file.casefileId(), occasion.key()),
                recipient,
                way,
                new Said(occasion.kind(), file.itemId(), occasion.facts()));
    }

    /** What is said. */
    record Said(NoticeKind kind, String item, Map<String, String> facts) {}

    static Notice row(Notice.After key, Recipients.Recipient recipient, Notice.Way way, Said said) {
        boolean here = way == Notice.Way.INBOX;
        @Nullable Instant sentAt = here ? key.createdAt() : null;
        return new Notice(
                key.casefileId(),
                key.occasion(),
                recipient.key(),
                way,
                said.kind(),
                recipient.standing(),
                said.item(),
                said.facts(),
                here ? Notice.State.SENT : Notice.State.WAITING,
                key.createdAt(),
                sentAt,
                null,
                null,
                0,
                null);
    }
}
