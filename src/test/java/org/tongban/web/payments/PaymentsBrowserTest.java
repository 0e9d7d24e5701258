package org.tongban.web.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tongban.web.Visits.button;
import static org.tongban.web.Visits.look;

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
import org.tongban.casework.Given;
import org.tongban.casework.Outbox;
import org.tongban.casework.TaskKind;
import org.tongban.web.TestBrowser.Device;
import org.tongban.web.Visits;

/** A notarisation with fee, reduction and refund, in a real browser. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class PaymentsBrowserTest {
    private static final String NOTARISATION = "2020-01";

    @LocalServerPort
    private int port;

    @Autowired
    Given given;

    @Autowired
    Outbox outbox;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday_morning() {
        time.set(TestNode.START);
    }

    @Test
    void a_fee_is_ordered_reduced_paid_and_given_back_on_withdrawal() {
        var file = given.accepted(NOTARISATION);
        int task = file.openTasks().stream()
                .filter(t -> t.kind() == TaskKind.PAY)
                .findFirst()
                .orElseThrow()
                .no();
        visits().as(file.office() + "/officer1", Device.DESKTOP, page -> charge(page, file, task));
        visits().as(applicant(), Device.PHONE, page -> pay(page, file, task));
        visits().as(applicant(), Device.DESKTOP, page -> withdraw(page, file, task));
    }

    private void charge(Page page, Casefile file, int task) {
        visits().go(page, "/desk/cases/" + file.number() + "/fee/" + task);
        page.locator("[name=count-0]").fill("1");
        button(page, "开具").click();
        assertThat(page.locator(".tb-banner")).containsText("公证服务费的单价没有写对");
        assertThat(page.locator("[name=count-0]")).hasValue("1");
        page.locator("[name=amount-0]").fill("80");
        page.locator("[name=amount-3]").fill("20");
        page.locator("[name=count-3]").fill("2");
        look(page, "payments/charge");
        button(page, "开具").click();
        assertThat(page.locator("main")).containsText("120.00");
        page.locator("label", new Page.LocatorOptions().setHasText("确有困难")).click();
        page.getByLabel("减免金额").fill("40");
        button(page, "减免").click();
        assertThat(page.locator("main")).containsText("−40.00");
        look(page, "payments/reduced");
    }

    private void pay(Page page, Casefile file, int task) {
        visits().go(page, "/my/cases/" + file.number());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("看缴费单"))
                .click();
        assertThat(page.locator("main")).containsText("请在 2026年3月9日 前缴清");
        look(page, "payments/fee");
        button(page, "去缴费 80.00 元").click();
        assertThat(page.locator("main")).containsText("不收真钱");
        look(page, "payments/simulated");
        button(page, "付款成功").click();
        assertThat(page.locator("main")).containsText("已缴费");
        assertThat(page.locator("main")).containsText("票据号码");
    }

    private void withdraw(Page page, Casefile file, int task) {
        visits().go(page, "/my/cases/" + file.number() + "/withdraw");
        page.locator("main form button").last().click();
        outbox.run();
        visits().go(page, "/my/cases/" + file.number() + "/fee/" + task);
        assertThat(page.locator("main")).containsText("退费中");
        assertThat(page.locator("main")).containsText("原路退回");
        look(page, "payments/refunding");
    }

    private Visits visits() {
        return new Visits(port);
    }

    private String applicant() {
        return given.example(NOTARISATION).filing().applicant().name();
    }
}
