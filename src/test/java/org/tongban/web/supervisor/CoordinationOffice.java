package org.tongban.web.supervisor;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.calendar.SettableTime;
import org.tongban.identity.TestSignIn;
import org.tongban.supervision.Working;

/** A supervisor of the coordination office, signed in, with the jobs that count and remind. */
abstract class CoordinationOffice {
    static final String TRANSFER = "2020-08";
    static final String CIVIL_AFFAIRS = "civil-affairs-320000";

    @Autowired
    MockMvc mvc;

    @Autowired
    ApplicationContext node;

    @Autowired
    SettableTime time;

    MockHttpSession supervisor = new MockHttpSession();
    Working working = new Working(new StaticApplicationContext());

    @BeforeEach
    void a_supervisor_signs_in() throws Exception {
        time.set(LocalDate.of(2026, 7, 6));
        working = new Working(node);
        supervisor = TestSignIn.session(mvc, "coordination-320000/supervisor");
    }

    String page(String path) throws Exception {
        return page(path, supervisor);
    }

    String page(String path, MockHttpSession session) throws Exception {
        return mvc.perform(get(path).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
