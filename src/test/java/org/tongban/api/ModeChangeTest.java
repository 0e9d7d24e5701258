package org.tongban.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Sweep;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Example;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.TestSignIn;

/** A lead department takes a mode away while a case is under way in it: that case keeps what it was handed in under (M-02, L-57). */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ModeChangeTest {
    private static final String ITEM = "2021-17";
    private static final LocalDate DAY = LocalDate.of(2041, 3, 4);
    private static final String PLATFORM = "demo-platform";

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

    @AfterEach
    void back() {
        time.set(TestNode.START);
    }

    @Test
    void a_case_under_way_keeps_its_mode_and_new_ones_follow_at_once() throws Exception {
        time.set(DAY);
        var driver = new Driver(port);
        var online = examples.of(ITEM).getFirst();
        assertThat(online.filing().mode()).hasToString("ONLINE");
        var before = open(driver, online, "before");
        assertThat(before.status()).as("%s", before.body()).isEqualTo(201);
        var version = catalogue.item(ITEM).version();

        publishWithout();

        assertThat(catalogue.item(ITEM).version()).isNotEqualTo(version);
        var item = driver.get(null, "/api/v1/items/" + ITEM).body();
        assertThat(item.get("modes").toString()).doesNotContain("ONLINE").contains("RECEIVED_ELSEWHERE");
        var refused = open(driver, online, "after");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("本事项不能全程网办");
        var elsewhere = examples.of(ITEM).stream()
                .filter(e ->
                        "RECEIVED_ELSEWHERE".equals(String.valueOf(e.filing().mode())))
                .findFirst()
                .orElseThrow();
        assertThat(open(driver, elsewhere, "elsewhere").status()).isEqualTo(201);

        var number = before.body().get("number").asString();
        var ended = driver.drive(number, before.body().get("office").asString(), this::letTimePass);
        assertThat(ended.file().get("outcome").asString())
                .as("%s", ended.moves())
                .isEqualTo("GRANTED");
        assertThat(ended.file().get("mode").asString()).isEqualTo("全程网办");
    }

    private Driver.Answer open(Driver driver, Example example, String key) {
        var body = FilingBodies.submission(catalogue.item(ITEM), example);
        return driver.post(PLATFORM, "/api/v1/cases", body, "Idempotency-Key", "mode-" + key);
    }

    private void publishWithout() throws Exception {
        var first = TestSignIn.session(mvc, "human-resources-320000/manager");
        var second = TestSignIn.session(mvc, "human-resources-320000/manager2");
        var edit = post("/manager/items/" + ITEM + "/edit/modes", first)
                .param("modes", "RECEIVED_ELSEWHERE")
                .param("usual", "RECEIVED_ELSEWHERE")
                .param("start-on-year", "2041")
                .param("start-on-month", "3")
                .param("start-on-day", "4")
                .param("end-on-year", "2041")
                .param("end-on-month", "12")
                .param("end-on-day", "31")
                .param("rests-on", "人社部发〔2041〕8号");
        var path = Objects.requireNonNull(
                mvc.perform(edit).andReturn().getResponse().getRedirectedUrl());
        for (var act : List.of("send", "publish")) {
            var who = act.equals("send") ? first : second;
            var revision = act.equals("send") ? "1" : "2";
            var done = mvc.perform(post(path + "/" + act, who).param("revision", revision))
                    .andReturn()
                    .getResponse();
            assertThat(done.getStatus()).isEqualTo(303);
        }
    }

    private static MockHttpServletRequestBuilder post(String path, MockHttpSession who) {
        return MockMvcRequestBuilders.post(path).session(who).with(SecurityMockMvcRequestPostProcessors.csrf());
    }

    private void letTimePass(Instant until) {
        time.set(until);
        sweep.run();
    }
}
