package org.tongban.web.parties;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;
import org.tongban.web.Visits;

/** The seller of a second-hand car signs on the phone, from another province, and sees nothing of the buyer's but what the sale is about. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class PartyBrowserTest {
    private static final String USED_CAR = "2020-28";

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
    void a_seller_signs_on_the_phone() {
        var file = given.submitted(USED_CAR);
        var number = file.number().toString();
        var visits = new Visits(port);
        visits.as("孙浩然", Device.PHONE, page -> {
            visits.go(page, "/my/cases");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("要我确认的"))
                    .click();
            assertThat(page.locator("main")).containsText(number);
            TestBrowser.assertSound(page);
            visits.go(page, "/my/parts/" + number);
            assertThat(page.locator("main")).containsText("卖方（原所有人）");
            assertThat(page.locator("main")).containsText("成交价");
            assertThat(page.locator("main")).not().containsText("公民身份号码");
            look(page, "parties/part");
            button(page, "确认并签署").click();
            assertThat(page.locator("main")).containsText("确认并签署");
            assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("不同意")))
                    .hasCount(0);
            assertThat(page.navigate("http://localhost:" + port + "/my/cases/" + number)
                            .status())
                    .isEqualTo(404);
        });
        var after = casework.find(file.casefileId(), given.applicant(USED_CAR)).orElseThrow();
        assertThat(after.tasks()).anyMatch(t -> "确认并签署".equals(t.result()));
    }
}
