package org.tongban.web;

import gg.jte.models.runtime.JteModel;

/** 答复: what a page's controller answers with. Files are sent as Spring's {@code ResponseEntity}. */
public sealed interface Reply {
    /** Shows a page. */
    record Show(JteModel page) implements Reply {}

    /** Shows the form again with what is wrong in it (422). */
    record Again(JteModel page) implements Reply {}

    /** Shows a page with a status of its own. */
    record Tell(int status, JteModel page) implements Reply {}

    /** Sends the visitor on with a GET (303), so that reloading repeats nothing. */
    record SeeOther(String path) implements Reply {}

    static Reply show(JteModel page) {
        return new Show(page);
    }

    static Reply again(JteModel page) {
        return new Again(page);
    }

    static Reply seeOther(String path) {
        return new SeeOther(path);
    }
}
