package org.tongban.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TongbanTest;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;

/** Every page of the administrators, on a desk and on a phone, with script and without (D-30). */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AdminBrowserTest {
    private static final Map<String, List<String>> PAGES = Map.of(
            "system-admin",
            List.of(
                    "/admin",
                    "/admin/offices?q=320104",
                    "/admin/offices/social-insurance-320104",
                    "/admin/staff",
                    "/admin/holidays",
                    "/admin/holidays/2027",
                    "/admin/tickets",
                    "/admin/clock"),
            "security-admin",
            List.of("/admin/clients"),
            "audit-admin",
            List.of("/admin/reads", "/admin/security", "/admin/history"));

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"DESKTOP, true", "PHONE, false"})
    void every_page_is_sound(Device device, boolean script) {
        PAGES.forEach((who, paths) -> {
            try (var visitor = TestBrowser.visitor(device, script)) {
                var page = visitor.newPage();
                signIn(page, who);
                for (var path : paths) {
                    page.navigate(address(path));
                    TestBrowser.screenshot(page, "admin" + path.replaceAll("[^a-z0-9]+", "-") + "-" + device);
                    TestBrowser.assertSound(page);
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, true", "PHONE, false"})
    void wrong_lines_of_a_year_are_shown_where_they_were_typed(Device device, boolean script) {
        try (var visitor = TestBrowser.visitor(device, script)) {
            var page = visitor.newPage();
            signIn(page, "system-admin");
            page.navigate(address("/admin/holidays/2027"));
            page.getByLabel("放假").fill("元旦 bald");
            page.locator("main button").click();
            assertThat(page.locator(".govuk-error-summary").textContent()).contains("元旦 bald", "请填写依据的通知");
            assertThat(page.getByLabel("放假").inputValue()).isEqualTo("元旦 bald");
            TestBrowser.assertSound(page);
        }
    }

    private void signIn(Page page, String who) {
        page.navigate(address("/demo/people"));
        page.locator("button[value='coordination-320000/" + who + "']").first().click();
        page.waitForURL("**/admin");
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
