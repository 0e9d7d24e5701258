package org.tongban.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.tongban.web.TestBrowser.Device;

/** Forms of several questions, filled in by keyboard and by pointer, with script and without. */
@SpringBootTest(classes = PartsBrowserTest.Ground.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class FormBrowserTest {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_region_is_chosen_step_by_step_and_what_was_typed_before_stays(boolean script) {
        onForm(script, page -> {
            page.getByLabel("生产单位名称").fill("徐州汉风矿业有限公司");
            var group = page.locator("#f-place-group");
            choose(script, group, 0, "江苏省");
            choose(script, group, 1, "南京市");
            group.locator("select").nth(2).selectOption("玄武区");
            assertThat(page.getByLabel("生产单位名称")).hasValue("徐州汉风矿业有限公司");
            choose(script, group, 0, "北京市");
            assertThat(group.locator("select")).hasCount(2);
            assertThat(group.locator("select").nth(1)).hasValue("");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rows_are_added_and_taken_away_and_the_others_keep_what_was_typed(boolean script) {
        onForm(script, page -> {
            var rows = page.locator(".tb-row");
            rows.nth(0).getByLabel("姓名").fill("李小燕");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("再加一项"))
                    .click();
            assertThat(rows).hasCount(2);
            rows.nth(1).getByLabel("姓名").fill("王建国");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("删除第 1 项"))
                    .click();
            assertThat(rows).hasCount(1);
            assertThat(rows.nth(0).getByLabel("姓名")).hasValue("王建国");
        });
    }

    @Test
    void errors_are_reached_from_the_summary_by_keyboard() {
        try (var visitor = TestBrowser.visitor(Device.PHONE, true)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/parts/fields-wrong");
            assertThat(page.locator(".govuk-error-summary")).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.getByLabel("生产单位名称")).isFocused();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void files_are_uploaded_with_script_and_without_and_the_answer_is_a_page(boolean script) {
        try (var visitor = TestBrowser.visitor(Device.PHONE, script)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/parts/applicant");
            page.locator("input[type=file]").setInputFiles(new FilePayload("户口簿.jpg", "image/jpeg", new byte[300_000]));
            var sent = page.waitForRequest(
                    request -> request.method().equals("POST"),
                    () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("再上传"))
                            .click());
            Assertions.assertThat(sent.resourceType()).isEqualTo(script ? "xhr" : "document");
            Assertions.assertThat(sent.headerValue("content-type")).startsWith("multipart/form-data");
            assertThat(page.getByText("已上传的文件").or(page.locator(".tb-files"))).isVisible();
        }
    }

    private void onForm(boolean script, Consumer<Page> steps) {
        try (var visitor = TestBrowser.visitor(Device.DESKTOP, script)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/parts/fields");
            steps.accept(page);
        }
    }

    private static void choose(boolean script, Locator group, int step, String region) {
        group.locator("select").nth(step).selectOption(region);
        if (!script) {
            group.page().locator("button[name=show]").first().click();
        }
        if (step < 2) {
            assertThat(group.locator("select").nth(step)).not().hasValue("");
            assertThat(group.locator("select").nth(step + 1)).isVisible();
            TestBrowser.settled(group.page());
        }
    }
}
