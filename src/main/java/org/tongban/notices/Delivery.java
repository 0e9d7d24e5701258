package org.tongban.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.identity.Actor;
import org.tongban.identity.Applicant;
import org.tongban.identity.Masking;
import org.tongban.identity.People;

/**
 * Sends what leaves the node: leased first, then sent with no transaction open, then noted. At least once, tried again with growing pauses.
 * When a channel does not take one, the others of that channel wait for the next round: a dead mail server holds up nobody.
 */
@Component
class Delivery {
    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 100;
    private static final int MOST_ATTEMPTS = 12;
    private static final int LONGEST_REASON = 200;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int DOUBLED_AT_MOST = 8;

    private final NoticeStore store;
    private final ContactStore contacts;
    private final People people;
    private final Casework casework;
    private final Casebook casebook;
    private final NoticeTexts texts;
    private final Optional<MailChannel> mail;
    private final Optional<SmsGateway> sms;
    private final Time time;
    private final String address;

    Delivery(
            NoticeStore store,
            ContactStore contacts,
            People people,
            Casework casework,
            Casebook casebook,
            NoticeTexts texts,
            Optional<MailChannel> mail,
            Optional<SmsGateway> sms,
            Time time,
            @Value("${tongban.notices.address:}") String address) {
        this.store = store;
        this.contacts = contacts;
        this.people = people;
        this.casework = casework;
        this.casebook = casebook;
        this.texts = texts;
        this.mail = mail;
        this.sms = sms;
        this.time = time;
        this.address = address;
    }

    /** Sends what waits; returns how many went out. */
    int run() {
        return (mail.isPresent() ? run(Notice.Way.MAIL) : 0) + (sms.isPresent() ? run(Notice.Way.SMS) : 0);
    }

    private int run(Notice.Way way) {
        int sent = 0;
        for (var notice : store.waiting(way, time.now(), BATCH)) {
            var now = time.now();
            if (!store.lease(notice, now.plus(pause(notice.attempts())))) {
                continue;
            }
            try {
                sent += deliver(notice, now) ? 1 : 0;
            } catch (RuntimeException e) {
                failed(notice, e, now);
                return sent;
            }
        }
        return sent;
    }

    /** False where there is nobody to send it to any more, or no address. */
    private boolean deliver(Notice notice, Instant now) {
        var file = casework.find(notice.casefileId(), Actor.CLOCK).orElse(null);
        if (file == null || !Recipients.stillConcerned(file, notice)) {
            store.end(notice, Notice.State.DROPPED, null, "收件人已不再经手这件办件", now);
            return false;
        }
        var contact = contacts.find(notice.recipient()).orElse(Contact.NONE);
        var text = texts.of(notice, contact.english());
        if (notice.way() == Notice.Way.MAIL) {
            var to = contact.mail();
            if (to == null || !contact.confirmed()) {
                store.end(notice, Notice.State.UNREACHABLE, null, "没有确认过的邮箱", now);
                return false;
            }
            mail.orElseThrow().send(to, text.title(), letter(notice, text, contact.english()));
            store.end(notice, Notice.State.SENT, maskedMail(to), null, time.now());
            return true;
        }
        var phone = phone(file, notice);
        if (phone == null || phone.isBlank()) {
            store.end(notice, Notice.State.UNREACHABLE, null, "没有登记手机号码", now);
            return false;
        }
        sms.orElseThrow().send(phone, message(text, contact.english()));
        store.end(notice, Notice.State.SENT, Masking.phone(phone), null, time.now());
        return true;
    }

    /** The number the person's account has now, else the one in what was filed. */
    private @Nullable String phone(Casefile file, Notice notice) {
        var known = people.applicantBySubject(notice.recipient()).map(Applicant::phone);
        if (notice.standing() == Notice.Standing.PARTY) {
            return known.orElse(null);
        }
        return known.orElseGet(() -> {
            var filed = casebook.open(file.casefileId(), Actor.CLOCK).filed();
            var agent = filed.agentPerson();
            return notice.standing() == Notice.Standing.AGENT
                    ? agent == null ? null : agent.phone()
                    : filed.who().phone();
        });
    }

    private String letter(Notice notice, NoticeText text, boolean english) {
        var out = new StringBuilder(text.body());
        var todo = text.todo();
        if (todo != null) {
            out.append("\n\n").append(english ? "What to do next: " : "接下来：").append(todo);
        }
        out.append("\n\n").append(english ? "Case number: " : "办件编号：").append(notice.number());
        if (!address.isEmpty()) {
            out.append('\n').append(address).append("/my/cases/").append(notice.number());
        }
        return out.append("\n\n")
                .append(
                        english
                                ? "Sent automatically; please do not reply. You can change how you are told under “Notices”."
                                : "本邮件由系统自动发送，请勿回复。在“我的通知”里可以更改接收方式。")
                .toString();
    }

    private static String message(NoticeText text, boolean english) {
        var todo = text.todo();
        var mark = english ? "[Tongban] " : "【通办】";
        return mark + text.title() + (english ? ". " : "。") + Objects.requireNonNullElse(todo, "");
    }

    private void failed(Notice notice, RuntimeException failure, Instant now) {
        var told = String.valueOf(failure.getMessage());
        var reason = told.substring(0, Math.min(LONGEST_REASON, told.length()));
        if (notice.attempts() + 1 >= MOST_ATTEMPTS) {
            log.error("办件 {} 的一份通知多次没有送出，不再重试：{}", notice.number(), reason);
            store.end(notice, Notice.State.FAILED, null, reason, now);
        } else {
            log.warn("办件 {} 的一份通知没有送出，稍后再试：{}", notice.number(), reason);
            store.failed(notice, reason);
        }
    }

    private static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLED_AT_MOST));
    }

    static String maskedMail(String mail) {
        int at = mail.indexOf('@');
        return at < 1 ? "***" : mail.substring(0, 1) + "***" + mail.substring(at);
    }
}
