package org.tongban.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.tongban.casework.NoSuchCase;

/** A case that is none of the visitor's is not found, as if there were none; no fault of ours. */
@ControllerAdvice(basePackageClasses = NotThere.class)
class NotThere {
    @ExceptionHandler(NoSuchCase.class)
    void noSuchCase(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
