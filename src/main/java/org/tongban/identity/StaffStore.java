package org.tongban.identity;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The administrators' list of staff: one statement a page, with the posts of each. */
@Repository
class StaffStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ACCOUNT = """
            select a.id, a.name, a.provider, a.login, a.closed_at,
                   (select coalesce(jsonb_agg(p order by p.office, p.role), '[]') from identity.post p where p.account_id = a.id)::text as posts
              from identity.account a
             where a.kind = 'staff'
            """;

    private final JdbcClient jdbc;

    StaffStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose name begins so, whose login is so, or who have a post at this office; all for empty words. */
    List<StaffAccount> find(String words, @Nullable String after, int limit) {
        return jdbc.sql(ACCOUNT + """
                         and (:words = '' or starts_with(a.name, :words) or a.login = :words
                              or a.id in (select o.account_id from identity.post o where o.office = :words))
                         and (:after::text is null or (a.name, a.id) > (select l.name, l.id from identity.account l where l.id = :after))
                         order by a.name, a.id limit :limit
                        """)
                .param("words", words)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> account(row))
                .list();
    }

    Optional<StaffAccount> byId(String id) {
        return jdbc.sql(ACCOUNT + " and a.id = :id")
                .param("id", id)
                .query((row, number) -> account(row))
                .optional();
    }

    private static StaffAccount account(java.sql.ResultSet row) throws java.sql.SQLException {
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new StaffAccount(
                row.getString("id"),
                row.getString("name"),
                row.getString("provider"),
                row.getString("login"),
                closedAt == null ? null : closedAt.toInstant(),
                JSON.readTree(row.getString("posts"))
                        .valueStream()
                        .map(StaffStore::held)
                        .toList());
    }

    private static StaffAccount.Held held(JsonNode post) {
        var to = post.get("to_on");
        return new StaffAccount.Held(
                new Post(
                        Role.valueOf(post.get("role").asString()),
                        post.get("office").asString()),
                LocalDate.parse(post.get("from_on").asString()),
                to.isNull() ? null : LocalDate.parse(to.asString()));
    }
}
