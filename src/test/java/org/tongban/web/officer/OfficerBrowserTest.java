package org.tongban.web.officer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.casework.Act;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;

/** The desk, the case, a move, an inquiry and a paper in a real browser: desktop and phone, keyboard, without script. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class OfficerBrowserTest {
    private static final String NOTARISED = "2020-01";

    @LocalServerPort
    private int port;

    @Autowired
    Casework casework;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday_morning() {
        time.set(TestNode.START.atTime(9, 0).atZone(Time.ZONE).toInstant());
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    @DisplayName("D-30, D-32: every page of the desk is sound, on desktop and phone")
    void every_page_of_the_desk_is_sound(Device device) {
        var submitted = given.submitted(NOTARISED);
        var asked = asked();
        var path = "/desk/cases/" + submitted.number();
        try (var visitor = signedIn(device, true, submitted.office() + "/officer1")) {
            var page = visitor.newPage();
            List<String> complaints = TestBrowser.complaints(page);
            look(page, "/desk", "desk-" + device);
            look(page, "/desk?tab=cases", "cases-" + device);
            look(page, path, "case-" + device);
            look(page, path + "/moves/askSupplement", "supplement-" + device);
            look(page, path + "/moves/reroute", "reroute-" + device);
            look(page, path + "/letters/1", "receipt-" + device);
            look(page, "/desk/tasks/hand-over?pick=" + submitted.number() + ".1", "hand-over-" + device);
            assertThat(complaints).isEmpty();
        }
        var inquiry = inquiry(asked);
        try (var visitor = signedIn(device, true, inquiry.office() + "/checker")) {
            var page = visitor.newPage();
            look(page, "/desk", "checker-" + device);
            look(page, "/desk/cases/" + asked.number() + "/inquiries/" + inquiry.no(), "inquiry-" + device);
        }
    }

    private void look(Page page, String path, String name) {
        page.navigate(address(path));
        TestBrowser.screenshot(page, "officer/" + name);
        TestBrowser.assertSound(page);
        if (page.viewportSize().width < 500) {
            assertThat(TestBrowser.targetsSmallerThan(page, 44)).as(path).isEmpty();
        }
    }

    @Test
    @DisplayName("D-30: a case is accepted by keyboard alone, from the skip link on")
    void a_case_is_accepted_by_keyboard_alone() {
        var file = given.submitted(NOTARISED);
        try (var visitor = signedIn(Device.DESKTOP, true, file.office() + "/officer1")) {
            var page = visitor.newPage();
            page.navigate(address("/desk"));
            page.keyboard().press("Tab");
            assertThat(page.getByText("跳到正文")).isFocused();
            page.keyboard().press("Enter");
            page.locator("#number").focus();
            page.keyboard().type(file.number().toString());
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/cases/" + file.number());
            page.locator(".tb-moves a").first().focus();
            assertThat(page.locator(".tb-moves a").first()).hasText("受理");
            page.keyboard().press("Enter");
            page.waitForURL("**/moves/accept");
            page.getByLabel("说明").focus();
            page.keyboard().type("材料齐全，符合法定形式");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForURL("**/desk/cases/" + file.number());
            assertThat(page.locator(".tb-banner")).containsText("已经办理：受理");
            assertThat(page.locator(".tb-history")).containsText("材料齐全，符合法定形式");
        }
    }

    @Test
    @DisplayName("D-30: without script a supplement notice is written, refused with its reasons, and sent")
    void without_script_a_supplement_notice_is_written_and_sent() {
        var file = given.submitted(NOTARISED);
        try (var visitor = signedIn(Device.PHONE, false, file.office() + "/officer1")) {
            var page = visitor.newPage();
            page.navigate(address("/desk/cases/" + file.number()));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("一次性告知补正"))
                    .click();
            page.getByLabel("补正要求").fill("请补护照资料页，四角完整");
            page.locator("main form button.govuk-button").last().click();
            assertThat(page.locator(".govuk-error-summary")).containsText("请填写需要补正的全部内容");
            TestBrowser.screenshot(page, "officer/refused");
            TestBrowser.assertSound(page);
            assertThat(page.getByLabel("补正要求")).hasValue("请补护照资料页，四角完整");
            page.getByLabel("材料：护照资料页").check();
            page.getByLabel("补正期限（自然日）").fill("10");
            page.locator("main form button.govuk-button").last().click();
            assertThat(page.locator(".tb-case")).containsText("补正中");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("补正一次性告知书"))
                    .click();
            assertThat(page.locator(".tb-letter")).containsText("护照资料页");
            assertThat(page.locator(".tb-letter")).containsText("2026年3月12日");
            TestBrowser.screenshot(page, "officer/supplement-notice");
        }
    }

    @Test
    void pages_of_the_desk_speak_english() {
        var file = given.submitted(NOTARISED);
        try (var visitor = signedIn(Device.DESKTOP, true, file.office() + "/officer1")) {
            var page = visitor.newPage();
            page.navigate(address("/look?language=en&to=/desk/cases/" + file.number()));
            assertThat(page.locator("#moves")).hasText("What you can do now");
            TestBrowser.screenshot(page, "officer/case-en");
            TestBrowser.assertSound(page);
            page.navigate(address("/desk/cases/" + file.number() + "/moves/decline"));
            TestBrowser.screenshot(page, "officer/decline-en");
            TestBrowser.assertSound(page);
        }
    }

    private BrowserContext signedIn(Device device, boolean script, String who) {
        var visitor = TestBrowser.visitor(device, script);
        var page = visitor.newPage();
        page.navigate(address("/demo/people?q=" + who.substring(0, who.indexOf('/'))));
        page.locator("button[value='" + who + "']").first().click();
        page.waitForURL("**/desk");
        page.close();
        return visitor;
    }

    private Casefile asked() {
        var file = given.accepted(NOTARISED);
        while (file.openTasks().stream().noneMatch(t -> t.kind() == TaskKind.INQUIRY)) {
            var task = file.openTasks().stream()
                    .filter(t -> t.kind().step())
                    .findFirst()
                    .orElseThrow();
            var act = new Act(Move.FINISH_STEP, task.no(), Map.of("result", "完成"));
            file = casework.act(file.casefileId(), file.revision(), act, Given.at(task));
        }
        return file;
    }

    private static Task inquiry(Casefile file) {
        return file.openTasks().stream()
                .filter(t -> t.kind() == TaskKind.INQUIRY)
                .findFirst()
                .orElseThrow();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
