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
    public void take(Happened happened) {
        var file = happened.file();
        var occasions = new Occasions(file, offices, remedies.of(file.itemId()));
        var found = happened.entries().stream()
                .flatMap(entry -> occasions.of(entry).stream())
                .toList();
        tell(file, found);
        reminders.follow(happened);
    }

    /** Writes what is to be said to whom it concerns now, by each way that reaches them. */
    void tell(Casefile file, List<Occasions.Occasion> occasions) {
        var keys = new HashSet<String>();
        for (var occasion : occasions) {
            Recipients.of(file, occasion.kind(), occasion.task()).stream()
                    .filter(r -> r.standing() != Notice.Standing.STAFF)
                    .forEach(r -> keys.add(r.key()));
        }
        var known = keys.isEmpty() ? Map.<String, ContactStore.Preference>of() : contacts.preferences(keys);
        var rows = new ArrayList<Notice>();
        for (var occasion : occasions) {
            for (var recipient : Recipients.of(file, occasion.kind(), occasion.task())) {
                for (var way : ways.of(occasion.kind(), known.get(recipient.key()))) {
                    rows.add(notice(file, occasion, recipient, way));
                }
            }
        }
        if (!rows.isEmpty()) {
            store.add(rows);
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
