package org.tongban.identity;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Accounts and posts. */
@Repository
@Order(Ordered.LOWEST_PRECEDENCE)
class AccountStore implements Roster {
    private static final String PERSON = "person";
    private static final String ORGANISATION = "organisation";
    /** Of its own, so that no setting of the web's JSON changes what is stored. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Vault vault;

    AccountStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** An applicant's account, made at the first time and brought up to date at every other; empty where it was closed. */
    Optional<String> enrol(Applicant applicant, Instant at) {
        var key = vault.newWrappedKey();
        var sealed = vault.sealUnder(key, JSON.writeValueAsBytes(applicant));
        return jdbc.sql("""
                        insert into identity.account (id, kind, subject, wrapped_key, sealed, created_at)
                        values (:id, :kind, :subject, :key, :sealed, :at)
                        on conflict (subject) do update set wrapped_key = excluded.wrapped_key, sealed = excluded.sealed
                        returning case when closed_at is null then id end
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("kind", applicant instanceof Organisation ? ORGANISATION : PERSON)
                .param("subject", vault.subject(applicant))
                .param("key", key)
                .param("sealed", sealed)
                .param("at", utc(at))
                .query(String.class)
                .optional();
    }

    Optional<Applicant> applicant(String account) {
        return jdbc.sql("""
                        select kind, wrapped_key, sealed from identity.account
                        where id = :id and kind <> 'staff'
                        """).param("id", account).query(this::open).optional();
    }

    Optional<Applicant> applicantBySubject(String subject) {
        return jdbc.sql("""
                        select kind, wrapped_key, sealed from identity.account
                        where subject = :subject
                        """).param("subject", subject).query(this::open).optional();
    }

    Optional<String> accountOf(String subject) {
        return jdbc.sql("""
                        select id from identity.account
                        where subject = :subject and closed_at is null
                        """).param("subject", subject).query(String.class).optional();
    }

    /** A member of staff as the identity provider calls them; empty where unknown or closed. */
    Optional<Named> staff(String provider, String login) {
        return jdbc.sql("""
                        select id, name from identity.account
                        where provider = :provider and login = :login and closed_at is null
                        """)
                .param("provider", provider)
                .param("login", login)
                .query((row, number) -> new Named(row.getString("id"), row.getString("name")))
                .optional();
    }

    String addStaff(String name, String provider, String login, Instant at) {
        return jdbc.sql("""
                        insert into identity.account (id, kind, name, provider, login, created_at)
                        values (:id, 'staff', :name, :provider, :login, :at)
                        returning id
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("name", name)
                .param("provider", provider)
                .param("login", login)
                .param("at", utc(at))
                .query(String.class)
                .single();
    }

    boolean close(String account, Instant at) {
        return jdbc.sql("""
                        update identity.account set closed_at = :at
                        where id = :id and closed_at is null
                        """).param("id", account).param("at", utc(at)).update() == 1;
    }

    void givePost(String account, Post post, LocalDate from, @Nullable LocalDate to) {
        jdbc.sql("""
                        insert into identity.post (account_id, role, office, from_on, to_on)
                        values (:account, :role, :office, :from, :to)
                        on conflict (account_id, role, office) do update set from_on = excluded.from_on, to_on = excluded.to_on
                        """)
                .param("account", account)
                .param("role", post.role().name())
                .param("office", post.office())
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Ends a post: the day before {@code on} is its last. A post that never began is gone. */
    boolean takePost(String account, Post post, LocalDate on) {
        return jdbc.sql("""
                        with ended as (
                            update identity.post set to_on = :last
                            where account_id = :account and role = :role and office = :office
                              and from_on <= :last and coalesce(to_on, 'infinity') > :last
                            returning 1
                        ), gone as (
                            delete from identity.post
                            where account_id = :account and role = :role and office = :office and from_on > :last
                            returning 1
                        )
                        select exists (select 1 from ended union all select 1 from gone)
                        """)
                .param("account", account)
                .param("role", post.role().name())
                .param("office", post.office())
                .param("last", on.minusDays(1))
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<StaffMember> at(String office, Role role, LocalDate on) {
        return jdbc.sql("""
                        select a.id, a.name, p.role, p.office
                        from identity.post p
                        join identity.account a on a.id = p.account_id
                        where p.office = :office and p.role = :role and a.closed_at is null
                          and :on between p.from_on and coalesce(p.to_on, 'infinity')
                        order by a.name, a.id
                        """)
                .param("office", office)
                .param("role", role.name())
                .param("on", on)
                .query((row, number) -> member(row))
                .list();
    }

    @Override
    public List<StaffMember> at(String office, LocalDate on) {
        return jdbc.sql("""
                        select a.id, a.name, p.role, p.office
                        from identity.post p
                        join identity.account a on a.id = p.account_id
                        where p.office = :office and a.closed_at is null
                          and :on between p.from_on and coalesce(p.to_on, 'infinity')
                        order by p.role, a.name, a.id
                        """)
                .param("office", office)
                .param("on", on)
                .query((row, number) -> member(row))
                .list();
    }

    @Override
    public Optional<List<StaffMember>> posts(String account, LocalDate on) {
        var rows = jdbc.sql("""
                        select a.id, a.name, p.role, p.office
                        from identity.account a
                        left join identity.post p
                          on p.account_id = a.id and :on between p.from_on and coalesce(p.to_on, 'infinity')
                        where a.id = :account and a.closed_at is null
                        order by p.office, p.role
                        """)
                .param("account", account)
                .param("on", on)
                .query((row, number) -> Optional.ofNullable(row.getString("role") == null ? null : member(row)))
                .list();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).toList());
    }

    private Applicant open(ResultSet row, int number) throws SQLException {
        var plain = vault.openUnder(row.getBytes("wrapped_key"), row.getBytes("sealed"));
        var type = row.getString("kind").equals(ORGANISATION) ? Organisation.class : Person.class;
        return JSON.readValue(new String(plain, StandardCharsets.UTF_8), type);
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(
                row.getString("id"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("office"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** An account with the name that stands in the history. */
    record Named(String id, String name) {}
}
