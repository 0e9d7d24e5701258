package org.tongban.api;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.casework.Casebook;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;
import org.tongban.identity.Door;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.ratings.Figures;
import org.tongban.ratings.Grade;
import org.tongban.ratings.Rating;
import org.tongban.ratings.RatingFigures;
import org.tongban.ratings.Ratings;

/**
 * 评价接口: an applying platform hands on what the applicant said of a case that it filed, once an occasion (policies N-30 to N-32); and the
 * figures and answers that everybody may read (N-36). Offices' systems see no rating.
 */
@RestController
@RequestMapping("/api/v1")
class RatingsApi {
    private final Ratings ratings;
    private final RatingFigures figures;
    private final Casebook casebook;
    private final Catalogue catalogue;
    private final Regions regions;

    RatingsApi(Ratings ratings, RatingFigures figures, Casebook casebook, Catalogue catalogue, Regions regions) {
        this.ratings = ratings;
        this.figures = figures;
        this.casebook = casebook;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /**
     * 可评价的一次（接口）.
     *
     * @param occasion {@code case}: the case that has ended; {@code visit.N}: one visit to a window
     * @param grade 1 very dissatisfied … 5 very satisfied; null: not rated
     */
    record OccasionMessage(
            String occasion,
            String office,
            Instant at,
            @Nullable Integer grade,
            @Nullable Instant ratedAt) {
        static OccasionMessage of(Rating rating) {
            var given = rating.given();
            return new OccasionMessage(
                    rating.occasion(),
                    rating.office(),
                    rating.at(),
                    given == null ? null : given.grade().number(),
                    given == null ? null : given.at());
        }
    }

    /** What may be rated in a case that this platform filed, and what was. */
    @GetMapping("/cases/{number}/ratings")
    @Door.Only(Role.PLATFORM)
    List<OccasionMessage> of(@PathVariable String number, Actor by) {
        return ratings.of(casebook.open(CaseNumbers.id(number), by), by).stream()
                .map(OccasionMessage::of)
                .toList();
    }

    /**
     * 评价（接口）: what the applicant said on the platform, of their own will.
     *
     * @param occasion null: the case as a whole
     * @param grade 1 very dissatisfied … 5 very satisfied
     * @param tags what a bad one is about, of the known ones
     * @param named with their name: a bad one is called back; null: yes
     */
    record RatingMessage(
            @Nullable String occasion,
            @Nullable Integer grade,
            @Nullable List<String> tags,
            @Nullable String words,
            @Nullable Boolean named) {}

    @PostMapping("/cases/{number}/rating")
    @Door.Only(Role.PLATFORM)
    ResponseEntity<OccasionMessage> rate(@PathVariable String number, @RequestBody RatingMessage body, Actor by) {
        var grade = body.grade() == null ? null : Grade.of(body.grade()).orElse(null);
        if (grade == null) {
            throw new BadRequest("grade", "请给出 1（非常不满意）到 5（非常满意）的等级，不评价的不要提交");
        }
        if (body.words() != null && body.words().length() > Ratings.LONGEST_WORDS) {
            throw new BadRequest("words", "太长，最多 " + Ratings.LONGEST_WORDS + " 个字");
        }
        var occasion = body.occasion() == null ? Rating.CASE : body.occasion();
        var said = new Ratings.Said(
                grade,
                body.tags() == null ? List.of() : body.tags(),
                body.words() == null ? "" : body.words(),
                !Boolean.FALSE.equals(body.named()));
        long id = CaseNumbers.id(number);
        ratings.rate(id, occasion, said, by);
        var given = ratings.of(casebook.open(id, by), by).stream()
                .filter(rating -> rating.occasion().equals(occasion))
                .findFirst()
                .orElseThrow();
        return ResponseEntity.created(URI.create("/api/v1/cases/" + number + "/ratings"))
                .body(OccasionMessage.of(given));
    }

    /** 公开的答复（接口）. */
    record AnswerMessage(LocalDate on, String item, String office, int grade, String words) {}

    /**
     * 公开的评价统计（接口）: of the last twelve months.
     *
     * @param shown false where so few rated that they could be told: then there are no figures
     * @param grades how many gave grade 1, 2, 3, 4, 5
     * @param satisfiedPercent of those at least fairly satisfied; null where it is not shown
     * @param tickets bad ones under a real name; of those, answered, put right, called back
     * @param allDone whether each of them was: a hundred per cent, or not
     */
    record PublishedMessage(
            String scope,
            LocalDate from,
            @Nullable Instant asOf,
            boolean shown,
            List<Integer> grades,
            @Nullable Integer satisfiedPercent,
            int tickets,
            int answered,
            int putRight,
            int calledBack,
            boolean allDone,
            List<AnswerMessage> answers) {}

    /** The published figures and answers: of everything, of a service, or of a province. */
    @GetMapping("/ratings")
    @Door.Open
    PublishedMessage published(
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String province) {
        if (item != null && catalogue.find(item).isEmpty()) {
            throw new NoSuchItem(item);
        }
        if (province != null
                && regions.provinces().stream()
                        .noneMatch(region -> region.code().equals(province))) {
            throw new BadRequest("province", "没有这个省份：" + province);
        }
        var of = item != null ? figures.ofItem(item) : province != null ? figures.ofProvince(province) : figures.all();
        return published(item != null ? item : province != null ? province : "all", of);
    }

    private PublishedMessage published(String scope, Figures of) {
        var shown = of.shown() ? of : Figures.NONE;
        var answers = figures.answers(of).stream()
                .map(answer -> new AnswerMessage(
                        answer.on(),
                        answer.itemId(),
                        answer.office(),
                        answer.grade().number(),
                        answer.words()))
                .toList();
        return new PublishedMessage(
                scope,
                figures.from(),
                figures.asOf().orElse(null),
                of.shown(),
                of.shown() ? of.grades() : List.of(),
                of.shown() ? of.satisfiedPercent() : null,
                shown.tickets(),
                shown.answered(),
                shown.putRight(),
                shown.calledBack(),
                shown.allDone(),
                answers);
    }
}
