package org.tongban.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongban.identity.Relation;

/** Reads who may act for the applicant, and for whom the applicant acts. */
final class OnBehalfReader {
    private OnBehalfReader() {}

    static OnBehalf read(Section s) {
        var rule = new OnBehalf(
                s.mentions("who")
                        ? s.each(
                                "who",
                                w -> new OnBehalf.Acting(
                                        w.oneOf("relation", Relation.class, Relation::label), w.texts("proof")))
                        : null,
                s.optionalText("because"),
                s.has("subject") ? subject(s.section("subject")) : null,
                s.has("told") ? told(s.section("told")) : null);
        s.complete();
        return rule;
    }

    private static OnBehalf.Subject subject(Section s) {
        var subject = new OnBehalf.Subject(s.text("person"), s.optionalText("number"), s.optionalText("relation"));
        s.complete();
        return subject;
    }

    private static OnBehalf.Told told(Section s) {
        var told = new OnBehalf.Told(
                s.optionalText("acts"),
                s.optionalText("commissioned"),
                s.has("agent") ? named(s.section("agent")) : null,
                s.has("handler") ? named(s.section("handler")) : null,
                s.has("relation") ? words(s.section("relation")) : null,
                s.has("kind") ? words(s.section("kind")) : null);
        s.complete();
        return told;
    }

    private static OnBehalf.Named named(Section s) {
        var named = new OnBehalf.Named(s.text("name"), s.optionalText("number"));
        s.complete();
        return named;
    }

    private static OnBehalf.Words words(Section s) {
        var options = new LinkedHashMap<String, String>();
        for (var key : s.keys()) {
            if (!key.equals("field")) {
                options.put(key, s.text(key));
            }
        }
        return new OnBehalf.Words(s.text("field"), Map.copyOf(options));
    }
}
