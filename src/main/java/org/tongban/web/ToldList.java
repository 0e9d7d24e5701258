package org.tongban.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.notices.Notice;
import org.tongban.notices.NoticeTexts;
import org.tongban.notices.Notices;

/** What each was told in a case and when, for its pages. */
@Component
public class ToldList {
    private final Notices notices;
    private final NoticeTexts texts;

    ToldList(Notices notices, NoticeTexts texts) {
        this.notices = notices;
        this.texts = texts;
    }

    /**
     * Oldest first.
     *
     * @param staff also what staff were told, which is not the applicant's business
     */
    public List<Told> of(long casefileId, boolean staff) {
        var byOccasion = new LinkedHashMap<String, List<Notice>>();
        for (var notice : notices.of(casefileId)) {
            if (staff || notice.standing() != Notice.Standing.STAFF) {
                byOccasion
                        .computeIfAbsent(notice.occasion(), _ -> new ArrayList<>())
                        .add(notice);
            }
        }
        return byOccasion.values().stream().map(this::told).toList();
    }

    private Told told(List<Notice> same) {
        return new Told(
                same.getFirst(), texts, same.stream().map(Told.Sent::new).toList());
    }
}
