package org.tongban.web.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Material;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.Precheck;
import org.tongban.identity.Actor;
import org.tongban.places.Office;
import org.tongban.places.Offices;
import org.tongban.web.applicant.OfficeCards;

/** 预审结论的拼成: the precheck, who is competent, and what holds at that place only. */
@Component
class Verdicts {
    private static final String PLACES = "places.";

    private final Catalogue catalogue;
    private final Offices offices;
    private final OfficeCards cards;
    private final Time time;

    Verdicts(Catalogue catalogue, Offices offices, OfficeCards cards, Time time) {
        this.catalogue = catalogue;
        this.offices = offices;
        this.cards = cards;
        this.time = time;
    }

    Verdict of(OpenIntake open) {
        return of(open, catalogue.check(open.item(), open.filing(), time.today()));
    }

    Verdict of(OpenIntake open, Precheck check) {
        var competent = check.competentOffice();
        var needed = Stream.concat(check.unknown().stream(), open.asked().routing().stream())
                .distinct()
                .map(name -> label(open.item(), name))
                .toList();
        return new Verdict(
                check,
                needed,
                cards.of(competent),
                competent == null ? List.of() : local(open.item(), competent.region()),
                competent != null && receives(open.mode(), competent.region(), open.by()));
    }

    private static String label(Item item, String name) {
        if (name.startsWith(PLACES)) {
            var role = name.substring(PLACES.length());
            return OpenIntake.places(item).stream()
                    .filter(field -> field.key().equals(OpenIntake.PLACE + role))
                    .map(Field::label)
                    .findFirst()
                    .or(() -> item.place(role).map(place -> place.text()))
                    .orElse(role);
        }
        return item.field(name).map(Field::label).orElse("申请人的身份信息");
    }

    /** For a place elsewhere the window only receives (policy M-06); at its own place, or wholly online, it hands in. */
    boolean receives(Mode mode, String competentRegion, Actor by) {
        var here = Optional.ofNullable(by.office())
                .flatMap(offices::byCode)
                .map(Office::region)
                .orElse("");
        return mode != Mode.ONLINE && !here.equals(competentRegion);
    }

    private List<String> local(Item item, String region) {
        var there = catalogue.local(item.id(), region, time.today());
        var differences = new ArrayList<String>();
        if (there.version().equals(item.version())) {
            return differences;
        }
        differs("费用", item.fee(), there.fee(), differences);
        differs("承诺时限", item.limits().committedText(), there.limits().committedText(), differences);
        differs("法定时限", item.limits().statutoryText(), there.limits().statutoryText(), differences);
        for (var material : there.materials()) {
            var usual = item.material(material.key());
            if (usual.isEmpty()) {
                differences.add("另外要：" + material.name());
            } else if (!usual.get().equals(material)) {
                differences.add("材料要求不同：" + material.name() + (material.required() ? "（必交）" : "（可不交）"));
            }
        }
        item.materials().stream()
                .map(Material::name)
                .filter(name ->
                        there.materials().stream().noneMatch(m -> m.name().equals(name)))
                .filter(name -> differences.stream().noneMatch(said -> said.contains(name)))
                .forEach(name -> differences.add("不要求：" + name));
        if (differences.isEmpty()) {
            differences.add("条件或者环节按当地规定，请看该地的办事指南");
        }
        return differences;
    }

    private static void differs(String what, @Nullable String usual, @Nullable String there, List<String> differences) {
        if (!Objects.equals(usual, there)) {
            differences.add(
                    what + "：" + (there == null ? "没有规定" : there) + "（一般为：" + (usual == null ? "没有规定" : usual) + "）");
        }
    }
}
