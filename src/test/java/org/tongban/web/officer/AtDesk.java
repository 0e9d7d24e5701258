package org.tongban.web.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.catalogue.Filing;
import org.tongban.identity.Actor;
import org.tongban.identity.ReadLog;
import org.tongban.identity.Role;
import org.tongban.identity.TestSignIn;

/** An officer at the desk, with cases of the districts that a test names. */
abstract class AtDesk {
    static final String TRANSFER = "2020-08";
    static final String NOTARISED = "2020-01";
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Autowired
    MockMvc mvc;

    @Autowired
    Casework casework;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @Autowired
    ReadLog log;

    @BeforeEach
    void monday_morning() {
        on(MONDAY);
    }

    void on(LocalDate day) {
        time.set(day.atTime(9, 0).atZone(Time.ZONE).toInstant());
    }

    Casefile submitted(String district) {
        var filing = given.example(TRANSFER).filing();
        var answers = new HashMap<>(filing.answers());
        answers.put("toRegion", district);
        answers.put("hukouRegion", district);
        var moved = new Filing(
                filing.applicant(),
                filing.agent(),
                filing.relation(),
                filing.places(),
                filing.mode(),
                answers,
                filing.materials(),
                filing.unavailable());
        var submission = given.submission(TRANSFER, moved, UUID.randomUUID().toString(), true);
        var file = casework.submit(submission, given.applicant(TRANSFER));
        assertThat(file.office()).isEqualTo("social-insurance-" + district);
        return file;
    }

    Casefile accepted(String district) {
        var file = submitted(district);
        return casework.act(file.casefileId(), file.revision(), Act.of(Move.ACCEPT), Given.officer(file));
    }

    static MockHttpServletRequestBuilder move(String path, Casefile file, String move) {
        return post(path + "/moves/" + move).param("revision", String.valueOf(file.revision()));
    }

    List<ReadLog.Entry> reads(Casefile file) {
        var auditor = Actor.staff("auditor", "审计", Role.AUDIT_ADMIN, "coordination-320000");
        return new ArrayList<>(log.find(
                auditor,
                new ReadLog.Query(file.number().toString(), null, time.now().plusSeconds(60), 200)));
    }

    MockHttpSession officer(Casefile file) throws Exception {
        return session(file.office() + "/officer1");
    }

    MockHttpSession session(String who) throws Exception {
        return TestSignIn.session(mvc, who);
    }

    String page(MockHttpSession session, String path) throws Exception {
        var answer = send(session, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    MockHttpServletResponse send(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.session(session).with(csrf()).accept("text/html"))
                .andReturn()
                .getResponse();
    }
}
