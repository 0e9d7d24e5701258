package org.tongban.web.applicant;

import java.util.List;
import org.tongban.catalogue.Asked;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Precheck;

/** 问答进展: what a precheck says next. */
public sealed interface Turn {

    /** One more question. */
    record Ask(Field question) implements Turn {}

    /**
     * All that can be told.
     *
     * @param open labels of what the visitor did not know or say, where it would have decided
     * @param signIn whether signing in would tell some of it
     */
    record Told(Precheck check, Asked asked, List<String> open, boolean signIn) implements Turn {}
}
