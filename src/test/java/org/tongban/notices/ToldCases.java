package org.tongban.notices;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.TestNode;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.casework.Act;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.Outbox;
import org.tongban.identity.Actor;
import org.tongban.identity.ExamplePeople;

/** Cases of which people are told: acting on one, and reading whom it told what. */
abstract class ToldCases {
    static final String TRANSFER = "2020-08";
    private static final LocalDate MONDAY = TestNode.START;

    @Autowired
    Casework casework;

    @Autowired
    Casebook casebook;

    @Autowired
    Outbox outbox;

    @Autowired
    NoticeStore store;

    @Autowired
    NoticeTexts texts;

    @Autowired
    Delivery delivery;

    @Autowired
    ExamplePeople examples;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void monday_morning() {
        time.set(MONDAY.atTime(9, 0).atZone(Time.ZONE).toInstant());
    }

    String body(MockHttpSession session, String path) throws Exception {
        return mvc.perform(get(path).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    List<Notice> inbox(Casefile file, String recipient) {
        return sent(file, recipient, Notice.Way.INBOX);
    }

    List<Notice> sent(Casefile file, String recipient, Notice.Way way) {
        return store.of(file.casefileId()).stream()
                .filter(n -> n.recipient().equals(recipient) && n.way() == way)
                .toList();
    }

    Casefile act(Casefile file, Move move, Map<String, Object> fields, Actor by) {
        var all = new HashMap<>(fields);
        boolean legs = file.legs().size() > 1;
        if (legs
                && List.of(Move.PAUSE, Move.RESUME, Move.PROPOSE, Move.EXTEND, Move.REFUSE)
                        .contains(move)) {
            all.put("leg", "1");
        }
        return casework.act(file.casefileId(), file.revision(), Act.of(move, all), by);
    }
}
