package org.tongban.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.context.TestSecurityContextHolder;

/** Signs in anybody who may apply, also those whom the demonstration does not list, with the mandate they need. */
public final class TestApplicants {
    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate TO = LocalDate.of(2030, 12, 31);
    private static final int ASSURANCE = 4;

    private final People people;
    private final Logins logins;
    private final Mandates mandates;

    public TestApplicants(People people, Logins logins, Mandates mandates) {
        this.people = people;
        this.logins = logins;
        this.mandates = mandates;
    }

    /**
     * 登录的申请人: a session, and who acts in it.
     *
     * @param principal subject of whom they act for; null: themselves
     */
    public record SignedIn(
            MockHttpSession session, Actor actor, @Nullable String principal) {}

    /** @param agent who files for the applicant; null: the applicant does */
    public SignedIn signIn(Applicant applicant, @Nullable Person agent) {
        return signIn(applicant, agent, Relation.usual(applicant));
    }

    /** @param relation what the agent is to the applicant */
    public SignedIn signIn(Applicant applicant, @Nullable Person agent, @Nullable Relation relation) {
        var own = login(applicant);
        if (agent == null) {
            return entered(own, null);
        }
        var other = login(agent);
        var principal = Objects.requireNonNull(own.subject());
        var subject = Objects.requireNonNull(other.subject());
        if (principal.equals(subject)) {
            return entered(own, null);
        }
        mandates.give(
                new Mandate(
                        "test-" + principal.substring(0, 16) + "-" + subject.substring(0, 16) + relation,
                        principal,
                        subject,
                        Mandate.Names.of(applicant, agent),
                        relation == null ? Relation.usual(applicant) : relation,
                        List.of(),
                        FROM,
                        TO,
                        "窗口核验授权委托书"),
                Objects.requireNonNull(own.actor()));
        return entered(other, principal);
    }

    private Login login(Applicant applicant) {
        return people.enrol(applicant, ASSURANCE).orElseThrow();
    }

    private SignedIn entered(Login login, @Nullable String principal) {
        var request = new MockHttpServletRequest();
        logins.enter(login, "test", request, new MockHttpServletResponse());
        TestSecurityContextHolder.clearContext();
        var session = (MockHttpSession) Objects.requireNonNull(request.getSession(false));
        return new SignedIn(session, Objects.requireNonNull(login.actor()), principal);
    }
}
