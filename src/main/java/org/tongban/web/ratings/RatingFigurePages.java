package org.tongban.web.ratings;

import gg.jte.generated.precompiled.Templates;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.identity.Door;
import org.tongban.places.Region;
import org.tongban.places.Regions;
import org.tongban.ratings.Figures;
import org.tongban.ratings.RatingFigures;
import org.tongban.web.Names;
import org.tongban.web.Page;
import org.tongban.web.Reply;

/** 好差评公示: figures and answers of the last twelve months, for everybody (policy N-36). */
@Controller
@Door.Open
public class RatingFigurePages {
    private final Templates templates;
    private final RatingFigures figures;
    private final Catalogue catalogue;
    private final Regions regions;
    private final Names names;

    RatingFigurePages(Templates templates, RatingFigures figures, Catalogue catalogue, Regions regions, Names names) {
        this.templates = templates;
        this.figures = figures;
        this.catalogue = catalogue;
        this.regions = regions;
        this.names = names;
    }

    /** 统计的一行: of a service, place or organ. */
    public record Row(String name, Figures figures) {}

    /** 公开的一条答复. */
    public record Answered(String service, String office, RatingFigures.Answer answer) {}

    /**
     * 公示: what was chosen and its figures.
     *
     * @param title what they are of
     */
    public record Shown(
            String title,
            Figures figures,
            List<Answered> answers,
            List<Row> rows,
            Map<String, String> items,
            @Nullable Instant asOf) {}

    @GetMapping("/ratings")
    Reply show(Page page, @RequestParam(defaultValue = "") String item, @RequestParam(defaultValue = "") String place) {
        var service = catalogue.find(item);
        var province = regions.provinces().stream()
                .filter(region -> region.code().equals(place))
                .findFirst();
        var of = service.map(s -> figures.ofItem(s.id()))
                .or(() -> province.map(region -> figures.ofProvince(region.code())))
                .orElseGet(figures::all);
        var title = service.map(Item::name).or(() -> province.map(Region::name)).orElse("");
        var rows = service.isPresent()
                ? List.<Row>of()
                : province.map(region -> offices(region.code())).orElseGet(this::provinces);
        var answers = figures.answers(of).stream().map(this::answered).toList();
        var shown = new Shown(title, of, answers, rows, items(), figures.asOf().orElse(null));
        return Reply.show(templates.ratingsFigures(page, shown, item, places(place)));
    }

    /** 省份选择. */
    public record Places(Map<String, String> names, String chosen) {}

    private Places places(String chosen) {
        var provinces = new LinkedHashMap<String, String>();
        regions.provinces().forEach(region -> provinces.put(region.code(), region.name()));
        return new Places(provinces, chosen);
    }

    private List<Row> provinces() {
        return figures.provinces().stream()
                .filter(Figures::shown)
                .map(found -> new Row(regions.fullName(last(found.scope()) + "0000"), found))
                .toList();
    }

    private List<Row> offices(String province) {
        return figures.offices(province).stream()
                .filter(Figures::shown)
                .map(found -> new Row(names.office(last(found.scope())), found))
                .toList();
    }

    private Answered answered(RatingFigures.Answer answer) {
        return new Answered(
                catalogue.find(answer.itemId()).map(Item::name).orElse(answer.itemId()),
                names.office(answer.office()),
                answer);
    }

    private Map<String, String> items() {
        var found = new LinkedHashMap<String, String>();
        catalogue.items().forEach(item -> found.put(item.id(), item.name()));
        return found;
    }

    private static String last(String scope) {
        return scope.substring(scope.lastIndexOf(':') + 1);
    }
}
