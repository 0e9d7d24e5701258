package org.tongban.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.places.Level;

/**
 * 协查事项: what a cooperating department is asked to confirm.
 *
 * @param by the department
 * @param answers what it may answer
 * @param kind key of its kind of office
 * @param level how far up it sits; null: as deep as the region given and the kind allow
 * @param binding true where the decision needs the answer, false where it is only advised by it
 */
public record Check(
        String by,
        String asks,
        List<String> answers,
        String kind,
        @Nullable Level level,
        boolean binding,
        List<Limit.Choice> limit) {}
