package org.tongban.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Casebook;
import org.tongban.catalogue.Answers;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Logins;
import org.tongban.identity.Mandates;
import org.tongban.identity.People;
import org.tongban.identity.TestApplicants;
import org.tongban.places.Regions;

/** Every service through its pages, by its own examples, as their applicants or agents: nothing here knows a service. */
@TongbanTest
class EachServiceByPagesTest {
    @Autowired
    WebApplicationContext context;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    Regions regions;

    @Autowired
    SettableTime time;

    @Autowired
    People people;

    @Autowired
    Logins logins;

    @Autowired
    Mandates mandates;

    @Autowired
    Casebook casebook;

    private MockMvc mvc;

    /** One of our own: the shared one keeps the text of all thousands of pages to print it should something fail. */
    @BeforeEach
    void quietly() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @AfterEach
    void back() {
        time.set(TestNode.START);
    }

    @Test
    void each_of_the_140_is_found_checked_filled_in_and_handed_in_with_its_own_example() {
        var failures = new ArrayList<String>();
        for (var item : catalogue.items()) {
            try {
                handIn(item, examples.of(item.id()).getFirst());
            } catch (Exception | AssertionError e) {
                failures.add(item.id() + " " + item.name() + ": " + e);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(catalogue.items()).hasSize(140);
    }

    private void handIn(Item item, Example example) throws Exception {
        time.set(example.today());
        var filing = example.filing();
        var who = new TestApplicants(people, logins, mandates)
                .signIn(filing.applicant(), filing.agent(), filing.relation());
        var walk = new ApplicationWalk(new PageWalker(mvc, who.session()), item, example, regions);
        var verdict = walk.precheck();
        assertThat(verdict.text()).doesNotContain("按您的回答，不符合条件");
        var review = walk.fillIn(walk.start(verdict, Objects.requireNonNullElse(who.principal(), "self")));
        assertThat(review.path()).as(review.complaints()).endsWith("/answers");
        var submitted = walk.submit(review);
        assertThat(submitted.path())
                .as("%s %s", submitted.status(), submitted.complaints())
                .endsWith("/submitted");
        var opened = casebook.open(CasePages.id(submitted.path().split("/")[3]), who.actor());
        assertThat(Answers.ofJson(item, opened.filed().answers()).values())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(Answers.ofJson(item, filing.answers()).values());
        assertThat(opened.filed().materials().keySet()).containsAll(filing.materials());
        assertThat(opened.file().places()).containsAllEntriesOf(filing.places());
        assertThat(opened.filed().who().name()).isEqualTo(filing.applicant().name());
        if (example.expected().office() != null) {
            assertThat(opened.file().office()).isEqualTo(example.expected().office());
        }
    }
}
