package org.tongban.notices;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Mail through SMTP, where {@code spring.mail.host} names a server. */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpMail implements MailChannel {
    private final JavaMailSender sender;
    private final String from;

    SmtpMail(JavaMailSender sender, @Value("${tongban.notices.mail-from}") String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void send(String address, String subject, String text) {
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(address);
        message.setSubject(subject);
        message.setText(text);
        try {
            sender.send(message);
        } catch (MailException e) {
            throw new MailRefused("邮件服务器没有接收", e);
        }
    }
}
