package org.tongban.identity;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.places.Offices;

/**
 * 人员管理: the system administrator keeps the accounts of staff, the security administrator says who holds which post, and
 * the auditor sees both (policy D-22). Nobody is two of the three, and nobody gives a post to themselves.
 */
@Component
public class Staffing {
    private static final Set<Role> ADMINISTRATORS =
            EnumSet.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN);
    private static final Set<Role> NOT_POSTS =
            EnumSet.of(Role.APPLICANT, Role.OFFICE_SYSTEM, Role.PLATFORM, Role.CLOCK);

    private final AccountStore accounts;
    private final StaffStore staff;
    private final SignInSettings settings;
    private final People people;
    private final Offices offices;
    private final SecurityLog log;
    private final Time time;

    Staffing(
            AccountStore accounts,
            StaffStore staff,
            SignInSettings settings,
            People people,
            Offices offices,
            SecurityLog log,
            Time time) {
        this.accounts = accounts;
        this.staff = staff;
        this.settings = settings;
        this.people = people;
        this.offices = offices;
        this.log = log;
        this.time = time;
    }

    /** 人员变动被拒: what the administrator must change, in words. */
    public static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    /**
     * A new member of staff, still without a post.
     *
     * @param provider registration of the identity provider they sign in with
     * @param login what that provider calls them
     * @return the account
     */
    public String add(Actor by, String name, String provider, String login) {
        require(by, Role.SYSTEM_ADMIN);
        try {
            var account = accounts.addStaff(name.strip(), provider, login.strip(), time.now());
            log.record(by, SecurityLog.Act.STAFF_ADDED, account, name);
            return account;
        } catch (DuplicateKeyException e) {
            throw new Refused("这个登录名已经有账号");
        }
    }

    /** Closes an account; who is signed in with it is out within a minute. */
    public void close(Actor by, String account) {
        require(by, Role.SYSTEM_ADMIN);
        if (!accounts.close(account, time.now())) {
            throw new Refused("没有这个账号，或者已经停用");
        }
        people.forget(account);
        log.record(by, SecurityLog.Act.ACCOUNT_CLOSED, account, null);
    }

    /** @param to last day; null while nobody ends it */
    public void givePost(Actor by, String account, Post post, LocalDate from, @Nullable LocalDate to) {
        require(by, Role.SECURITY_ADMIN);
        if (account.equals(by.id())) {
            throw new Refused("不能给自己授予岗位");
        }
        if (NOT_POSTS.contains(post.role())) {
            throw new Refused(post.role().label() + "不是岗位");
        }
        if (offices.byCode(post.office()).isEmpty()) {
            throw new Refused("没有这个机构：" + post.office());
        }
        boolean otherAdministrator = ADMINISTRATORS.contains(post.role())
                && people.posts(account).stream()
                        .map(StaffMember::role)
                        .anyMatch(role -> role != post.role() && ADMINISTRATORS.contains(role));
        if (otherAdministrator) {
            throw new Refused("系统、安全、审计三个管理员不能由同一人担任");
        }
        accounts.givePost(account, post, from, to);
        people.forget(account);
        log.record(by, SecurityLog.Act.POST_GIVEN, account, post.key() + " " + from + " " + (to == null ? "" : to));
    }

    /** From today on the post is no longer held; who acts in it is out within a minute. */
    public void takePost(Actor by, String account, Post post) {
        require(by, Role.SECURITY_ADMIN);
        if (!accounts.takePost(account, post, time.today())) {
            throw new Refused("此人没有这个岗位");
        }
        people.forget(account);
        log.record(by, SecurityLog.Act.POST_TAKEN, account, post.key());
    }

    /**
     * The accounts of staff, by name, for the administrators.
     *
     * @param words beginning of a name, a login name or the code of an office; empty for all
     * @param after id of the last account of the page before; null for the first page
     */
    public List<StaffAccount> find(Actor by, String words, @Nullable String after, int limit) {
        requireAdministrator(by);
        return staff.find(words.strip(), after, limit);
    }

    public Optional<StaffAccount> account(Actor by, String id) {
        requireAdministrator(by);
        return staff.byId(id);
    }

    /** The providers that members of staff can sign in with: registration id → what the sign-in page calls it. */
    public Map<String, String> providers() {
        var labels = new TreeMap<String, String>();
        settings.providers().forEach((id, provider) -> {
            if (provider.kind() == SignInSettings.Kind.STAFF) {
                labels.put(id, provider.label());
            }
        });
        return labels;
    }

    private static void requireAdministrator(Actor by) {
        if (!ADMINISTRATORS.contains(by.role())) {
            throw new Refused("只有管理员可以查看");
        }
    }

    private static void require(Actor by, Role role) {
        if (by.role() != role) {
            throw new Refused("只有" + role.label() + "可以这样做");
        }
    }
}
