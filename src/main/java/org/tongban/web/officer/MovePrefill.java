package org.tongban.web.officer;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.casework.Casebook;
import org.tongban.casework.Move;
import org.tongban.casework.MoveForm;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;
import org.tongban.web.officer.CaseSheet.MaterialState;

/** 预填: what a form holds at first: the one thing that can be chosen, and for a supplement notice what is missing (policy L-03). */
@Component
class MovePrefill {
    private final CaseMaterials materials;
    private final Catalogue catalogue;

    MovePrefill(CaseMaterials materials, Catalogue catalogue) {
        this.materials = materials;
        this.catalogue = catalogue;
    }

    Map<String, List<String>> of(MoveForm form, Casebook.Opened opened, Actor by) {
        var parameters = MoveFields.first(form);
        if (form.move() == Move.ASK_SUPPLEMENT || form.move() == Move.RETURN_FOR_FORM) {
            parameters.put("defects", missing(opened, by));
        }
        return parameters;
    }

    private List<String> missing(Casebook.Opened opened, Actor by) {
        var file = opened.file();
        var item = catalogue.version(file.itemId(), file.itemVersion());
        return materials.of(opened, item, "", by).stream()
                .filter(material -> material.state() == MaterialState.MISSING)
                .map(material -> "material." + material.key())
                .toList();
    }
}
