package org.tongban.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 人员: who works where, and who an applicant is. */
@Component
public class People {
    /** How long a post that was taken away may still be acted in; with it, a request asks the database nothing. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 20_000;

    private final AccountStore accounts;
    private final List<Roster> rosters;
    private final Vault vault;
    private final Time time;
    private final Cache<String, Optional<List<StaffMember>>> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    People(AccountStore accounts, List<Roster> rosters, Vault vault, Time time) {
        this.accounts = accounts;
        this.rosters = List.copyOf(rosters);
        this.vault = vault;
        this.time = time;
    }

    /** Who holds this role at this office today. */
    public List<StaffMember> staff(String office, Role role) {
        var today = time.today();
        return rosters.stream()
                .flatMap(roster -> roster.at(office, role, today).stream())
                .toList();
    }

    /** Everybody who holds a post at this office today: whom work can be handed to, and who has it. */
    public List<StaffMember> colleagues(String office) {
        var today = time.today();
        return rosters.stream()
                .flatMap(roster -> roster.at(office, today).stream())
                .toList();
    }

    /** The posts somebody holds today, at most a minute old; none for applicants and unknown accounts. */
    public List<StaffMember> posts(String account) {
        return standing(account).orElse(List.of());
    }

    /**
     * The member of staff for whom an office's own system acts: the rights are theirs and not the system's, so that four
     * eyes stay four (ASVS 8.3.3).
     *
     * @param role where they hold several posts at the office; else null
     * @return empty where nobody of that id holds such a post at the client's office, or several and no role is named
     */
    public Optional<Actor> inPlaceOf(Actor client, String staffId, @Nullable Role role) {
        if (client.role() != Role.OFFICE_SYSTEM) {
            return Optional.empty();
        }
        var held = posts(staffId).stream()
                .filter(member -> client.worksAt(member.office()))
                .filter(member -> role == null || member.role() == role)
                .toList();
        return held.size() == 1 ? Optional.of(held.getFirst().actor()) : Optional.empty();
    }

    /** What is known of the applicant who signed in with this account, for filling in a filing. */
    public Optional<Applicant> applicant(String account) {
        return accounts.applicant(account);
    }

    /** An applicant who has an account, told by their subject. */
    public Optional<Applicant> applicantBySubject(String subject) {
        return accounts.applicantBySubject(subject);
    }

    /** The account under which this applicant signs in; empty where they never did. */
    public Optional<String> accountOf(String subject) {
        return accounts.accountOf(subject);
    }

    /** An applicant whose identity was established at this level (policy N-21); empty where the account was closed. */
    Optional<Login> enrol(Applicant applicant, int assurance) {
        return accounts.enrol(applicant, time.now())
                .map(id -> new Login(id, applicant.name(), vault.subject(applicant), assurance, List.of(), null));
    }

    /** A member of staff with at least one post today; with exactly one, acting in it. */
    Optional<Login> staffLogin(String account) {
        var posts = posts(account);
        if (posts.isEmpty()) {
            return Optional.empty();
        }
        var held = posts.stream().map(StaffMember::post).toList();
        return Optional.of(new Login(
                account,
                posts.getFirst().name(),
                null,
                Actor.IN_PERSON,
                held,
                held.size() == 1 ? held.getFirst() : null));
    }

    /** The login as it stands now: without posts that were taken away; null where the account was closed. */
    @Nullable
    Login stillValid(Login login) {
        return standing(login.account())
                .map(posts ->
                        login.holding(posts.stream().map(StaffMember::post).toList()))
                .orElse(null);
    }

    void forget(String account) {
        remembered.invalidate(account);
    }

    private Optional<List<StaffMember>> standing(String account) {
        return Objects.requireNonNull(remembered.get(
                account,
                key -> rosters.stream()
                        .map(roster -> roster.posts(key, time.today()))
                        .flatMap(Optional::stream)
                        .findFirst()));
    }
}
