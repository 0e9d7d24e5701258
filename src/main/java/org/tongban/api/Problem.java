package org.tongban.api;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** 问题说明: an application/problem+json (RFC 9457) with a stable {@code code}, the reason, and in {@code next} what to do. */
final class Problem {
    private Problem() {}

    static ProblemDetail of(HttpStatus status, String code, String text, String next) {
        var problem = ProblemDetail.forStatusAndDetail(status, text);
        problem.setType(URI.create("urn:tongban:problem:" + code));
        problem.setTitle(text);
        problem.setProperty("code", code);
        problem.setProperty("next", next);
        return problem;
    }
}
