package org.tongban.web.manager;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;

/** A department changes how a service is handled: proposed, tried, published by a second person, seen by applicants. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ManagerBrowserTest {
    private static final String LEAD = "justice-320000";
    private static final String ITEM = "2020-02";

    @LocalServerPort
    int port;

    @Autowired
    SettableTime time;

    @BeforeEach
    void later() {
        time.set(LocalDate.of(2051, 6, 5));
    }

    @AfterEach
    void back() {
        time.set(TestNode.START);
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, true", "PHONE, false"})
    void a_mode_is_changed_by_two_people(Device device, boolean script) {
        try (var one = TestBrowser.visitor(device, script);
                var other = TestBrowser.visitor(device, script)) {
            var first = one.newPage();
            signIn(first, LEAD + "/manager");
            first.navigate(address("/manager"));
            look(first, "list-" + device);
            first.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("学位公证").setExact(true))
                    .click();
            look(first, "item-" + device);
            first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("改办理模式"))
                    .click();
            first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存，看看会怎样"))
                    .click();
            assertThat(first.locator(".govuk-error-summary")).containsText("请填写：依据的文件");
            first.locator("input[name='modes'][value='JOINT']").setChecked(!joint(first));
            first.getByLabel("依据的文件").fill("司发通〔2051〕" + device.ordinal() + "号");
            look(first, "edit-" + device);
            first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存，看看会怎样"))
                    .click();
            assertThat(first.locator("#old-and-new")).isVisible();
            look(first, "proposal-" + device);
            first.getByText("看改动后的表单").click();
            look(first, "trial-" + device);
            first.goBack();
            first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交复核"))
                    .click();
            assertThat(first.locator(".tb-banner").first()).containsText("已提交");

            var second = other.newPage();
            signIn(second, LEAD + "/manager2");
            second.navigate(address("/manager"));
            second.locator("[aria-labelledby='waiting'] a").first().click();
            second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("复核无误，发布"))
                    .click();
            assertThat(second.locator(".tb-banner").first()).containsText("已发布");
            look(second, "published-" + device);
            second.navigate(address("/manager/items/" + ITEM + "/history"));
            assertThat(second.locator("main")).containsText("司发通〔2051〕" + device.ordinal() + "号");
            look(second, "history-" + device);
        }
    }

    private static boolean joint(Page page) {
        return page.locator("input[name='modes'][value='JOINT']").isChecked();
    }

    private void signIn(Page page, String who) {
        page.navigate(address("/demo/people"));
        page.locator("button[value='" + who + "']").first().click();
        page.waitForLoadState();
    }

    private static void look(Page page, String name) {
        TestBrowser.screenshot(page, "manager/" + name);
        TestBrowser.assertSound(page);
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
