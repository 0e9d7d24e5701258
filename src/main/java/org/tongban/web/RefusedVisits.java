package org.tongban.web;

import gg.jte.generated.precompiled.Templates;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.tongban.casework.RefusedMove;

/** 办不了的页: what a page was refused before it could be shown, as to an agent whose mandate is over; says why and what next. */
@ControllerAdvice("org.tongban.web")
class RefusedVisits {
    private final Templates templates;

    RefusedVisits(Templates templates) {
        this.templates = templates;
    }

    @ExceptionHandler
    Reply refused(RefusedMove e, Page page) {
        return new Reply.Tell(HttpStatus.FORBIDDEN.value(), templates.errorsRefused(page, e.refusal()));
    }
}
