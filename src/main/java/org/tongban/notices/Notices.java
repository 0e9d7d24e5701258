package org.tongban.notices;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;

/** 通知的门: the inbox of somebody, what was told in a case, and a way for modules beside to tell something of their own. */
@Component
public class Notices {
    /** Beyond that the number does not matter. */
    private static final int MOST_COUNTED = 100;

    private static final Duration COUNTED = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 20_000;
    private static final Notice.After LATEST =
            new Notice.After(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE, "");

    private final NoticeStore store;
    private final ContactStore contacts;
    private final Ways ways;
    private final Time time;
    private final Cache<List<String>, Integer> counted = Caffeine.newBuilder()
            .expireAfterWrite(COUNTED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    Notices(NoticeStore store, ContactStore contacts, Ways ways, Time time) {
        this.store = store;
        this.contacts = contacts;
        this.ways = ways;
        this.time = time;
    }

    /**
     * One page of somebody's inbox, latest first.
     *
     * @param after null for the first page
     */
    @Transactional(readOnly = true)
    public List<Notice> inbox(Actor of, Notice.@Nullable After after, int size) {
        return store.inbox(Recipients.keys(of), after == null ? LATEST : after, size);
    }

    /** How many they have not opened, up to a hundred; at most ten seconds old. */
    public int unread(Actor of) {
        return Objects.requireNonNull(counted.get(Recipients.keys(of), keys -> store.unread(keys, MOST_COUNTED)));
    }

    /** One notice of an inbox, opened; empty where it is not theirs. */
    @Transactional
    public Optional<Notice> open(long casefileId, String occasion, Actor by) {
        var keys = Recipients.keys(by);
        var found = store.inInbox(casefileId, occasion, keys);
        found.filter(Notice::unread).ifPresent(notice -> {
            store.read(notice, time.now());
            counted.invalidate(keys);
        });
        return found;
    }

    @Transactional
    public void readAll(Actor by) {
        var keys = Recipients.keys(by);
        store.readAll(keys, time.now());
        counted.invalidate(keys);
    }

    /**
     * What each was told in this case and when, oldest first; one who may read the case whole may read this. What would tell who rated is
     * left out (N-31).
     */
    @Transactional(readOnly = true)
    public List<Notice> of(long casefileId) {
        return store.of(casefileId).stream()
                .filter(notice -> !notice.kind().hidden())
                .toList();
    }

    /** 另发的通知: something that a module beside has to say of a case. */
    public record Telling(
            long casefileId, String itemId, String occasion, NoticeKind kind, Map<String, String> facts) {}

    /** Tells an applicant or agent, once for the occasion, in the caller's transaction. */
    @Transactional
    public void tell(String subject, Telling telling) {
        var preference = contacts.preferences(List.of(subject)).get(subject);
        var recipient = new Recipients.Recipient(subject, Notice.Standing.APPLICANT);
        add(recipient, telling, ways.of(telling.kind(), preference));
        counted.invalidate(List.of(subject));
    }

    /** Tells whoever holds this post at the office, once for the occasion. */
    @Transactional
    public void tell(Role role, String office, Telling telling) {
        var recipient = new Recipients.Recipient(Recipients.post(role, office), Notice.Standing.STAFF);
        add(recipient, telling, List.of(Notice.Way.INBOX));
    }

    /** Tells an office, whoever works there, once for the occasion. */
    @Transactional
    public void tellOffice(String office, Telling telling) {
        add(
                new Recipients.Recipient(Recipients.atOffice(office), Notice.Standing.STAFF),
                telling,
                List.of(Notice.Way.INBOX));
    }

    private void add(Recipients.Recipient recipient, Telling telling, List<Notice.Way> by) {
        var key = new Notice.After(time.now(), telling.casefileId(), telling.occasion());
        var said = new CaseNotices.Said(telling.kind(), telling.itemId(), telling.facts());
        var rows = new ArrayList<Notice>();
        by.forEach(way -> rows.add(CaseNotices.row(key, recipient, way, said)));
        store.add(rows);
    }
}
