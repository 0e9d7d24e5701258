package org.tongban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * 登录: who makes a request, and how somebody comes in. The only code that touches the security context: everybody else
 * takes an {@link Actor} as a parameter.
 */
@Component
public class Logins {
    private static final String HOME = "/home";

    private final People people;
    private final SecurityLog log;
    private final SignInSettings settings;
    private final Sessions sessions;

    Logins(People people, SecurityLog log, SignInSettings settings, Sessions sessions) {
        this.people = people;
        this.log = log;
        this.settings = settings;
        this.sessions = sessions;
    }

    /** 登录方式: an identity provider, and the link that leads there. */
    public record Way(String label, String path) {}

    /** Who acts in this request: somebody signed in on pages, or a client of the API; null where nobody does. */
    public @Nullable Actor actor(HttpServletRequest request) {
        if (principal() instanceof Actor client) {
            return client;
        }
        var login = current(request);
        return login == null ? null : login.actor();
    }

    /** Who is signed in on pages, also staff who have not chosen a post yet; null where nobody is. */
    public @Nullable Login current(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || tooOld(session) || !(principal() instanceof Login login)) {
            return null;
        }
        return people.stillValid(login);
    }

    /** Begins a session under a new session id, in the post that the login acts in. */
    public void enter(Login login, String how, HttpServletRequest request, HttpServletResponse response) {
        keep(login, request, response);
        log.record(login.account(), recorded(login), SecurityLog.Act.SIGNED_IN, login.account(), how);
    }

    /** Goes on in another post of one's own; false where the post is not (any more) among them. */
    public boolean actIn(String postKey, HttpServletRequest request, HttpServletResponse response) {
        var login = current(request);
        var post = login == null ? Optional.<Post>empty() : Post.ofKey(postKey, login.posts());
        if (login == null || post.isEmpty()) {
            return false;
        }
        keep(login.in(post.get()), request, response);
        log.record(login.account(), login.name(), SecurityLog.Act.POST_CHOSEN, login.account(), postKey);
        return true;
    }

    /** How one may sign in here; none in the demonstration, which has its own page for it. */
    public List<Way> ways() {
        return settings.providers().entrySet().stream()
                .map(entry -> new Way(entry.getValue().label(), "/oauth2/authorization/" + entry.getKey()))
                .toList();
    }

    /** Where somebody goes who just came in: to choose a post, else to the page first asked for, else home. */
    public String wayBack(Login login, HttpServletRequest request, HttpServletResponse response) {
        if (login.actor() == null) {
            return ClosedDoor.CHOOSE_POST;
        }
        var way = sessions.wayBack(request, response);
        return way == null ? HOME : way;
    }

    private void keep(Login login, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var idle = login.isStaff() ? settings.staffIdle() : settings.applicantIdle();
        request.getSession().setMaxInactiveInterval(Math.toIntExact(idle.toSeconds()));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new PreAuthenticatedAuthenticationToken(login, null, List.of()));
        SecurityContextHolder.setContext(context);
        sessions.contexts().saveContext(context, request, response);
        sessions.csrf().saveToken(null, request, response);
    }

    /** An applicant's name is personal data and stays out of the log; the account tells who it was. */
    private static String recorded(Login login) {
        return login.isStaff() ? login.name() : Masking.name(login.name());
    }

    private boolean tooOld(HttpSession session) {
        return session.getLastAccessedTime() - session.getCreationTime()
                > settings.longest().toMillis();
    }

    private static @Nullable Object principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }
}
