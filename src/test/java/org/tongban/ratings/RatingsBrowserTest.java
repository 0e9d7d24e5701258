package org.tongban.ratings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import org.tongban.casework.Outbox;
import org.tongban.identity.ExamplePeople;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;

/** A bad rating from the applicant's phone to the call back, as people see it. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class RatingsBrowserTest {
    @LocalServerPort
    private int port;

    @Autowired
    Casework casework;

    @Autowired
    Outbox outbox;

    @Autowired
    ExamplePeople examples;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday() {
        time.set(TestNode.START);
    }

    @Test
    void a_bad_rating_is_answered_put_right_and_called_back_N_33_N_34() {
        var file = RatedCase.closed(given, casework);
        outbox.run();
        try (var applicant = TestBrowser.visitor(Device.PHONE, true);
                var office = TestBrowser.visitor(Device.DESKTOP, true)) {
            var phone = applicant.newPage();
            var desk = office.newPage();
            signIn(phone, applicantKey(file));
            phone.navigate(at("/my/notices"));
            TestBrowser.screenshot(phone, "notices/inbox-PHONE");
            TestBrowser.assertSound(phone);
            rates(phone, file);
            signIn(desk, file.office() + "/approver");
            handles(desk);
            phone.navigate(at("/my/notices"));
            phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("您的评价有了答复"))
                    .first()
                    .click();
            TestBrowser.screenshot(phone, "notices/notice-PHONE");
            TestBrowser.assertSound(phone);
            phone.navigate(at("/my/cases/" + file.number() + "/ratings/case"));
            assertThat(phone.locator("#ticket")).containsText("加派了人手");
            TestBrowser.screenshot(phone, "ratings/answered-PHONE");
            TestBrowser.assertSound(phone);
            phone.getByLabel("满意", new Page.GetByLabelOptions().setExact(true)).check();
            press(phone, "提交");
            assertThat(phone.locator("#ticket")).containsText("已经处理完毕");
            desk.reload();
            assertThat(desk.locator("main")).containsText("已办结");
            desk.navigate(at("/ratings"));
            TestBrowser.screenshot(desk, "ratings/figures-DESKTOP");
            TestBrowser.assertSound(desk);
        }
    }

    private void rates(Page phone, Casefile file) {
        phone.navigate(at("/my/cases/" + file.number()));
        TestBrowser.screenshot(phone, "ratings/case-PHONE");
        TestBrowser.assertSound(phone);
        phone.locator("#ratings a").click();
        press(phone, "提交评价");
        assertThat(phone.locator(".govuk-error-summary")).containsText("请选择一个等级");
        TestBrowser.assertSound(phone);
        phone.getByLabel("不满意", new Page.GetByLabelOptions().setExact(true)).check();
        phone.getByLabel("等得久").check();
        phone.getByLabel("想说的话").fill("等了三个星期才有人受理。");
        TestBrowser.screenshot(phone, "ratings/rate-PHONE");
        press(phone, "提交评价");
        assertThat(phone.locator("#ticket")).containsText("已经转给办理机关处理");
        TestBrowser.assertSound(phone);
    }

    private void handles(Page desk) {
        desk.navigate(at("/redress"));
        TestBrowser.screenshot(desk, "ratings/tickets-DESKTOP");
        TestBrowser.assertSound(desk);
        desk.locator("tbody a").first().click();
        press(desk, "签收");
        desk.getByLabel("属实", new Page.GetByLabelOptions().setExact(true)).check();
        desk.getByLabel("核实情况").fill("查明受理延误六个工作日。");
        press(desk, "登记核实");
        TestBrowser.screenshot(desk, "ratings/ticket-DESKTOP");
        TestBrowser.assertSound(desk);
        desk.getByLabel("给评价人的答复").fill("确有延误，向您道歉。");
        desk.getByLabel("整改措施").fill("受理窗口加派了人手。");
        desk.getByLabel("公开的答复").fill("受理窗口已加派人手，当天答复。");
        press(desk, "答复");
        assertThat(desk.locator("main")).containsText("待回访");
        TestBrowser.assertSound(desk);
    }

    private String applicantKey(Casefile file) {
        var name = given.example(file.itemId()).filing().applicant().name();
        return examples.groups().getFirst().people().stream()
                .filter(someone -> someone.name().equals(name))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private void signIn(Page page, String who) {
        page.navigate(at("/demo/people"));
        var words = who.contains("/") ? who.substring(0, who.indexOf('/')) : null;
        if (words != null) {
            page.navigate(at("/demo/people?q=" + officeWords(words)));
        }
        page.locator("button[value='" + who + "']").first().click();
        page.waitForLoadState();
    }

    private static String officeWords(String office) {
        return office;
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForLoadState();
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
