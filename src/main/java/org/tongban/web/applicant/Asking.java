package org.tongban.web.applicant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Field;

/**
 * 一页的问题.
 *
 * @param fields the questions of the page
 * @param following what their answers bring with them
 * @param follows whether other answers would bring something
 * @param known key of a question → where the answer came from that was filled in beforehand
 */
public record Asking(List<Field> fields, List<Field> following, boolean follows, Map<String, Known> known) {

    /**
     * 预填说明: where an answer came from, and where to say that it is wrong (policy D-12).
     *
     * @param wrong page on which to say so
     * @param ticket page of the ticket that says so; null where nobody has
     */
    public record Known(
            String origin,
            String organ,
            String wrong,
            @Nullable String ticket) {}

    static Asking of(OpenDraft draft, List<Field> fields, OpenDrafts.Following following) {
        var known = new LinkedHashMap<String, Known>();
        Stream.concat(fields.stream(), following.shown().stream()).forEach(field -> {
            var origin = draft.sheet().origin(field.key());
            if (origin != null) {
                var ticket = draft.sheet().correction(field.key());
                known.put(
                        field.key(),
                        new Known(
                                origin.words(),
                                origin.organ(),
                                "/my/drafts/" + draft.id() + "/wrong/" + field.key(),
                                ticket == null ? null : "/help/unsolved/" + ticket));
            }
        });
        return new Asking(fields, following.shown(), following.any(), known);
    }
}
