package org.tongban.ratings;

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
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.identity.Actor;
import org.tongban.identity.ExamplePeople;
import org.tongban.identity.TestSignIn;

/** A case that ended and is rated by its applicant, and what comes of it in the figures. */
abstract class RatedCase {
    static final String TRANSFER = "2020-08";
    static final LocalDate MONDAY = TestNode.START;

    @Autowired
    Casework casework;

    @Autowired
    Ratings ratings;

    @Autowired
    RatingTickets tickets;

    @Autowired
    RatingFigures figures;

    @Autowired
    RatingFolding folding;

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

    RatingFigures counted() {
        while (folding.run()) {}
        return figures;
    }

    Casefile closed() {
        return closed(given, casework);
    }

    static Casefile closed(Given given, Casework casework) {
        var file = given.stepsFinished(given.accepted(TRANSFER));
        for (var leg : file.legs()) {
            var fields = new HashMap<String, Object>(Map.of(
                    "results",
                    List.of(given.submission(TRANSFER)
                            .item()
                            .results()
                            .getFirst()
                            .name())));
            if (file.legs().size() > 1) {
                fields.put("leg", String.valueOf(leg.no()));
            }
            file = casework.act(file.casefileId(), file.revision(), Act.of(Move.GRANT, fields), Given.officer(file));
            fields.remove("results");
            fields.put("way", "网上送达");
            file = casework.act(file.casefileId(), file.revision(), Act.of(Move.DELIVER, fields), Given.officer(file));
        }
        return file;
    }

    static String page(Casefile file) {
        return "/my/cases/" + file.number() + "/ratings/case";
    }

    static Ratings.Said said(Grade grade) {
        return new Ratings.Said(grade, List.of("等得久"), "等了很久", true);
    }

    Actor applicant() {
        return given.applicant(TRANSFER);
    }

    MockHttpSession session() throws Exception {
        var name = given.example(TRANSFER).filing().applicant().name();
        var key = examples.groups().getFirst().people().stream()
                .filter(someone -> someone.name().equals(name))
                .findFirst()
                .orElseThrow()
                .key();
        return TestSignIn.session(mvc, key);
    }

    String body(@org.jspecify.annotations.Nullable MockHttpSession session, String path) throws Exception {
        var call = get(path);
        if (session != null) {
            call.session(session);
        }
        return mvc.perform(call)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
