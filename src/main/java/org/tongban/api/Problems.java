package org.tongban.api;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.tongban.casework.NoSuchCase;
import org.tongban.casework.Refusal;
import org.tongban.casework.RefusedFiling;
import org.tongban.casework.RefusedMove;
import org.tongban.casework.Unroutable;
import org.tongban.files.Files;

/** 接口出错说明: every refusal as application/problem+json (RFC 9457) with a stable {@code code}, the reason and what to do next. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {
    private final Unroutable unroutable;

    Problems(Unroutable unroutable) {
        this.unroutable = unroutable;
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedMove e) {
        var problem =
                problem(status(e.refusal()), e.refusal().code(), e.refusal().text());
        problem.setProperty("next", e.refusal().next());
        switch (e.refusal()) {
            case Refusal.Stale stale -> {
                problem.setProperty("revision", stale.now());
                problem.setProperty("changes", stale.since());
            }
            case Refusal.Fields fields -> problem.setProperty("fieldErrors", fields.problems());
            case Refusal.NotNow none -> {}
            case Refusal.NotYours none -> {}
            case Refusal.Rule none -> {}
        }
        return problem;
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Stale stale -> HttpStatus.CONFLICT;
            case Refusal.NotYours theirs -> HttpStatus.FORBIDDEN;
            case Refusal.NotNow early -> HttpStatus.CONFLICT;
            case Refusal.Fields wrong -> HttpStatus.UNPROCESSABLE_ENTITY;
            case Refusal.Rule against -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }

    /** The same lists as {@code check}; what cannot be routed has its ticket, it is never dropped (M-20). */
    @ExceptionHandler
    ProblemDetail refused(RefusedFiling e) {
        var check = e.check();
        var problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, code(e), text(e));
        var message = CheckMessage.of(check);
        problem.setProperty("eligible", message.eligible());
        problem.setProperty("refusals", message.refusals());
        problem.setProperty("fieldErrors", message.fieldErrors());
        problem.setProperty("missingMaterials", message.missingMaterials());
        problem.setProperty("exemptMaterials", message.exemptMaterials());
        problem.setProperty("unknownFields", message.unknownFields());
        problem.setProperty("competentOffice", message.competentOffice());
        if (e.unroutable()) {
            problem.setProperty("ticket", unroutable.ticket(e).id());
        }
        return problem;
    }

    private static String code(RefusedFiling e) {
        var check = e.check();
        if (!check.fieldErrors().isEmpty()) {
            return "fields";
        }
        if (Boolean.FALSE.equals(check.eligible())) {
            return "not-eligible";
        }
        return check.competentOffice() == null ? "no-competent-office" : "materials-missing";
    }

    private static String text(RefusedFiling e) {
        return switch (code(e)) {
            case "fields" -> "填报内容有 " + e.check().fieldErrors().size() + " 处需要修改。";
            case "not-eligible" -> "不符合办理条件，没有立件；您仍可以请工作人员书面答复。";
            case "no-competent-office" -> "没有找到有权办理的机构，已登记问题单，由工作人员跟进。";
            default -> "还缺少材料；补齐后再提交，或者坚持先提交（insist）。";
        };
    }

    @ExceptionHandler
    ProblemDetail noSuchCase(NoSuchCase e) {
        return problem(HttpStatus.NOT_FOUND, "no-such-case", "查无此件，或者与您无关。");
    }

    @ExceptionHandler
    ProblemDetail badRequest(BadRequest e) {
        var problem = problem(HttpStatus.BAD_REQUEST, "bad-request", String.valueOf(e.getMessage()));
        problem.setProperty(
                "fieldErrors", List.of(new Refusal.Fields.Problem(e.key(), String.valueOf(e.getMessage()))));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notTaken(Files.NotTaken e) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "file-not-taken", String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        return problem(HttpStatus.BAD_REQUEST, "unreadable", "请求内容不是能读懂的 JSON，或者某一项的类型不对。");
    }

    @ExceptionHandler
    ProblemDetail headerMissing(MissingRequestHeaderException e) {
        return problem(HttpStatus.BAD_REQUEST, "header-missing", "缺少请求头 " + e.getHeaderName() + "。");
    }

    private static ProblemDetail problem(HttpStatus status, String code, String text) {
        var problem = ProblemDetail.forStatusAndDetail(status, text);
        problem.setType(URI.create("urn:tongban:problem:" + code));
        problem.setTitle(text);
        problem.setProperty("code", code);
        return problem;
    }
}
