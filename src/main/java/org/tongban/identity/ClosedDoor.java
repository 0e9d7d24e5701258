package org.tongban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What those find who may not come in: on pages the way to sign in or an error page, in the API a problem with its code. */
@Component
class ClosedDoor implements AuthenticationEntryPoint, AccessDeniedHandler {
    static final String SIGN_IN = "/sign-in";
    static final String CHOOSE_POST = "/post";

    private final Sessions sessions;
    private final JsonMapper json;

    ClosedDoor(Sessions sessions, JsonMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        signIn(request, response);
    }

    /** A form sent after its session has ended brings a token that nobody knows any more: that is nothing forbidden, one signs in again. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        if (why instanceof CsrfException && nobody) {
            signIn(request, response);
        } else {
            forbid(request, response);
        }
    }

    void signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isApi(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problem(
                    response,
                    HttpServletResponse.SC_UNAUTHORIZED,
                    "unauthenticated",
                    "没有有效的访问令牌。",
                    "请到 /oauth2/token 取得令牌后再发。");
        } else {
            leadTo(SIGN_IN, request, response);
        }
    }

    void choosePost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        leadTo(CHOOSE_POST, request, response);
    }

    /** A part of a page that htmx asks for is no place to come back to, and leads the whole page away. */
    private void leadTo(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            sessions.requests().saveRequest(request, response);
            response.sendRedirect(path);
        }
    }

    void forbid(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isApi(request)) {
            problem(response, HttpServletResponse.SC_FORBIDDEN, "forbidden", "这个客户端不能这样做。", "请换用有此权限的客户端。");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    void tooMany(HttpServletResponse response, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problem(response, 429, "too-many-requests", "请求太频繁。", "请等 Retry-After 所说的秒数后再试。");
    }

    private void problem(HttpServletResponse response, int status, String code, String text, String next)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:tongban:problem:" + code);
        problem.put("title", text);
        problem.put("status", status);
        problem.put("detail", text);
        problem.put("code", code);
        problem.put("next", next);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }
}
