package org.tongban.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.tongban.casework.Refusal;
import tools.jackson.core.JacksonException;

/** 读不懂的请求: what cannot be read of a request, named as exactly as it can be. */
@RestControllerAdvice(basePackageClasses = Unreadable.class)
class Unreadable {
    @ExceptionHandler
    ProblemDetail badRequest(BadRequest e) {
        return named(HttpStatus.BAD_REQUEST, "bad-request", e.key(), String.valueOf(e.getMessage()));
    }

    /** A place in the body is told by its path, as {@code applicant.birthDate}. */
    @ExceptionHandler
    ProblemDetail body(HttpMessageNotReadableException e) {
        var path = e.getCause() instanceof JacksonException cause ? path(cause) : "";
        var next = "请按 /api/openapi.json 的约定，以 application/json 发送。";
        return path.isEmpty()
                ? Problem.of(HttpStatus.BAD_REQUEST, "unreadable", "请求内容不是能读懂的 JSON。", next)
                : named(HttpStatus.BAD_REQUEST, "unreadable", path, "“" + path + "”的类型或者写法不对。");
    }

    private static String path(JacksonException cause) {
        return cause.getPath().stream()
                .map(at -> Objects.requireNonNullElse(at.getPropertyName(), "[" + at.getIndex() + "]"))
                .collect(Collectors.joining("."));
    }

    @ExceptionHandler
    ProblemDetail parameter(MethodArgumentTypeMismatchException e) {
        var type = e.getRequiredType();
        var expected = type != null && type.isEnum()
                ? "只能是 "
                        + List.of(Objects.requireNonNull(type.getEnumConstants())).stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("、"))
                : type == java.time.LocalDate.class ? "要写成 2026-03-02 这样的日期" : "写法不对";
        return named(HttpStatus.BAD_REQUEST, "bad-request", e.getName(), e.getName() + " " + expected + "。");
    }

    @ExceptionHandler
    ProblemDetail parameterMissing(MissingServletRequestParameterException e) {
        var name = e.getParameterName();
        return named(HttpStatus.BAD_REQUEST, "bad-request", name, "缺少参数 " + name + "。");
    }

    @ExceptionHandler
    ProblemDetail headerMissing(MissingRequestHeaderException e) {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "header-missing",
                "缺少请求头 " + e.getHeaderName() + "。",
                "每件申请由客户端生成一个 Idempotency-Key，重发时不变，这样不会重复立件。");
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException e) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "附件太大，没有收下。", "请压缩，或者分成几个文件上传。");
    }

    @ExceptionHandler({MultipartException.class, MissingServletRequestPartException.class})
    ProblemDetail noFile(Exception e) {
        return Problem.of(HttpStatus.BAD_REQUEST, "no-file", "请求里没有附件。", "请以 multipart/form-data 发送，附件放在名为 file 的部分。");
    }

    private static ProblemDetail named(HttpStatus status, String code, String key, String text) {
        var problem = Problem.of(status, code, text, "请改好 fieldErrors 所指的内容后再发。");
        problem.setProperty("fieldErrors", List.of(new Refusal.Fields.Problem(key, text)));
        return problem;
    }
}
