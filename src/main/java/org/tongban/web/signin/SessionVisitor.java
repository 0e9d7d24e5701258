package org.tongban.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.tongban.identity.Logins;
import org.tongban.identity.Post;
import org.tongban.notices.Notices;
import org.tongban.places.Office;
import org.tongban.places.Offices;
import org.tongban.web.Visitor;
import org.tongban.web.VisitorSource;

/** Who is signed in, as pages show it. */
@Component
class SessionVisitor implements VisitorSource {
    private final Logins logins;
    private final Offices offices;
    private final Notices notices;

    SessionVisitor(Logins logins, Offices offices, Notices notices) {
        this.logins = logins;
        this.offices = offices;
        this.notices = notices;
    }

    @Override
    public Visitor visitor(HttpServletRequest request) {
        var login = logins.current(request);
        if (login == null) {
            return Visitor.ANONYMOUS;
        }
        var actor = login.actor();
        return new Visitor(
                actor,
                login.posts().stream()
                        .map(post -> new Visitor.Seat(post, office(post), post.equals(login.acting())))
                        .toList(),
                () -> actor == null ? 0 : notices.unread(actor));
    }

    private String office(Post post) {
        return offices.byCode(post.office()).map(Office::name).orElse(post.office());
    }
}
