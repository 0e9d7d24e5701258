package org.tongban.web.mandates;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Attendance;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Submission;
import org.tongban.web.TestBrowser.Device;
import org.tongban.web.Visits;

/** A father lets his daughter act for him on the phone; a window sees who may act and by what; an original waits to be given back. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class MandatesBrowserTest {
    private static final String LAWYER = "2020-04";
    private static final LocalDate FILING_DAY = LocalDate.of(2026, 7, 13);
    private static final String WINDOW = "service-hall-320300";

    @LocalServerPort
    private int port;

    @Autowired
    Given given;

    @Autowired
    Casework casework;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday_morning() {
        time.set(TestNode.START);
    }

    @Test
    void a_father_lets_his_daughter_act_and_takes_it_back() {
        var visits = new Visits(port);
        visits.as("王建国", Device.PHONE, page -> {
            visits.go(page, "/my/cases");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("授权和代办"))
                    .click();
            page.locator("input[name=agentName]").fill("陈思雨");
            page.locator("input[name=agentDocument-number]").fill("320583200309156063");
            page.getByText("近亲属").last().click();
            page.locator("select[name=item]").selectOption("2020-08");
            page.locator("input[name=to-year]").fill("2026");
            page.locator("input[name=to-month]").fill("12");
            page.locator("input[name=to-day]").fill("31");
            Visits.button(page, "授权").click();
            assertThat(page.locator("main")).containsText("最后一位是校验码");
            Visits.look(page, "mandates/wrong");
            page.locator("input[name=agentDocument-number]").fill("320583200309156062");
            Visits.button(page, "授权").click();
            assertThat(page.locator("main")).containsText("已授权");
            assertThat(page.locator("main")).containsText("城乡居民基本养老保险关系转移接续");
            Visits.look(page, "mandates/mine");
        });
        visits.as("陈思雨", Device.DESKTOP, page -> {
            visits.go(page, "/items/2020-08/apply");
            assertThat(page.locator("main")).containsText("王建国（我代办，我是近亲属）");
            visits.go(page, "/items/2020-11/apply");
            page.getByText("想替别人办，这里却选不到").click();
            assertThat(page.locator("main")).containsText("王建国：您代办的授权不包括这个事项");
            Visits.look(page, "mandates/barred");
            visits.go(page, "/my/mandates");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("不再代办"))
                    .last()
                    .click();
            assertThat(page.locator("main")).containsText("已撤销");
        });
    }

    @Test
    void a_window_sees_who_may_act_and_an_office_what_it_has_to_give_back() {
        time.set(FILING_DAY);
        var visits = new Visits(port);
        var file = received();
        visits.as(WINDOW + "/clerk", Device.DESKTOP, page -> {
            visits.go(page, "/counter/start/2021-21");
            page.getByText("申请人本人没有来，由代办人到场").click();
            assertThat(page.locator("main")).containsText("监护人：监护关系证明（户口簿、出生医学证明等）");
            Visits.look(page, "counter/who-agent");
            visits.go(page, "/counter/mandates");
            Visits.look(page, "counter/mandates");
            time.set(FILING_DAY.plusDays(40));
            visits.go(page, "/counter/originals");
            assertThat(page.locator(".tb-table__late")).containsText("毕业证书");
            Visits.look(page, "counter/originals-late");
            visits.go(page, "/counter/cases/" + file.number() + "/originals");
            Visits.look(page, "counter/custody");
        });
    }

    private Casefile received() {
        var like = given.submission(LAWYER);
        var submission = new Submission(
                like.item(),
                given.atWindow(LAWYER),
                like.materials(),
                List.of("diploma"),
                List.of(),
                true,
                UUID.randomUUID().toString(),
                "counter",
                null);
        var attendance = new Attendance(
                Attendance.IDENTITY_CHECKS.getFirst(),
                Attendance.CONSENTS.getFirst(),
                FILING_DAY.plusDays(30),
                List.of("idCard"));
        return casework.receive(submission, attendance, Given.clerk(WINDOW));
    }
}
