package org.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.CaseState;
import org.tongban.casework.HistoryCheck;
import org.tongban.casework.Move;
import org.tongban.casework.Outcome;
import org.tongban.casework.Sweep;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Deed;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Logins;
import org.tongban.identity.Mandates;
import org.tongban.identity.People;
import org.tongban.identity.TestApplicants;
import org.tongban.payments.TestArrears;

/** Every example of every service happens as its file tells it: act by act, each by whoever acts, on the day on which they do. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExamplesRunTest {
    /** Only these services, while one writes them: {@code -Dtongban.examples=2020-28,later-03}. */
    private static final List<String> ONLY =
            List.of(System.getProperty("tongban.examples", "").split(","));

    @LocalServerPort
    int port;

    @Autowired
    MockMvc mvc;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    SettableTime time;

    @Autowired
    Sweep sweep;

    @Autowired
    HistoryCheck history;

    @Autowired
    ApplicationContext node;

    @Autowired
    People people;

    @Autowired
    Logins logins;

    @Autowired
    Mandates mandates;

    @Test
    @DisplayName("L-10 each example runs through the real doors as its file tells it")
    void each_example_happens_as_its_file_tells_it() {
        var doors = new Rehearsal.Doors(
                new Driver(port),
                new PeopleAtPages(mvc, new TestApplicants(people, logins, mandates)),
                catalogue,
                time,
                sweep,
                new TestArrears(node));
        var faults = new ArrayList<String>();
        int run = 0;
        for (var item : catalogue.items()) {
            for (var example : examples.of(item.id())) {
                if (ONLY.getFirst().isEmpty() || ONLY.contains(item.id())) {
                    run += runs(example) ? 1 : 0;
                    new Rehearsal(doors, item, example).run().ifPresent(faults::add);
                }
            }
        }
        assertThat(faults).as("examples that went otherwise, of %s", run).isEmpty();
        assertThat(run).isPositive();
        assertThat(history.run().faults()).isEmpty();
    }

    private static boolean runs(Example example) {
        return !example.acts().isEmpty();
    }

    @Test
    void what_the_files_may_say_is_what_the_moves_and_states_are_called() {
        var moves = List.of(Move.values()).stream().map(Move::label).toList();
        assertThat(EnumSet.range(Deed.SUBMIT, Deed.MOVE_ORIGINAL).stream().map(Deed::chinese))
                .as("deeds that are moves")
                .isSubsetOf(moves)
                .hasSize(25);
        assertThat(List.of(CaseState.values()).stream().map(CaseState::label))
                .containsExactly("已收件", "待受理", "补正中", "办理中", "已决定", "办结");
        assertThat(List.of(Outcome.values()).stream().map(Outcome::label))
                .containsExactly("准予", "部分准予", "不予", "不予受理", "撤回", "终止", "转报");
    }
}
