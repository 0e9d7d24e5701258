package org.tongban.notices;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.identity.Masking;

/** 演示发信箱: where the demonstration keeps the latest mails and text messages instead of sending them, to be looked at. */
@Component
@Profile("demo")
public class ShownMessages {
    private static final int KEPT = 200;

    /**
     * 模拟发出的消息.
     *
     * @param to masked
     * @param subject empty for text messages
     */
    public record Shown(Instant at, Notice.Way way, String to, String subject, String text) {
        public boolean mail() {
            return way == Notice.Way.MAIL;
        }
    }

    private final Deque<Shown> shown = new ArrayDeque<>();
    private final Time time;

    ShownMessages(Time time) {
        this.time = time;
    }

    /** Latest first; since this node was started. */
    public synchronized List<Shown> latest() {
        return new ArrayList<>(shown);
    }

    private synchronized void show(Notice.Way way, String to, String subject, String text) {
        shown.addFirst(new Shown(time.now(), way, to, subject, text));
        if (shown.size() > KEPT) {
            shown.removeLast();
        }
    }

    /** 模拟通道: nothing leaves the demonstration. */
    @Configuration(proxyBeanMethods = false)
    @Profile("demo")
    static class Channels {
        @Bean
        @ConditionalOnProperty(name = "spring.mail.host", havingValue = "false", matchIfMissing = true)
        MailChannel shownMail(ShownMessages shown) {
            return (address, subject, text) -> shown.show(Notice.Way.MAIL, Delivery.maskedMail(address), subject, text);
        }

        @Bean
        SmsGateway simulatedSms(ShownMessages shown) {
            return (phone, text) -> shown.show(Notice.Way.SMS, Masking.phone(phone), "", text);
        }
    }
}
