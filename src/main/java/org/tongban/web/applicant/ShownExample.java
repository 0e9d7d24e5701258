package org.tongban.web.applicant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.PlaceRule;
import org.tongban.places.Regions;
import org.tongban.web.ShownAnswers;
import org.tongban.web.SummaryRow;

/**
 * 办理示例: one example of a service as people read it; everybody in it is fictitious (policy D-27).
 *
 * @param answers mode, places and answers, in the form's order
 * @param materials names of what is handed in
 * @param missing names of what must still be handed in
 * @param office who handles it; null where the example does not say
 * @param acts what happened then; empty where the example ends with the check
 */
public record ShownExample(
        Example example,
        List<SummaryRow> who,
        List<SummaryRow> answers,
        List<String> materials,
        List<String> missing,
        OfficeCards.@Nullable OfficeCard office,
        List<ShownAct> acts) {

    static ShownExample of(Item item, Example example, Regions regions, OfficeCards offices) {
        var filing = example.filing();
        var who = new ArrayList<SummaryRow>();
        who.add(new SummaryRow("申请人", Review.identified(filing.applicant()), null));
        if (filing.agent() != null) {
            who.add(new SummaryRow("代办人", Review.identified(filing.agent()), null));
        }
        var office = example.expected().office();
        return new ShownExample(
                example,
                who,
                answers(item, example, regions),
                names(item, List.copyOf(filing.materials())),
                names(item, example.expected().missing()),
                office == null ? null : offices.of(office),
                ShownAct.of(item, example));
    }

    private static List<SummaryRow> answers(Item item, Example example, Regions regions) {
        var filing = example.filing();
        var rows = new ArrayList<SummaryRow>();
        if (filing.mode() != null) {
            rows.add(new SummaryRow("办理方式", List.of(filing.mode().chinese()), null));
        }
        for (PlaceRule place : item.places()) {
            var region = filing.places().get(place.role());
            if (region != null) {
                var field = new Stage.Place(item, place).field();
                rows.add(new SummaryRow(field.label(), List.of(regions.fullName(region)), null));
            }
        }
        var shown = new ShownAnswers(regions, null);
        for (Field field : item.form()) {
            var answer = filing.answers().get(field.key());
            if (answer != null) {
                rows.add(new SummaryRow(field.label(), Review.whole(shown, field, answer), null));
            }
        }
        return rows;
    }

    private static List<String> names(Item item, List<String> keys) {
        return item.materials().stream()
                .filter(material -> keys.contains(material.key()))
                .map(Material::name)
                .toList();
    }
}
