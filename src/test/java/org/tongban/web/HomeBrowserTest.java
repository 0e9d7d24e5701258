package org.tongban.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TongbanTest;
import org.tongban.web.TestBrowser.Device;

/** What everybody sees before signing in, on the whole node. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class HomeBrowserTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/help",
            "/help/offline?place=南京玄武",
            "/help/privacy",
            "/help/accessibility",
            "/help/unsolved",
            "/nowhere");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource(Device.class)
    void pages_for_everybody_are_sound_D_30(Device device) {
        try (var visitor = TestBrowser.visitor(device, true)) {
            var page = visitor.newPage();
            for (var path : PAGES) {
                page.navigate("http://localhost:" + port + path);
                var name = path.equals("/")
                        ? "home"
                        : path.substring(1).replaceAll("\\?.*", "").replace('/', '-');
                TestBrowser.screenshot(page, "home/" + name + "-" + device);
                TestBrowser.assertSound(page);
            }
        }
    }

    @Test
    void the_elder_edition_is_reached_from_the_home_page_and_stays_D_33() {
        at("/", page -> {
            page.locator(".tb-door", new Page.LocatorOptions().setHasText("长者版"))
                    .click();
            assertThat(page.locator("html")).hasClass(Pattern.compile("tb-elder"));
            page.navigate("http://localhost:" + port + "/help");
            assertThat(page.locator("html")).hasClass(Pattern.compile("tb-elder"));
            assertThat(TestBrowser.textSmallerThan(page, 18)).isEmpty();
            TestBrowser.screenshot(page, "home/help-elder");
        });
    }

    @Test
    void the_language_changes_where_one_is_and_stays() {
        at(
                "/help/offline?place=%E5%8D%97%E4%BA%AC",
                page -> {
                    page.getByText("English").click();
                    assertThat(page.locator("h1")).hasText("Counters and help in person");
                    assertThat(page.locator("#place")).hasValue("南京");
                    TestBrowser.screenshot(page, "home/help-offline-en");
                });
    }

    @Test
    void counters_near_a_place_are_found_in_words_D_35() {
        at("/help/offline", page -> {
            page.getByLabel("您在哪里？").fill("南京玄武");
            page.locator("main").getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator(".tb-card").first()).containsText("玄武区政务服务中心");
        });
    }

    @Test
    void what_could_not_be_done_becomes_a_ticket_with_a_limit_M_27() {
        at("/help/unsolved", page -> {
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交"))
                    .click();
            assertThat(page.locator(".govuk-error-summary")).containsText("请说明遇到了什么问题");
            page.getByLabel("遇到了什么问题").fill("窗口说户籍不在本地，不给收件，让我回老家办。");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交"))
                    .click();
            assertThat(page.locator("h1").first()).hasText("已收到");
            assertThat(page.locator(".tb-done")).containsText("2026年3月9日");
            TestBrowser.screenshot(page, "home/ticket");
            TestBrowser.assertSound(page);
        });
    }

    @Test
    void a_switch_never_leads_to_another_site() {
        assertThat(LookPages.within("/items/x?q=1")).isTrue();
        assertThat(List.of("//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", ""))
                .noneMatch(LookPages::within);
    }

    private void at(String path, Consumer<Page> steps) {
        try (var visitor = TestBrowser.visitor(Device.PHONE, true)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + path);
            steps.accept(page);
        }
    }
}
