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
        var problem = ProblemDetail.forStatus(status);
        if (status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            problem.setInstance(URI.create("urn:tongban:fault:" + reference(request)));
        }
        return ResponseEntity.status(status).body(problem);
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
