package org.tongban.web.manager;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.OpenPoint;
import org.tongban.catalogue.Overlay;
import org.tongban.catalogue.Proposal;
import org.tongban.web.ItemFacts;
import org.tongban.web.PlaceDifferences;

/**
 * 一个事项的管理页的内容.
 *
 * @param open proposals that are not decided
 * @param coming published ones that take effect later
 * @param proposal that is gone on with, and in whose terms the service is shown; null: none
 * @param lost overlays that found no place in a newer file
 */
public record ManagedItemView(
        Item item,
        @Nullable Proposal proposal,
        List<ItemFacts.Fact> facts,
        List<OpenPoint> points,
        List<ManagerList.Line> open,
        List<ManagerList.Line> coming,
        List<Overlay> lost,
        List<PlaceDifferences.AtPlace> places) {

    /** As addresses have it; empty where none is gone on with. */
    public String with() {
        return proposal == null ? "" : proposal.id().toString();
    }

    public List<ItemFacts.Fact> facts(ItemFacts.Part section) {
        return facts.stream().filter(fact -> fact.section() == section).toList();
    }

    public List<OpenPoint> points(OpenPoint.Kind kind) {
        return points.stream().filter(point -> point.kind() == kind).toList();
    }

    /** Where the point is settled. */
    public String settle(OpenPoint point) {
        return switch (point.kind()) {
            case ATTENDANCE_ONLINE, ATTENDANCE_WITHOUT_LAW -> Editors.path(item.id(), "site", "", with());
            case MATERIAL_UNEXPLAINED ->
                Editors.path(
                        item.id(),
                        "material",
                        item.materials().stream()
                                .filter(m -> m.name().equals(point.text()))
                                .map(Material::key)
                                .findFirst()
                                .orElse(""),
                        with());
            case CONTRADICTION, DRAFT -> Editors.path(item.id(), "confirm", "", with());
        };
    }

    /** The point in words: keys of the file by what they are called. */
    public static String said(OpenPoint point) {
        return point.kind() == OpenPoint.Kind.DRAFT ? ItemFacts.section(point.text()) : point.text();
    }
}
