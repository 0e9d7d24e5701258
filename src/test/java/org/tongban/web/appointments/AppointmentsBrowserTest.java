package org.tongban.web.appointments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.web.Visits.button;
import static org.tongban.web.Visits.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.StepState;
import org.tongban.casework.TaskKind;
import org.tongban.web.TestBrowser.Device;
import org.tongban.web.Visits;

/** A police station opens times, a young person far from home books one, comes, and the step is done: in a real browser. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class AppointmentsBrowserTest {
    private static final String FIRST_CARD = "later-02";
    private static final LocalDate TUESDAY = TestNode.START.plusDays(1);

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
    void a_time_is_opened_booked_moved_and_kept() {
        var file = given.submitted(FIRST_CARD);
        var task = file.openTasks().stream()
                .filter(t -> t.kind() == TaskKind.APPOINTMENT)
                .findFirst()
                .orElseThrow();
        visits().as(task.office() + "/clerk", Device.DESKTOP, page -> openTimes(page));
        visits().as(applicant(), Device.PHONE, page -> book(page, file, task.no()));

        time.set(TUESDAY.atTime(9, 20).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
        visits().as(task.office() + "/clerk", Device.DESKTOP, page -> receive(page, file));

        var after =
                casework.find(file.casefileId(), given.applicant(FIRST_CARD)).orElseThrow();
        assertThat(after.task(task.no()).orElseThrow().state()).isEqualTo(StepState.DONE);
    }

    private void openTimes(Page page) {
        visits().go(page, "/appointments");
        button(page, "放号").click();
        assertThat(page.locator(".tb-banner")).containsText("没有写对");
        date(page, "from", TUESDAY);
        date(page, "to", TUESDAY);
        page.getByLabel("每天几点开始").fill("09:00");
        page.getByLabel("每天几点结束").fill("11:00");
        page.getByLabel("每个时段多长").fill("30");
        page.getByLabel("每个时段几人").fill("2");
        button(page, "放号").click();
        assertThat(page.locator(".tb-banner")).containsText("放出了 4 个时段");
        visits().go(page, "/appointments?day=" + TUESDAY);
        assertThat(page.locator("main")).containsText("0／2");
        look(page, "appointments/opened");
    }

    private void book(Page page, Casefile file, int task) {
        visits().go(page, "/my/cases/" + file.number());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("预约到场时间"))
                .click();
        button(page, "就约这个时间").click();
        assertThat(page.locator(".tb-banner")).containsText("还没有选时间");
        look(page, "appointments/choose");
        page.locator("label", new Page.LocatorOptions().setHasText("10:30–11:00"))
                .click();
        button(page, "就约这个时间").click();
        assertThat(page.locator(".tb-banner__title")).containsText("2026年3月3日 10:30");
        page.locator("label", new Page.LocatorOptions().setHasText("09:30–10:00"))
                .click();
        button(page, "改到这个时间").click();
        assertThat(page.locator(".tb-banner__title")).containsText("2026年3月3日 09:30");
        assertThat(page.locator("main")).containsText("已改期");
        look(page, "appointments/booked");
    }

    private void receive(Page page, Casefile file) {
        visits().go(page, "/appointments");
        var row = page.locator(
                "tr", new Page.LocatorOptions().setHasText(file.number().toString()));
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^取号")))
                .click();
        assertThat(page.locator(".tb-banner")).containsText("取号：A001");
        page.getByLabel("窗口").first().fill("2号窗口");
        button(page, "叫下一位").click();
        assertThat(page.locator(".tb-banner")).containsText("请 A001 号到 2号窗口");
        look(page, "appointments/desk");
        page.locator("tr", new Page.LocatorOptions().setHasText(file.number().toString()))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^到场办理")))
                .click();
        page.getByLabel("办理情况").fill("本人到场，户口簿无误，已照相、按指纹、签字");
        button(page, "登记").click();
        assertThat(page.locator("textarea")).hasValue("本人到场，户口簿无误，已照相、按指纹、签字");
        page.locator("label", new Page.LocatorOptions().setHasText("完成"))
                .first()
                .click();
        look(page, "appointments/keep");
        button(page, "登记").click();
        assertThat(page.locator(".tb-banner")).containsText("已登记到场办理");
        assertThat(page.locator("main")).containsText("没有人预约");
    }

    private Visits visits() {
        return new Visits(port);
    }

    private String applicant() {
        return given.example(FIRST_CARD).filing().applicant().name();
    }

    private static void date(Page page, String name, LocalDate day) {
        page.locator("input[name=" + name + "-year]").fill(String.valueOf(day.getYear()));
        page.locator("input[name=" + name + "-month]").fill(String.valueOf(day.getMonthValue()));
        page.locator("input[name=" + name + "-day]").fill(String.valueOf(day.getDayOfMonth()));
    }
}
