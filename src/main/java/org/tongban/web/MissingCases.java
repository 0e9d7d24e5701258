package org.tongban.web;

import gg.jte.generated.precompiled.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.tongban.casework.NoSuchCase;

/** 查无此件页: a case that is not there, or not for this visitor, is a page not found; the two are not told apart. */
@ControllerAdvice("org.tongban.web")
class MissingCases {
    private final Templates templates;

    MissingCases(Templates templates) {
        this.templates = templates;
    }

    @ExceptionHandler(NoSuchCase.class)
    Reply notFound(Page page) {
        return new Reply.Tell(HttpStatus.NOT_FOUND.value(), templates.errorsNotFound(page));
    }
}
