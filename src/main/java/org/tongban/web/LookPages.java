package org.tongban.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.identity.Door;

/** 语言和长者版切换: keeps the choice of language and edition in cookies and comes back to where the visitor was. */
@Controller
@Door.Open
class LookPages {
    private static final Duration KEPT = Duration.ofDays(365);

    @GetMapping("/look")
    Reply look(
            @RequestParam @Nullable String language,
            @RequestParam @Nullable Boolean elder,
            @RequestParam(defaultValue = "/") String to,
            HttpServletResponse response) {
        if (language != null) {
            keep(PageArgument.LANGUAGE_COOKIE, Language.of(language).code(), KEPT, response);
        }
        if (elder != null) {
            keep(PageArgument.ELDER_COOKIE, "yes", elder ? KEPT : Duration.ZERO, response);
        }
        return Reply.seeOther(within(to) ? to : "/");
    }

    /** Only paths of this site: neither {@code //elsewhere} nor {@code /\elsewhere}, which browsers read as another host. */
    static boolean within(String to) {
        return to.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
    }

    private static void keep(String name, String value, Duration age, HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
