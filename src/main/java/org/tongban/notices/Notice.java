package org.tongban.notices;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.CaseNumber;

/**
 * 通知: what one recipient is told by one way, and how far it got.
 *
 * @param occasion what it is for, unique in the case
 * @param recipient subject of an applicant or agent, or {@code account:}, {@code office:}, {@code post:} of staff
 * @param facts small facts for its words: dates, names of offices and steps, grounds; no personal data (D-26)
 * @param address where it was sent, masked; null for the inbox here
 * @param reason why it was not sent
 */
public record Notice(
        long casefileId,
        String occasion,
        String recipient,
        Way way,
        NoticeKind kind,
        Standing standing,
        String itemId,
        Map<String, String> facts,
        State state,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant readAt,
        @Nullable String address,
        int attempts,
        @Nullable String reason) {
    private static final Pattern EVENT = Pattern.compile("e(\\d{1,9})(?:\\..*)?");

    /** 通知方式: where it arrives. */
    public enum Way {
        INBOX,
        MAIL,
        SMS
    }

    /** 通知对象: as what somebody is told. */
    public enum Standing {
        APPLICANT,
        AGENT,
        PARTY,
        STAFF
    }

    /** 送出情况: DROPPED where the recipient had nothing more to do with the case; UNREACHABLE where there is no address. */
    public enum State {
        WAITING,
        SENT,
        FAILED,
        DROPPED,
        UNREACHABLE
    }

    public CaseNumber number() {
        return CaseNumber.of(casefileId);
    }

    /** Number of the case's event that it tells of; null for reminders and what other modules tell. */
    public @Nullable Integer event() {
        var event = EVENT.matcher(occasion);
        return event.matches() ? Integer.valueOf(event.group(1)) : null;
    }

    public boolean unread() {
        return way == Way.INBOX && readAt == null;
    }

    /** Where the next page of an inbox begins. */
    public After after() {
        return new After(createdAt, casefileId, occasion);
    }

    /** 翻页: the last notice seen. */
    public record After(Instant createdAt, long casefileId, String occasion) {}
}
