package org.tongban.casework;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Applicant;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Masking;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Uscc;
import org.tongban.identity.Vault;

/** The parties of a case, as the filing names and identifies them. */
final class Parties {
    private Parties() {}

    static List<Party> of(Precheck check, Vault vault) {
        var parties = new ArrayList<Party>();
        for (var taking : check.plan().parties()) {
            var who = identified(taking);
            parties.add(new Party(
                    parties.size() + 1,
                    taking.rule().key(),
                    taking.rule().name(),
                    Masking.name(taking.name()),
                    who == null ? null : vault.subject(who)));
        }
        return List.copyOf(parties);
    }

    /** Whom the filing names, by the number it gives; null where it gives none that tells one person or body. */
    private static @Nullable Applicant identified(Precheck.Takes taking) {
        var number = taking.number() == null ? "" : taking.number().strip();
        var document = taking.documentType();
        if (number.isEmpty()) {
            return null;
        }
        if (IdNumber.isValid(number)) {
            return Person.of(taking.name(), new IdNumber(number), null);
        }
        if (Uscc.isValid(number)) {
            return new Organisation(taking.name(), new Uscc(number), null, null, null, null);
        }
        return document == null || document.isEmpty()
                ? null
                : new Person(taking.name(), null, document, number, null, null, null, null);
    }
}
