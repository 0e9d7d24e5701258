package org.tongban.api;

import java.util.Optional;
import org.tongban.catalogue.ExampleAct;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Applicant;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Masking;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Uscc;

/** A party of an example's case by name, as somebody who can sign in. */
final class PartyNamed {
    private final Precheck check;
    private final Filing filing;

    PartyNamed(Precheck check, Filing filing) {
        this.check = check;
        this.filing = filing;
    }

    /** As the tasks of the case call them. */
    String masked(String who) {
        return Masking.name(isApplicant(who) ? filing.applicant().name() : who);
    }

    /** Empty: the filing does not tell who they are, or it is nobody who takes part. */
    Optional<Applicant> who(String name) {
        if (isApplicant(name)) {
            return Optional.of(filing.applicant());
        }
        return check.plan().parties().stream()
                .filter(takes -> takes.name().equals(name))
                .findFirst()
                .flatMap(PartyNamed::identified);
    }

    private static boolean isApplicant(String who) {
        return who.equals(ExampleAct.APPLICANT) || who.equals(ExampleAct.AGENT);
    }

    private static Optional<Applicant> identified(Precheck.Takes takes) {
        var number = takes.number() == null ? "" : takes.number().strip();
        if (IdNumber.isValid(number)) {
            return Optional.of(Person.of(takes.name(), new IdNumber(number), null));
        }
        if (Uscc.isValid(number)) {
            return Optional.of(new Organisation(takes.name(), new Uscc(number), null, null, null, null));
        }
        return number.isEmpty() || takes.documentType() == null
                ? Optional.empty()
                : Optional.of(new Person(takes.name(), null, takes.documentType(), number, null, null, null, null));
    }
}
