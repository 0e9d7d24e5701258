package org.tongban.web.counter;

import java.util.List;
import org.tongban.casework.CaseSearch;
import org.tongban.casework.Drafts;

/**
 * 已有的: what the person at the window has begun before.
 *
 * @param drafts their own drafts of this service, not handed in
 * @param same their open cases of this service
 * @param others their other open cases
 */
public record Known(List<Drafts.Draft> drafts, List<CaseSearch.Row> same, List<CaseSearch.Row> others) {
    public boolean isEmpty() {
        return drafts.isEmpty() && same.isEmpty() && others.isEmpty();
    }
}
