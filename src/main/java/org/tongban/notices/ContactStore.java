package org.tongban.notices;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongban.identity.Vault;

/** How applicants want to be told; addresses are sealed (D-24). */
@Repository
class ContactStore {
    /** What decides by which ways and in which language somebody is told. */
    record Preference(boolean confirmed, boolean sms, boolean english) {}

    /** A code that is out. */
    record Code(String digest, int tries, Instant until) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    ContactStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Map<String, Preference> preferences(Collection<String> subjects) {
        var found = new HashMap<String, Preference>();
        jdbc.sql("select subject, confirmed, sms, english from notices.contact where subject in (:subjects)")
                .param("subjects", subjects)
                .query(row -> {
                    found.put(
                            row.getString("subject"),
                            new Preference(
                                    row.getBoolean("confirmed"), row.getBoolean("sms"), row.getBoolean("english")));
                });
        return found;
    }

    Optional<Contact> find(String subject) {
        return jdbc.sql("""
                        select wrapped_key, sealed, confirmed, sms, english, code_until from notices.contact where subject = :subject
                        """).param("subject", subject).query(this::contact).optional();
    }

    Optional<Code> code(String subject) {
        return jdbc.sql("""
                        select code, tries, code_until from notices.contact where subject = :subject and code is not null for update
                        """)
                .param("subject", subject)
                .query((row, n) -> new Code(
                        row.getString("code"),
                        row.getInt("tries"),
                        row.getObject("code_until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** @param code digest of the code sent to a new address; null: none is out */
    void keep(String subject, Contact contact, @Nullable String code, Instant at) {
        var key = vault.newWrappedKey();
        var mail = contact.mail() == null ? "" : contact.mail();
        var until = contact.codeUntil();
        jdbc.sql("""
                        insert into notices.contact (subject, wrapped_key, sealed, confirmed, sms, english, code, tries, code_until, changed_at)
                        values (:subject, :key, :sealed, :confirmed, :sms, :english, :code, 0, :until::timestamptz, :at)
                        on conflict (subject) do update set (wrapped_key, sealed, confirmed, sms, english, code, tries, code_until, changed_at) =
                          (excluded.wrapped_key, excluded.sealed, excluded.confirmed, excluded.sms, excluded.english, excluded.code,
                           0, excluded.code_until, excluded.changed_at)
                        """)
                .param("subject", subject)
                .param("key", key)
                .param("sealed", vault.sealUnder(key, mail.getBytes(StandardCharsets.UTF_8)))
                .param("confirmed", contact.confirmed())
                .param("sms", contact.sms())
                .param("english", contact.english())
                .param("code", code)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void confirm(String subject) {
        jdbc.sql("""
                        update notices.contact set confirmed = true, code = null, code_until = null where subject = :subject
                        """).param("subject", subject).update();
    }

    void tried(String subject) {
        jdbc.sql("update notices.contact set tries = tries + 1 where subject = :subject")
                .param("subject", subject)
                .update();
    }

    private Contact contact(ResultSet row, int number) throws SQLException {
        var mail = new String(
                vault.openUnder(row.getBytes("wrapped_key"), row.getBytes("sealed")), StandardCharsets.UTF_8);
        var until = row.getObject("code_until", OffsetDateTime.class);
        return new Contact(
                mail.isEmpty() ? null : mail,
                row.getBoolean("confirmed"),
                row.getBoolean("sms"),
                row.getBoolean("english"),
                until == null ? null : until.toInstant());
    }
}
