package org.tongban.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.tongban.identity.Door;

/** 出错页: says what the visitor can do next. A fault of ours shows a reference number and never its message; the log has both. */
@Controller
@Door.Open
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int REFERENCE_LENGTH = 10;

    private final Templates templates;
    private final SecureRandom random = new SecureRandom();

    ErrorPages(Templates templates) {
        this.templates = templates;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    Reply page(Page page, HttpServletRequest request) {
        var status = status(request);
        var shown =
                switch (status) {
                    case 401, 403 -> templates.errorsForbidden(page);
                    case 400, 404, 405 -> templates.errorsNotFound(page);
                    case 409 -> templates.errorsChanged(page);
                    case 413 -> templates.errorsTooLarge(page);
                    default -> templates.errorsFault(page, reference(request));
                };
        return new Reply.Tell(status, shown);
    }

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        var status = status(request);
        var told = Told.of(status);
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), told.text());
        problem.setType(URI.create("urn:tongban:problem:" + told.code()));
        problem.setTitle(told.text());
        problem.setProperty("code", told.code());
        problem.setProperty("next", told.next());
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            problem.setInstance(URI.create("urn:tongban:fault:" + reference(request)));
        } else if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
            problem.setInstance(URI.create(path));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** What a machine is told where no handler of its own answered. */
    private record Told(String code, String text, String next) {
        static Told of(int status) {
            return switch (status) {
                case 400 -> new Told("bad-request", "请求读不懂。", "请按 /api/openapi.json 的约定改好后再发。");
                case 401 -> new Told("unauthenticated", "没有有效的访问令牌。", "请到 /oauth2/token 取得令牌后再发。");
                case 403 -> new Told("forbidden", "您不能这样做。", "请换用有此权限的客户端。");
                case 404 -> new Told("not-found", "没有这个地址。", "请核对地址；全部地址见 /api/openapi.json。");
                case 405 -> new Told("method-not-allowed", "这个地址不接受这种请求方法。", "请核对请求方法；约定见 /api/openapi.json。");
                case 406 -> new Told("not-acceptable", "没有您要的格式。", "请接受 application/json。");
                case 413 -> new Told("too-large", "发来的内容太大，没有收下。", "请压缩，或者分成几个文件上传。");
                case 415 ->
                    new Told("unsupported-media-type", "不接受这种格式的内容。", "请核对 Content-Type；约定见 /api/openapi.json。");
                default ->
                    status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                            ? new Told("refused", "这个请求不能办理。", "请按 /api/openapi.json 的约定改好后再发。")
                            : new Told("fault", "系统出错，没有办成。", "请稍后用同一个 Idempotency-Key 重发；仍不行的，把 instance 里的编号告诉管理员。");
            };
        }
    }

    private String reference(HttpServletRequest request) {
        var reference = new StringBuilder();
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            reference.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        LOG.error("fault {} at {}", reference, request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return reference.toString();
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 404;
    }
}
