package org.tongban.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TongbanTest;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;

@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInBrowserTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({"DESKTOP, true", "PHONE, false"})
    void somebody_signs_in_with_a_click_and_out_again(Device device, boolean script) {
        try (var visitor = TestBrowser.visitor(device, script)) {
            var page = visitor.newPage();
            page.navigate(address("/sign-in"));
            assertThat(page.url()).endsWith("/demo/people");
            TestBrowser.screenshot(page, "signin/people-" + device);
            TestBrowser.assertSound(page);

            page.locator("button[value='person-0']").first().click();
            page.navigate(address("/demo/people"));
            assertThat(page.locator(".tb-who__name").textContent()).contains("李小燕");

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("退出"))
                    .click();
            page.navigate(address("/demo/people"));
            assertThat(page.locator(".tb-who__name").count()).isZero();
        }
    }

    @Test
    void the_officer_of_any_place_is_found_by_words() {
        try (var visitor = TestBrowser.visitor(Device.DESKTOP, true)) {
            var page = visitor.newPage();
            page.navigate(address("/demo/people"));
            page.getByLabel("查找任意机构的人员").fill("乌鲁木齐 社会保险");
            page.keyboard().press("Enter");
            page.waitForURL("**/demo/people?q=*");
            TestBrowser.screenshot(page, "signin/found");
            TestBrowser.assertSound(page);
            page.locator("button[value='social-insurance-650100/officer1']").click();
            page.navigate(address("/demo/people"));
            assertThat(page.locator(".tb-who__post").textContent()).contains("乌鲁木齐市", "经办人");
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
