package org.tongban.web.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Person;
import org.tongban.places.Regions;

/** A window that no other test uses, and a clerk there who takes in a case page by page. */
abstract class WindowOfItsOwn {
    static final String LAWYER = "2020-04";
    static final String TRANSFER = "2020-08";

    @Autowired
    MockMvc mvc;

    @Autowired
    Casework casework;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    Regions regions;

    @Autowired
    SettableTime time;

    String window = "";
    AtCounter clerk;
    private static int windows = 20;

    @BeforeEach
    void monday_morning_at_a_window_of_its_own() throws Exception {
        time.set(LocalDate.of(2026, 7, 13));
        var places = List.of(
                "320300", "320400", "320600", "320700", "320800", "320900", "321000", "321100", "321200", "321300",
                "340100", "340200", "340300", "340400", "330100", "330200", "330300", "350100", "350200", "360100");
        window = "service-hall-" + places.get(windows++ % places.size());
        clerk = new AtCounter(mvc, window + "/clerk");
    }

    /** The whole way through the pages: identity card seen, diploma kept, form scanned, degree spared by its record. */
    Casefile received(Example example) throws Exception {
        return taken(begun(example), example);
    }

    private Casefile taken(String form, Example example) throws Exception {
        var answers = AtCounter.form(item(LAWYER), example.filing().answers(), regions);
        assertThat(clerk.send(form, withSeen(form, answers)).getStatus()).isEqualTo(303);
        var materials = form.replace("/form", "/materials");
        var ways = AtCounter.map(
                "way.idCard",
                "SEEN",
                "way.diploma",
                "KEPT",
                "way.degreeCertificate",
                "SPARED",
                "way.applicationForm",
                "SCANNED",
                "go-on",
                "yes");
        var review = AtCounter.location(clerk.upload(materials, ways, AtCounter.scan("applicationForm", "申请表.png")));
        return take(review);
    }

    Casefile take(String review) throws Exception {
        var seen = AtCounter.hidden(clerk.page(review));
        var taken = clerk.send(
                review,
                "seen",
                seen,
                "declared",
                "yes",
                "another",
                "yes",
                "insisted",
                "yes",
                "dueBackOn-year",
                "2026",
                "dueBackOn-month",
                "8",
                "dueBackOn-day",
                "31");
        var number = AtCounter.location(taken).replaceFirst("/counter/cases/(\\d+)/.*", "$1");
        assertThat(AtCounter.location(clerk.send(review, "seen", seen)))
                .as("the second click meets the first case")
                .contains(number);
        return casework.find(CaseNumber.parse(number).orElseThrow().id(), Given.clerk(window))
                .orElseThrow();
    }

    String begun(Example example) throws Exception {
        return AtCounter.location(clerk.send("/counter/start/" + LAWYER, AtCounter.who(person(example))))
                .replace("/known", "/form");
    }

    Map<String, List<String>> withSeen(String form, Map<String, List<String>> answers) throws Exception {
        return merged(answers, AtCounter.map("seen", AtCounter.hidden(clerk.page(form))));
    }

    static Map<String, List<String>> merged(Map<String, List<String>> some, Map<String, List<String>> more) {
        var all = new LinkedHashMap<>(some);
        all.putAll(more);
        return all;
    }

    Example example(String item) {
        return examples.of(item).getFirst();
    }

    Item item(String id) {
        return catalogue.item(id);
    }

    static Person person(Example example) {
        return (Person) example.filing().applicant();
    }
}
