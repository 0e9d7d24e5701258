package org.tongban.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.Import;
import org.tongban.Statements;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;

/** How modules above are told what happened, after commit. */
@TongbanTest
@Import(Given.class)
class OutboxTest {
    private static final String TRANSFER = "2020-08";
    private static final String ONE = "followerOne";
    private static final String TWO = "followerTwo";

    @Autowired
    Casework casework;

    @Autowired
    Outbox outbox;

    @Autowired
    Given given;

    @Autowired
    Statements statements;

    @Autowired
    SettableTime time;

    @Autowired
    DefaultListableBeanFactory beans;

    private final Listener one = new Listener(ONE);
    private final Listener two = new Listener(TWO);

    @BeforeEach
    void two_followers() {
        time.set(TestNode.START.atTime(9, 0).atZone(Time.ZONE).toInstant());
        outbox.run();
        beans.registerSingleton(ONE, one);
        beans.registerSingleton(TWO, two);
    }

    @AfterEach
    void gone() {
        beans.destroySingleton(ONE);
        beans.destroySingleton(TWO);
    }

    @Test
    void every_follower_is_told_once_in_order_and_with_the_case_as_it_stands() {
        var file = given.accepted(TRANSFER);
        assertThat(outbox.run()).isEqualTo(1);
        assertThat(one.heard).containsExactly("1:Submitted", "2:Accepted");
        assertThat(two.heard).isEqualTo(one.heard);
        assertThat(one.last().revision()).isEqualTo(file.revision());
        assertThat(outbox.run()).isZero();
        assertThat(one.heard).hasSize(2);
    }

    @Test
    void one_that_fails_holds_up_no_other_and_hears_all_of_it_later_in_order() {
        two.before = h -> {
            throw new IllegalStateException("its table is gone");
        };
        var file = given.submitted(TRANSFER);
        outbox.run();
        assertThat(one.heard).containsExactly("1:Submitted");
        assertThat(two.heard).isEmpty();

        casework.act(file.casefileId(), file.revision(), Act.of(Move.ACCEPT), Given.officer(file));
        outbox.run();
        assertThat(one.heard).containsExactly("1:Submitted", "2:Accepted");

        two.before = h -> {};
        outbox.run();
        assertThat(two.heard).as("its pause is not over").isEmpty();
        time.set(time.now().plus(Duration.ofMinutes(1)));
        outbox.run();
        assertThat(two.heard).isEqualTo(one.heard);
        time.set(time.now().plus(Duration.ofHours(1)));
        outbox.run();
        assertThat(two.heard).hasSize(2);
    }

    @Test
    void a_case_that_a_follower_cannot_take_holds_up_no_other_case() {
        var bad = given.submitted(TRANSFER);
        one.before = h -> {
            if (h.file().casefileId() == bad.casefileId()) {
                throw new IllegalStateException("this one only");
            }
        };
        given.submitted("2020-27");
        outbox.run();
        assertThat(one.heard).containsExactly("1:Submitted");
    }

    @Test
    @DisplayName("speed: twenty cases are told with as many statements as one")
    void many_cases_are_told_together() throws Exception {
        given.submitted(TRANSFER);
        int alone = statements.during(outbox::run).size();
        for (int i = 0; i < 20; i++) {
            given.submitted(TRANSFER);
        }
        statements.atMost(alone, outbox::run);
        assertThat(one.files).hasSize(21).doesNotHaveDuplicates();
    }

    @Test
    void what_waits_survives_the_followers_that_are_not_there_yet() {
        beans.destroySingleton(ONE);
        beans.destroySingleton(TWO);
        given.submitted(TRANSFER);
        assertThat(outbox.run()).as("nobody listens, nothing piles up").isEqualTo(1);
        assertThat(outbox.run()).isZero();
        two_followers();
    }

    /** Writes down what it hears, what it heard in vain only once: a real one's rows are rolled back. */
    private static final class Listener implements Follower {
        private final String name;
        private final List<String> heard = new ArrayList<>();
        private final List<Casefile> files = new ArrayList<>();
        private Consumer<Happened> before = h -> {};

        Listener(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void take(List<Happened> happened) {
            happened.forEach(one -> {
                before.accept(one);
                files.add(one.file());
                one.entries().stream()
                        .map(e -> e.seq() + ":" + e.event().getClass().getSimpleName())
                        .filter(said -> !heard.contains(said))
                        .forEach(heard::add);
            });
        }

        Casefile last() {
            return files.getLast();
        }
    }
}
