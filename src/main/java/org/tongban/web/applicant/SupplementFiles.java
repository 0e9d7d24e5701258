package org.tongban.web.applicant;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.casework.Drafts;
import org.tongban.identity.Actor;

/** 补正材料的暂存: files uploaded for a supplement until it is handed in, kept as a draft of their own beside those of services. */
@Component
class SupplementFiles {
    private static final String KEY = "supplement ";

    private final Drafts drafts;

    SupplementFiles(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Material key → ids of the files. */
    Map<String, List<String>> of(String number, Actor by) {
        return drafts.of(by.id()).stream()
                .filter(draft -> draft.itemId().equals(KEY + number))
                .findFirst()
                .map(draft -> Worksheet.of(draft.content()).materials())
                .orElseGet(Map::of);
    }

    void keep(String number, String material, List<String> ids, Actor by) {
        var draft = drafts.open(by.id(), KEY + number, false);
        var sheet = Worksheet.of(draft.content());
        sheet.files(material, ids);
        drafts.save(draft, sheet.content(), by.id());
    }

    void forget(String number, Actor by) {
        drafts.of(by.id()).stream()
                .filter(draft -> draft.itemId().equals(KEY + number))
                .forEach(draft -> drafts.delete(draft.id(), by.id()));
    }
}
