package org.tongban.web.applicant;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Mode;
import tools.jackson.databind.json.JsonMapper;

/** 填报稿: what somebody has filled in so far for one service. Lives for one request; a draft keeps its content. */
final class Worksheet {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * 填报稿内容, as the draft keeps it.
     *
     * @param principal subject of whom the signed-in person acts for; null: for themselves
     * @param typed page key → what was typed there and could not be taken yet, by the names of its inputs
     * @param passed keys of the pages that were answered
     * @param materials material key → ids of the files
     * @param contested key of a material spared by a record → why the applicant hands it in after all (policy D-12)
     * @param consentedAt when the notice was agreed to (policy D-02)
     * @param ticket id of the problem ticket opened for it
     * @param origins key of a question → where its answer came from that was filled in beforehand
     * @param corrections key of a question → id of the ticket that says the answer filled in beforehand is wrong (policy D-12)
     */
    record Content(
            @Nullable String principal,
            @Nullable Mode mode,
            @Nullable Map<String, String> places,
            @Nullable Map<String, Object> answers,
            @Nullable Map<String, Map<String, List<String>>> typed,
            @Nullable Set<String> passed,
            @Nullable Map<String, List<String>> materials,
            @Nullable Map<String, String> contested,
            @Nullable String consentedAt,
            @Nullable String ticket,
            @Nullable Map<String, Origin> origins,
            @Nullable Map<String, String> corrections) {}

    /**
     * 预填来源: where an answer that was filled in beforehand came from.
     *
     * @param words as the applicant reads it
     * @param organ who keeps the record
     * @param region of the organ; null where it has none
     * @param office code of the organ's office; null where none is known: then the coordination office looks
     */
    record Origin(
            Object value,
            String words,
            String organ,
            @Nullable String region,
            @Nullable String office) {}

    private @Nullable String principal;
    private @Nullable Mode mode;
    private @Nullable String consentedAt;
    private @Nullable String ticket;
    private final Map<String, String> places;
    private final Map<String, Object> answers;
    private final Map<String, Map<String, List<String>>> typed;
    private final Set<String> passed;
    private final Map<String, List<String>> materials;
    private final Map<String, String> contested;
    private final Map<String, Origin> origins;
    private final Map<String, String> corrections;

    private Worksheet(Content content) {
        principal = content.principal();
        mode = content.mode();
        consentedAt = content.consentedAt();
        ticket = content.ticket();
        places = copy(content.places());
        answers = copy(content.answers());
        typed = copy(content.typed());
        passed = content.passed() == null ? new LinkedHashSet<>() : new LinkedHashSet<>(content.passed());
        materials = copy(content.materials());
        contested = copy(content.contested());
        origins = copy(content.origins());
        corrections = copy(content.corrections());
    }

    static Worksheet of(Map<String, Object> content) {
        return new Worksheet(JSON.convertValue(content, Content.class));
    }

    private static <V> Map<String, V> copy(@Nullable Map<String, V> given) {
        return given == null ? new LinkedHashMap<>() : new LinkedHashMap<>(given);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> content() {
        return JSON.convertValue(
                new Content(
                        principal,
                        mode,
                        places,
                        answers,
                        typed,
                        passed,
                        materials,
                        contested,
                        consentedAt,
                        ticket,
                        origins,
                        corrections),
                Map.class);
    }

    @Nullable
    String principal() {
        return principal;
    }

    void actFor(@Nullable String subject) {
        principal = subject;
        passed.add(new Stage.Who().key());
    }

    @Nullable
    Mode mode() {
        return mode;
    }

    void choose(Mode chosen) {
        mode = chosen;
        passed.add(new Stage.Way().key());
    }

    Map<String, String> places() {
        return Map.copyOf(places);
    }

    void place(Stage.Place stage, String region) {
        if (region.isEmpty()) {
            places.remove(stage.rule().role());
        } else {
            places.put(stage.rule().role(), region);
        }
        pass(stage);
    }

    void prefill(Map<String, Object> known, Map<String, String> knownPlaces) {
        answers.putAll(known);
        places.putAll(knownPlaces);
    }

    /** Fills in beforehand what is not answered yet. */
    void suggest(Map<String, Origin> known) {
        known.forEach((key, origin) -> {
            if (answers.putIfAbsent(key, origin.value()) == null) {
                origins.put(key, origin);
            }
        });
    }

    /** Where the answer came from, while it is still the one that was filled in beforehand or was said to be wrong; else null. */
    @Nullable
    Origin origin(String key) {
        var origin = origins.get(key);
        boolean stands = origin != null && (origin.value().equals(answers.get(key)) || corrections.containsKey(key));
        return stands ? origin : null;
    }

    /** Takes back what was filled in beforehand and is wrong; the ticket tells who keeps the record. */
    void correct(String key, String ticketId) {
        corrections.put(key, ticketId);
        answers.remove(key);
    }

    /** Id of the ticket that says the answer filled in beforehand is wrong; null where nobody said so. */
    @Nullable
    String correction(String key) {
        return corrections.get(key);
    }

    Map<String, Object> answers() {
        return answers;
    }

    /** The answers of these questions and of no other. */
    Map<String, Object> answers(Collection<Field> fields) {
        var some = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var answer = answers.get(field.key());
            if (answer != null) {
                some.put(field.key(), answer);
            }
        }
        return some;
    }

    /** Takes the answers to these questions in place of those they had. */
    void answer(Collection<Field> questions, Map<String, Object> given) {
        questions.forEach(field -> answers.remove(field.key()));
        answers.putAll(given);
    }

    void pass(Stage stage) {
        typed.remove(stage.key());
        passed.add(stage.key());
    }

    /** Keeps what was typed on a page and cannot be taken yet, so that it is not lost. */
    void keep(Stage stage, Map<String, List<String>> inputs) {
        typed.put(stage.key(), inputs);
        passed.remove(stage.key());
    }

    /** What was typed on the page and not taken yet; null where there is nothing. */
    @Nullable
    Map<String, List<String>> typed(Stage stage) {
        return typed.get(stage.key());
    }

    boolean passed(Stage stage) {
        return passed.contains(stage.key());
    }

    void passPapers() {
        passed.add(new Stage.Papers().key());
    }

    /** Changes with what the page holds: a form that was shown before somebody else's save is told so. */
    String mark(Stage stage) {
        var held =
                switch (stage) {
                    case Stage.Questions questions -> answers(questions.fields());
                    case Stage.Place place -> places.getOrDefault(place.rule().role(), "");
                    case Stage.Who _ -> Objects.requireNonNullElse(principal, "");
                    case Stage.Way _ -> String.valueOf(mode);
                    case Stage.Papers _, Stage.Review _ -> "";
                };
        return Integer.toHexString(Objects.hash(held.toString(), String.valueOf(typed.get(stage.key()))));
    }

    Map<String, List<String>> materials() {
        return materials;
    }

    List<String> files(String material) {
        return materials.getOrDefault(material, List.of());
    }

    void files(String material, List<String> ids) {
        if (ids.isEmpty()) {
            materials.remove(material);
        } else {
            materials.put(material, List.copyOf(ids));
        }
    }

    Map<String, String> contested() {
        return contested;
    }

    void contest(String material, String why) {
        contested.put(material, why);
    }

    void uncontest(String material) {
        contested.remove(material);
    }

    boolean consented() {
        return consentedAt != null;
    }

    void consent(String at) {
        consentedAt = at;
    }

    @Nullable
    String ticket() {
        return ticket;
    }

    void ticket(String id) {
        ticket = id;
    }

    /** Material keys that are handed in. */
    Set<String> handedIn() {
        return new HashMap<>(materials).keySet();
    }
}
