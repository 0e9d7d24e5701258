package org.tongban.web.supervisor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.ExampleYear;
import org.tongban.supervision.Reconciliation;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;

/** A supervisor's morning in a real browser: the overview, what is late, an order, the figures with their pictures, the table on paper. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SupervisorBrowserTest {
    private static final List<String> PAGES = List.of(
            "/supervisor",
            "/supervisor/tasks?batch=later",
            "/supervisor/tasks/table",
            "/supervisor/departments",
            "/supervisor/late",
            "/supervisor/orders/new",
            "/supervisor/reports",
            "/supervisor/figures",
            "/supervisor/figures/services",
            "/supervisor/figures/time",
            "/supervisor/figures/flows",
            "/supervisor/cases",
            "/supervisor/exports");

    private static boolean loaded;

    @LocalServerPort
    private int port;

    @Autowired
    ExampleYear year;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    SettableTime time;

    @BeforeEach
    void a_year_of_cases() {
        time.set(LocalDate.of(2026, 11, 30));
        if (!loaded) {
            year.load(150, (made, all) -> {});
            for (long last = reconciliation.writeLines(-1); last >= 0; ) {
                last = reconciliation.writeLines(last);
            }
            reconciliation.run();
            loaded = true;
        }
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    void pages_of_supervision_are_sound_D_30(Device device) {
        try (var visitor = TestBrowser.visitor(device, true)) {
            var page = signedIn(visitor);
            var complaints = TestBrowser.complaints(page);
            for (var path : PAGES) {
                page.navigate("http://localhost:" + port + path);
                var name = path.substring(1).replaceAll("\\?.*", "").replace('/', '-');
                TestBrowser.screenshot(page, "supervisor/" + name + "-" + device);
                TestBrowser.assertSound(page);
            }
            assertThat(complaints).isEmpty();
            if (device == Device.DESKTOP) {
                anOrder(page);
                onPaper(page);
            }
        }
    }

    private Page signedIn(BrowserContext visitor) {
        var page = visitor.newPage();
        page.navigate("http://localhost:" + port + "/demo/people");
        page.locator("button[name=who][value='coordination-320000/supervisor']").click();
        return page;
    }

    /** From the red list to an order on the list. */
    private void anOrder(Page page) {
        page.navigate("http://localhost:" + port + "/supervisor/figures");
        assertThat(page.locator(".tb-chart canvas").first()).isVisible();
        page.navigate("http://localhost:" + port + "/supervisor/orders");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发督办单"))
                .click();
        page.getByLabel("被督办机构的代码").fill("social-insurance-320100");
        page.getByLabel("督办什么").fill("转移接续积压");
        page.getByLabel("要求办到什么程度").fill("请在期限内清理积压");
        page.getByLabel("答复的最后一天").fill("2026-12-04");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发出"))
                .click();
        assertThat(page.locator("h1")).containsText("督办〔2026〕");
        TestBrowser.screenshot(page, "supervisor/order");
        TestBrowser.assertSound(page);
    }

    /** Printed, nothing of the screen is left around the table. */
    private void onPaper(Page page) {
        page.navigate("http://localhost:" + port + "/supervisor/tasks/table");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".tb-header")).isHidden();
        assertThat(page.locator(".tb-seed__title")).isVisible();
        TestBrowser.screenshot(page, "supervisor/table-print");
    }
}
