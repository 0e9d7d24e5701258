package org.tongban.ratings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.HolidayCalendar;
import org.tongban.calendar.Time;
import org.tongban.casework.Attendance;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedMove;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.identity.Vault;
import org.tongban.notices.NoticeKind;
import org.tongban.notices.Notices;
import org.tongban.places.Office;
import org.tongban.places.Offices;

/**
 * 好差评: takes a rating where there was a visit or a case has ended, once each (policy N-31), and opens the ticket that a bad one owes
 * (N-33). Nothing is assumed of who does not rate (N-32).
 */
@Component
public class Ratings {
    /** 评价标签: what a bad rating may be about. */
    public static final List<String> TAGS = List.of("材料反复要", "两头跑", "等得久", "态度不好", "说不清楚", "超过承诺时间", "网上不好用", "其他");

    public static final int LONGEST_WORDS = 500;
    private static final int CODE_DIGITS = 8;
    private static final int REGION_DIGITS = 6;
    private static final int HEX = 16;

    private final RatingStore store;
    private final RatingTicketStore tickets;
    private final RatingTallyStore tallies;
    private final Casebook casebook;
    private final HolidayCalendar calendar;
    private final Offices offices;
    private final Notices notices;
    private final Vault vault;
    private final Time time;

    Ratings(
            RatingStore store,
            RatingTicketStore tickets,
            RatingTallyStore tallies,
            Casebook casebook,
            HolidayCalendar calendar,
            Offices offices,
            Notices notices,
            Vault vault,
            Time time) {
        this.store = store;
        this.tickets = tickets;
        this.tallies = tallies;
        this.casebook = casebook;
        this.calendar = calendar;
        this.offices = offices;
        this.notices = notices;
        this.vault = vault;
        this.time = time;
    }

    /** What applicant or agent said of this case and its visits, or may say; also for the platform through which they applied. */
    @Transactional(readOnly = true)
    public List<Rating> of(Casebook.Opened opened, Actor by) {
        if (by.role() != Role.APPLICANT && by.role() != Role.PLATFORM) {
            throw new NoSuchCase(opened.file().casefileId());
        }
        return rated(opened);
    }

    /** The visit or case that this code lets one rate, typed in or scanned at the counter; empty where it is wrong. */
    @Transactional(readOnly = true)
    public Optional<Rating> byCode(long casefileId, String code) {
        return existing(casefileId)
                .flatMap(opened -> rated(opened).stream()
                        .filter(rating -> code(rating).equals(code.replaceAll("\\s", "")))
                        .findFirst());
    }

    /** Codes that a window may show for what was done at this window, of the latest visit; never whether or how it was rated. */
    @Transactional(readOnly = true)
    public Optional<String> codeAtWindow(long casefileId, Actor clerk) {
        return rated(casebook.open(casefileId, clerk)).stream()
                .filter(rating -> rating.visit() && clerk.worksAt(rating.office()))
                .reduce((first, latest) -> latest)
                .map(this::code);
    }

    /**
     * 评价内容: what somebody says.
     *
     * @param named with their name: a bad one is called back; the rated office sees no name either way
     */
    public record Said(Grade grade, List<String> tags, String words, boolean named) {}

    /** Rates as applicant or agent, signed in; or hands on what the applicant said on the platform through which they applied. */
    @Transactional
    public void rate(long casefileId, String occasion, Said said, Actor by) {
        var opened = casebook.open(casefileId, by);
        boolean platform = by.role() == Role.PLATFORM;
        if (!platform && by.role() != Role.APPLICANT) {
            throw new NoSuchCase(casefileId);
        }
        var who = platform
                ? new By(opened.file().applicant(), "platform")
                : new By(Objects.requireNonNull(by.subject()), "online");
        rate(opened, find(opened, occasion), said, who);
    }

    /** Rates by the code of the counter. */
    @Transactional
    public void rate(long casefileId, String code, Said said) {
        var rating = byCode(casefileId, code)
                .orElseThrow(
                        () -> new RefusedMove(new Refusal.Rule("wrong-code", "评价码不对。", "请核对办件编号和评价码，或者登录后在办件页面评价。")));
        var opened = existing(casefileId).orElseThrow();
        rate(opened, rating, said, new By(opened.file().applicant(), "code"));
    }

    record By(String rater, String way) {}

    void rate(Casebook.Opened opened, Rating rating, Said said, By by) {
        var office = rating.office();
        var region = region(office);
        var given = new Rating.Given(said.grade(), known(said.tags()), words(said), said.named(), time.now());
        if (!store.add(new RatingStore.Kept(rating, given, by.rater(), region, by.way()))) {
            throw new RefusedMove(new Refusal.Rule("rated-before", "这一次已经评价过了。", "一次服务只评价一次；要补充的，请给办理机关留言。"));
        }
        var of = new RatingTallyStore.Of(
                RatingTallyStore.Of.monthOf(given.at()), rating.itemId(), office, region, rating.visit());
        tallies.count(of, said.grade(), 1);
        if (said.grade().bad()) {
            if (said.named()) {
                tallies.count(of, List.of(RatingTallyStore.Counted.TICKETS), 1);
            }
            openTicket(opened, rating, given, region);
        }
    }

    private void openTicket(Casebook.Opened opened, Rating rating, Rating.Given given, String region) {
        var today = Time.dateOf(given.at());
        var days = tickets.daysOn(today);
        var working = calendar.workingDays();
        var ticket = new Ticket(
                UUID.randomUUID(),
                1,
                TicketState.OPEN,
                given.grade(),
                given.tags(),
                given.named(),
                rating.itemId(),
                rating.office(),
                region,
                ratedStaff(opened, rating.office()),
                given.at(),
                working.plus(today, days.startDays()),
                working.plus(today, days.verifyDays()),
                working.plus(today, days.finishDays()),
                Map.of(),
                null,
                new Ticket.Key(rating.casefileId(), rating.occasion()));
        tickets.open(ticket);
        // 0: a notice that names no case, for it would lead to the rater
        notices.tell(
                Role.APPROVER,
                rating.office(),
                new Notices.Telling(
                        0,
                        rating.itemId(),
                        "ticket." + ticket.id(),
                        NoticeKind.RATING_TICKET,
                        Map.of("until", ticket.startBy().toString())));
    }

    private static List<String> ratedStaff(Casebook.Opened opened, String office) {
        var acted = new LinkedHashSet<String>();
        opened.lines().stream()
                .map(line -> line.entry().by())
                .filter(who -> office.equals(who.office()))
                .forEach(who -> acted.add(who.id()));
        return List.copyOf(acted);
    }

    List<Rating> rated(Casebook.Opened opened) {
        var file = opened.file();
        var given = store.of(file.casefileId());
        var open = tickets.of(file.casefileId());
        var found = new ArrayList<Rating>();
        for (var line : opened.lines()) {
            var attendance = attendance(line.entry().event());
            var window = line.entry().by().office();
            if (attendance != null && window != null) {
                var occasion = Rating.VISIT + line.entry().seq();
                found.add(rating(file, occasion, new At(window, line.entry().at()), given.get(occasion), open));
            }
        }
        var closedAt = file.closedAt();
        if (file.closed() && closedAt != null) {
            found.add(rating(file, Rating.CASE, new At(file.office(), closedAt), given.get(Rating.CASE), open));
        }
        return found;
    }

    private record At(String office, Instant at) {}

    private static Rating rating(
            Casefile file, String occasion, At at, Rating.@Nullable Given given, List<Ticket> tickets) {
        var ticket = tickets.stream()
                .filter(t -> t.key().occasion().equals(occasion))
                .findFirst()
                .orElse(null);
        return new Rating(file.casefileId(), occasion, file.itemId(), at.office(), at.at(), given, ticket);
    }

    private static @Nullable Attendance attendance(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Submitted e -> e.attendance();
            case CaseEvent.Received e -> e.attendance();
            case CaseEvent.Attended e -> e.attendance();
            default -> null;
        };
    }

    private Rating find(Casebook.Opened opened, String occasion) {
        return rated(opened).stream()
                .filter(rating -> rating.occasion().equals(occasion))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedMove(new Refusal.Rule("nothing-to-rate", "现在还不能评价。", "办件办结后，或者到窗口办过之后，再来评价。")));
    }

    private Optional<Casebook.Opened> existing(long casefileId) {
        try {
            return Optional.of(casebook.open(casefileId, Actor.CLOCK));
        } catch (NoSuchCase e) {
            return Optional.empty();
        }
    }

    /** Follows from the visit under the node's key, so that none is stored and none can be guessed. */
    private String code(Rating rating) {
        var mac = vault.lookup("rating:" + CaseNumber.of(rating.casefileId()) + ":" + rating.occasion());
        long number = Long.parseLong(mac.substring(0, HEX - 1), HEX);
        return "%08d".formatted(number % (long) Math.pow(10, CODE_DIGITS));
    }

    private String region(String office) {
        return offices.byCode(office)
                .map(Office::region)
                .orElseGet(() -> office.substring(office.length() - REGION_DIGITS));
    }

    private static List<String> known(List<String> tags) {
        return tags.stream().filter(TAGS::contains).distinct().toList();
    }

    private static String words(Said said) {
        var words = said.words().strip();
        return words.substring(0, Math.min(LONGEST_WORDS, words.length()));
    }
}
