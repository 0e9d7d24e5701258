package org.tongban.notices;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;
import org.tongban.identity.Vault;

/** 通知设置的登记: how applicants want to be told. An address is used only after the code sent to it was typed in here. */
@Component
public class Contacts {
    private static final int CODES = 1_000_000;
    private static final int TRIES = 5;
    private static final Duration CODE_HOLDS = Duration.ofMinutes(30);

    private final ContactStore store;
    private final Optional<MailChannel> mail;
    private final Optional<SmsGateway> sms;
    private final Time time;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    Contacts(
            ContactStore store,
            Optional<MailChannel> mail,
            Optional<SmsGateway> sms,
            Time time,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.mail = mail;
        this.sms = sms;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether this node sends mail at all. */
    public boolean mailWorks() {
        return mail.isPresent();
    }

    public boolean smsWorks() {
        return sms.isPresent();
    }

    @Transactional(readOnly = true)
    public Contact of(Actor by) {
        return store.find(subject(by)).orElse(Contact.NONE);
    }

    /**
     * Keeps the wishes; a new address is sent a code.
     *
     * @param address empty: no mail
     * @return false where the code could not be sent just now; the rest is kept
     */
    public boolean change(Actor by, String address, boolean bySms, boolean english) {
        var before = of(by);
        var wanted = address.strip();
        boolean same = wanted.equals(Objects.requireNonNullElse(before.mail(), ""));
        boolean settled = wanted.isEmpty() || (same && before.confirmed());
        if (settled) {
            var confirmed = !wanted.isEmpty();
            keep(by, new Contact(wanted.isEmpty() ? null : wanted, confirmed, bySms, english, null), null);
            return true;
        }
        var code = "%06d".formatted(random.nextInt(CODES));
        var until = time.now().plus(CODE_HOLDS);
        keep(by, new Contact(wanted, false, bySms, english, until), Vault.digest(subject(by) + code));
        return send(wanted, code, english);
    }

    private void keep(Actor by, Contact contact, @Nullable String code) {
        transaction.executeWithoutResult(_ -> store.keep(subject(by), contact, code, time.now()));
    }

    /** Outside the transaction: a mail server that does not answer must not hold a connection to the database. */
    private boolean send(String address, String code, boolean english) {
        try {
            mail.orElseThrow(() -> new IllegalStateException("本系统没有开通邮件通知"))
                    .send(
                            address,
                            english ? "Confirm your address" : "请确认您的邮箱",
                            english
                                    ? "Your code is " + code
                                            + ". It holds for 30 minutes. If you did not ask for it, ignore this mail."
                                    : "验证码：" + code + "，30 分钟内有效。如果不是您本人操作，请不用理会。");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether that was the code; five wrong ones and it holds no more. */
    @Transactional
    public boolean confirm(Actor by, String typed) {
        var subject = subject(by);
        var code = store.code(subject);
        boolean open = code.isPresent()
                && code.get().tries() < TRIES
                && time.now().isBefore(code.get().until());
        if (open && code.get().digest().equals(Vault.digest(subject + typed.strip()))) {
            store.confirm(subject);
            return true;
        }
        store.tried(subject);
        return false;
    }

    private static String subject(Actor by) {
        return Objects.requireNonNull(by.subject(), "only applicants are told by mail and SMS");
    }
}
