package org.tongban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * Where the state of a visit is kept: the login in a session on the server; the form token and the page asked for before
 * signing in in cookies, so that visitors who do not sign in need no session and a form outlives a lost one.
 */
@Component
class Sessions {
    private final SecurityContextRepository contexts = new DelegatingSecurityContextRepository(
            new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository());
    private final CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
    private final CookieRequestCache requests = new CookieRequestCache();

    Sessions(@Value("${server.servlet.session.cookie.secure}") boolean secure) {
        csrf.setCookieName(secure ? "__Host-form" : "form");
        csrf.setParameterName("_csrf");
        csrf.setCookieCustomizer(
                cookie -> cookie.secure(secure).httpOnly(true).sameSite("Lax").path("/"));
        requests.setCookieCustomizer(cookie -> cookie.setSecure(secure));
    }

    SecurityContextRepository contexts() {
        return contexts;
    }

    CsrfTokenRepository csrf() {
        return csrf;
    }

    RequestCache requests() {
        return requests;
    }

    /** The page somebody asked for before signing in, once; null where there is none. Only its path and query count. */
    @Nullable
    String wayBack(HttpServletRequest request, HttpServletResponse response) {
        var saved = requests.getRequest(request, response);
        if (saved == null) {
            return null;
        }
        requests.removeRequest(request, response);
        var address = URI.create(saved.getRedirectUrl());
        var path = address.getRawPath();
        if (path == null || !path.startsWith("/") || path.startsWith("//")) {
            return null;
        }
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }
}
