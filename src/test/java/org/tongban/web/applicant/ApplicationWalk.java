package org.tongban.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.mock.web.MockMultipartFile;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.places.Regions;
import org.tongban.web.Filled;

/** One example of a service, filled in page by page as its applicant would, without script. */
final class ApplicationWalk {
    private static final int MOST_PAGES = 150;
    private static final List<String> REGION_STEPS = List.of("-province", "-city", "-county");
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    private final PageWalker walker;
    private final Item item;
    private final Example example;
    private final Regions regions;
    private final List<String> asked = new ArrayList<>();

    ApplicationWalk(PageWalker walker, Item item, Example example, Regions regions) {
        this.walker = walker;
        this.item = item;
        this.example = example;
        this.regions = regions;
    }

    /** Keys of the questions that were asked, in order. */
    List<String> asked() {
        return asked;
    }

    /** Guide and precheck; ends at the page that tells whether it can be done. */
    PageReader precheck() throws Exception {
        var guide = walker.open("/items/" + item.id());
        assertThat(guide.text()).contains(item.name(), item.lead());
        assertThat(guide.links()).contains("/items/" + item.id() + "/check");
        var action = "/items/" + item.id() + "/check";
        var page = walker.open(action);
        for (int i = 0; i < MOST_PAGES && asks(page, action); i++) {
            page = answerOne(page, action);
        }
        return page;
    }

    private static boolean asks(PageReader page, String action) {
        return page.forms().stream().anyMatch(form -> form.action().equals(action) && form.asks("asked"));
    }

    private PageReader answerOne(PageReader shown, String action) throws Exception {
        var page = withRows(shown);
        var form = page.form(action);
        var question = form.first("asked");
        var sent = new LinkedHashMap<>(form.sent());
        var known = precheckAnswers();
        known.forEach((name, values) -> {
            if (form.asks(name)) {
                sent.put(name, values);
            }
        });
        if (question.equals("who")) {
            var name = example.filing().applicant().name();
            var self = "本人（" + name + "）";
            sent.put(question, List.of(page.html().contains(self) ? self : name));
        }
        if (form.asks(question + "-province")) {
            var place = question.startsWith("places.") ? place(question.substring("places.".length())) : null;
            var code = place == null ? known.getOrDefault(question, List.of("")).getFirst() : place;
            steps(question, code).forEach((name, value) -> sent.put(name, List.of(value)));
        }
        boolean answered = sent.keySet().stream().anyMatch(name -> Stage.belongs(name, question))
                && sent.entrySet().stream()
                        .filter(entry -> Stage.belongs(entry.getKey(), question))
                        .anyMatch(entry -> entry.getValue().stream().anyMatch(value -> !value.isEmpty()));
        if (!answered) {
            var unsure = new ArrayList<>(sent.getOrDefault("unsure", List.of()));
            unsure.add(question);
            sent.put("unsure", unsure);
        }
        return walker.send(action, sent);
    }

    private Map<String, List<String>> precheckAnswers() {
        return Filled.of(item.form(), example.filing().answers(), regions).parameters();
    }

    private String place(String role) {
        return example.filing().places().getOrDefault(role, "");
    }

    /** From the precheck's verdict, or the guide, to the page that asks who applies; then to the first question. */
    PageReader start(PageReader from, String who) throws Exception {
        var action = "/items/" + item.id() + "/apply";
        boolean carries = from.forms().stream().anyMatch(form -> form.action().equals(action));
        var page = carries ? walker.send(action, from.form(action).sent()) : walker.open(action);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        var form = page.form(action);
        var sent = new LinkedHashMap<>(form.sent());
        sent.put("agreed", List.of("yes"));
        if (form.asks("who")) {
            sent.put("who", List.of(who));
        }
        var first = walker.send(action, sent);
        assertThat(first.status()).as(first.complaints()).isEqualTo(200);
        return first;
    }

    /** Answers page after page until all is there to be looked over. */
    PageReader fillIn(PageReader from) throws Exception {
        return fillInUntil(from, "answers");
    }

    /** Answers page after page, and stops before this one. */
    PageReader fillInUntil(PageReader from, String last) throws Exception {
        var page = from;
        for (int i = 0; i < MOST_PAGES; i++) {
            var key = page.path().substring(page.path().lastIndexOf('/') + 1);
            if (key.equals(last) || key.equals("refused")) {
                return page;
            }
            var next = key.equals("materials") ? materials(page) : questions(page);
            assertThat(next.status())
                    .as("%s: %s", next.path(), next.complaints())
                    .isEqualTo(200);
            assertThat(next.path()).isNotEqualTo(page.path());
            page = next;
        }
        throw new AssertionError("no end after " + MOST_PAGES + " pages at " + page.path());
    }

    private PageReader questions(PageReader shown) throws Exception {
        var page = withRows(shown);
        page = withRegions(page);
        var form = page.form(page.path());
        var sent = new LinkedHashMap<>(form.sent());
        answers(page).forEach((name, values) -> {
            if (form.asks(name)) {
                sent.put(name, values);
            }
        });
        noteAsked(form);
        return walker.send(page.path(), sent);
    }

    private void noteAsked(PageReader.Form form) {
        item.form().stream()
                .map(Field::key)
                .filter(key -> form.names().stream().anyMatch(name -> Stage.belongs(name, key)))
                .forEach(asked::add);
    }

    /** By the names of the inputs: the example's answers, its mode and its places. */
    private Map<String, List<String>> answers(PageReader page) {
        var all = new LinkedHashMap<>(precheckAnswers());
        var mode = example.filing().mode();
        all.put("way", List.of((mode == null ? item.modes().getFirst() : mode).name()));
        var names = page.form(page.path()).names();
        for (var region : List.copyOf(all.entrySet())) {
            if (names.contains(region.getKey() + "-province")) {
                steps(region.getKey(), region.getValue().getFirst())
                        .forEach((name, code) -> all.put(name, List.of(code)));
            }
        }
        var key = page.path().substring(page.path().lastIndexOf('/') + 1);
        if (key.startsWith("place-")) {
            steps("place", place(key.substring("place-".length())))
                    .forEach((name, code) -> all.put(name, List.of(code)));
        }
        return all;
    }

    private PageReader withRows(PageReader shown) throws Exception {
        var page = shown;
        for (var field : item.form()) {
            if (field instanceof Field.Rows rows
                    && example.filing().answers().get(rows.key()) instanceof List<?> list) {
                for (int i = 1; i < list.size() && page.html().contains("name=\"" + rows.key() + "[0].row\""); i++) {
                    page = again(page, "add-row", rows.key());
                }
            }
        }
        return page;
    }

    /** One level of a region after the other, each list coming from the server. */
    private PageReader withRegions(PageReader shown) throws Exception {
        var page = shown;
        for (int level = 0; level < 2 && answers(page).keySet().stream().anyMatch(missingOn(page)); level++) {
            var form = page.form(page.path());
            var sent = new LinkedHashMap<String, List<String>>();
            answers(page).forEach((name, values) -> {
                if (name.matches(".*-(province|city|county)") && form.asks(name)) {
                    sent.put(name, values);
                }
            });
            if (sent.isEmpty()) {
                return page;
            }
            page = again(page, "show", "region", sent);
        }
        return page;
    }

    private static Predicate<String> missingOn(PageReader page) {
        var names = page.form(page.path()).names();
        return name -> name.matches(".*-(city|county)") && !names.contains(name);
    }

    private PageReader again(PageReader page, String button, String value) throws Exception {
        return again(page, button, value, Map.of());
    }

    private PageReader again(PageReader page, String button, String value, Map<String, List<String>> chosen)
            throws Exception {
        var sent = new LinkedHashMap<>(page.form(page.path()).sent());
        sent.putAll(chosen);
        sent.put(button, List.of(value));
        return walker.send(page.path(), sent);
    }

    private Map<String, String> steps(String name, String code) {
        var chain = new ArrayList<String>();
        if (!code.isEmpty()) {
            regions.ancestors(code).forEach(region -> chain.addFirst(region.code()));
            chain.add(code);
        }
        var steps = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(chain.size(), REGION_STEPS.size()); i++) {
            steps.put(name + REGION_STEPS.get(i), chain.get(i));
        }
        return steps;
    }

    private PageReader materials(PageReader list) throws Exception {
        var base = list.path() + "/";
        for (var key : example.filing().materials()) {
            assertThat(list.links()).as("material " + key).contains(base + key);
            hand(base + key);
        }
        return walker.send(list.path(), list.form(list.path()).sent());
    }

    private void handIfOwed(String path) throws Exception {
        var page = walker.open(path);
        if (page.form(path).asks("contest") && !page.form(path).asks("file")) {
            hand(path);
        }
    }

    /** What a record spares is contested first where the example hands it in all the same. */
    private void hand(String path) throws Exception {
        var page = walker.open(path);
        if (page.text().contains("这件不上传，也不扫描")) {
            return;
        }
        if (page.form(path).asks("contest") && !page.form(path).asks("file")) {
            page = walker.send(path, page.form(path).sent());
        }
        var file = new MockMultipartFile("file", "材料.pdf", "application/pdf", PDF);
        var done = walker.upload(path, List.of(file));
        assertThat(done.status()).as(done.complaints()).isEqualTo(200);
        assertThat(done.text()).contains("材料.pdf");
    }

    /** What the record's keeper did not find is handed in after all. */
    PageReader submit(PageReader shown) throws Exception {
        var review = shown;
        if (review.form(review.path()).asks("insisted")) {
            for (var link : review.links()) {
                if (link.contains("/materials/")) {
                    handIfOwed(link);
                }
            }
            review = walker.open(review.path());
        }
        var form = review.form(review.path());
        var sent = new LinkedHashMap<>(form.sent());
        for (var tick : List.of("declared", "another")) {
            if (form.asks(tick)) {
                sent.put(tick, List.of("yes"));
            }
        }
        return walker.send(review.path(), sent);
    }
}
