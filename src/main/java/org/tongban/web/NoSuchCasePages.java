package org.tongban.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.tongban.casework.NoSuchCase;

/** A case that is not there, or does not concern who asks: the same page for both, so that nobody learns which. */
@ControllerAdvice(basePackageClasses = NoSuchCasePages.class)
class NoSuchCasePages {

    @ExceptionHandler(NoSuchCase.class)
    void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }
}
