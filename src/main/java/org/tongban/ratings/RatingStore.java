package org.tongban.ratings;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongban.identity.Vault;

/** The SQL of the ratings; what raters wrote is sealed. */
@Repository
class RatingStore {
    /** A rating as it is kept. */
    record Kept(Rating rating, Rating.Given given, String rater, String region, String way) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    RatingStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** False where this visit or case was rated before. */
    boolean add(Kept kept) {
        var key = vault.newWrappedKey();
        var words = kept.given().words().getBytes(StandardCharsets.UTF_8);
        return jdbc.sql("""
                        insert into ratings.rating (casefile_id, occasion, rater, named, grade, tags, item_id, office, region, way, wrapped_key,
                          sealed, given_at)
                        values (:id, :occasion, :rater, :named, :grade, :tags::text[], :item, :office, :region, :way, :key, :sealed, :at)
                        on conflict (casefile_id, occasion) do nothing
                        """)
                        .param("id", kept.rating().casefileId())
                        .param("occasion", kept.rating().occasion())
                        .param("rater", kept.rater())
                        .param("named", kept.given().named())
                        .param("grade", kept.given().grade().number())
                        .param("tags", kept.given().tags().toArray(String[]::new))
                        .param("item", kept.rating().itemId())
                        .param("office", kept.rating().office())
                        .param("region", kept.region())
                        .param("way", kept.way())
                        .param("key", key)
                        .param("sealed", vault.sealUnder(key, words))
                        .param("at", utc(kept.given().at()))
                        .update()
                == 1;
    }

    /** What was said in a case, by occasion. */
    Map<String, Rating.Given> of(long casefileId) {
        var found = new HashMap<String, Rating.Given>();
        jdbc.sql("""
                        select occasion, grade, tags, named, wrapped_key, sealed, given_at from ratings.rating where casefile_id = :id
                        """).param("id", casefileId).query(row -> {
            found.put(row.getString("occasion"), given(row));
        });
        return found;
    }

    String rater(long casefileId, String occasion) {
        return jdbc.sql("select rater from ratings.rating where casefile_id = :id and occasion = :occasion")
                .param("id", casefileId)
                .param("occasion", occasion)
                .query(String.class)
                .single();
    }

    void exclude(long casefileId, String occasion) {
        jdbc.sql("update ratings.rating set counted = false where casefile_id = :id and occasion = :occasion")
                .param("id", casefileId)
                .param("occasion", occasion)
                .update();
    }

    private Rating.Given given(ResultSet row) throws SQLException {
        var words = vault.openUnder(row.getBytes("wrapped_key"), row.getBytes("sealed"));
        return new Rating.Given(
                Grade.of(row.getInt("grade")).orElseThrow(),
                strings(row, "tags"),
                new String(words, StandardCharsets.UTF_8),
                row.getBoolean("named"),
                row.getObject("given_at", OffsetDateTime.class).toInstant());
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
