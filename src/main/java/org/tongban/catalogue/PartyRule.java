package org.tongban.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 当事人规则: who takes part in a case beside the applicant, as the filing names them.
 *
 * @param name what they are in the case, as 卖方
 * @param person key of the answer that names them; in a list, its column
 * @param number key of the answer that identifies them; null: they are identified where they come
 * @param rows key of the list of whom each row is one; null: there is one
 * @param when CEL: takes part only where true; null: always
 * @param sees keys of what of the filing concerns them, and nothing else is shown to them (D-01)
 * @param withdraws whether one of them alone may withdraw the case
 */
public record PartyRule(
        String key,
        String name,
        String person,
        @Nullable String number,
        @Nullable String rows,
        @Nullable String when,
        List<String> sees,
        boolean withdraws) {}
