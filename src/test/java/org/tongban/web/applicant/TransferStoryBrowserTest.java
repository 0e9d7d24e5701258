package org.tongban.web.applicant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.web.Visits.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Leg;
import org.tongban.casework.Outcome;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.identity.Actor;
import org.tongban.identity.Role;
import org.tongban.places.Regions;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;
import org.tongban.web.Visits;
import org.tongban.web.applicant.FormInBrowser.Way;

/**
 * 养老保险关系从南京转到上海，多地联办: the applicant in Shanghai, the office there asks for a supplement and decides, the office in
 * Nanjing does its part inside the same case. Every act is made on a page by who has to make it.
 */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TransferStoryBrowserTest {
    private static final String APPLICANT = "person-6";
    private static final String SHANGHAI = "social-insurance-310115";
    private static final String NANJING = "social-insurance-320106";
    private static final int MOST_PAGES = 40;

    private static final Map<String, List<String>> ANSWERS = new TreeMap<>(Map.ofEntries(
            Map.entry("way", List.of("JOINT")),
            Map.entry("place", List.of("310115")),
            Map.entry("fromRegion", List.of("320106")),
            Map.entry("toRegion", List.of("310115")),
            Map.entry("hukouRegion", List.of("320104")),
            Map.entry("transferReason", List.of("跨省就业参保")),
            Map.entry("fromAccountType", List.of("一般账户")),
            Map.entry("toAccountType", List.of("一般账户")),
            Map.entry("fromPaymentStatus", List.of("已停止缴费")),
            Map.entry("fromArrears", List.of("false")),
            Map.entry("toInsuredType", List.of("灵活就业人员")),
            Map.entry("toStartMonth-year", List.of("2025")),
            Map.entry("toStartMonth-month", List.of("11")),
            Map.entry("hasLumpSumOver3Years", List.of("false")),
            Map.entry("receivingPension", List.of("false"))));

    @LocalServerPort
    int port;

    @Autowired
    Casework casework;

    @Autowired
    Regions regions;

    @Autowired
    SettableTime time;

    @BeforeEach
    void today() {
        time.set(TestNode.START);
    }

    @Test
    void a_pension_moves_from_nanjing_to_shanghai_with_both_places_at_work_and_a_supplement_on_the_way() {
        var number = new String[1];
        visits().as(APPLICANT, Device.PHONE, page -> number[0] = apply(page));
        visits().as(SHANGHAI + "/officer1", Device.DESKTOP, page -> askForSupplement(page, number[0]));
        assertThat(file(number[0]).state()).isEqualTo(CaseState.SUPPLEMENTING);
        visits().as(APPLICANT, Device.PHONE, page -> supplement(page, number[0]));
        visits().as(SHANGHAI + "/officer1", Device.DESKTOP, page -> make(page, number[0], "accept", null));
        partByPart(number[0]);
        visits().as(SHANGHAI + "/officer1", Device.DESKTOP, page -> {
            make(page, number[0], "grant", null);
            look(page, "transfer/decided");
            make(page, number[0], "deliver", null);
        });
        assertThat(file(number[0]).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(file(number[0]).legs()).extracting(Leg::decidedOn).doesNotHaveDuplicates();
        visits().as(APPLICANT, Device.PHONE, page -> {
            visits().go(page, "/my/cases/" + number[0]);
            assertThat(page.getByText("办成了").first()).isVisible();
            assertThat(page.locator("main")).containsText("基本养老保险关系转移接续信息表");
            assertThat(page.locator(".tb-partline")).hasCount(4);
            look(page, "transfer/result");
        });
    }

    private Visits visits() {
        return new Visits(port);
    }

    private String apply(Page page) {
        var form = new FormInBrowser(page, Way.SCRIPT, regions);
        visits().go(page, "/items?q=养老金从南京转到上海");
        form.press("企业职工基本养老保险关系转移接续");
        look(page, "transfer/guide");
        form.press("开始办理");
        for (Locator themselves :
                page.locator("input[name=who]").all().stream().limit(1).toList()) {
            themselves.check(new Locator.CheckOptions().setForce(true));
        }
        form.fill(Map.of("agreed", List.of("yes")));
        form.press("同意并开始填写");
        for (int i = 0; i < MOST_PAGES && !key(page).equals("answers"); i++) {
            var before = key(page);
            form.fill(ANSWERS);
            form.press("保存并继续");
            assertThat(key(page)).as(page.locator("main").textContent()).isNotEqualTo(before);
        }
        look(page, "transfer/answers");
        form.fill(Map.of("declared", List.of("yes")));
        form.press("提交申请");
        assertThat(page.locator("h1").first()).containsText("已提交");
        look(page, "transfer/submitted");
        return page.url().replaceAll(".*/cases/|/submitted.*", "");
    }

    private static String key(Page page) {
        return page.url().replaceAll(".*/|[?#].*", "");
    }

    private void askForSupplement(Page page, String number) {
        visits().go(page, "/desk");
        assertThat(page.locator("main")).containsText("企业职工基本养老保险关系转移接续");
        visits().go(page, "/desk/cases/" + number + "/moves/askSupplement");
        page.getByLabel("填报：转入地开始缴费年月").check();
        page.getByLabel("补正要求").fill("转入地的参保登记是2025年12月，请核对开始缴费年月。");
        page.getByLabel("补正期限（自然日）").fill("10");
        submit(page);
        assertThat(page.locator(".tb-case")).containsText("补正中");
        look(page, "transfer/supplement-asked");
    }

    private void supplement(Page page, String number) {
        var form = new FormInBrowser(page, Way.SCRIPT, regions);
        visits().go(page, "/my/cases/" + number);
        assertThat(page.locator("main")).containsText("请核对开始缴费年月");
        form.press("去补正");
        form.fill(Map.of("toStartMonth-year", List.of("2025"), "toStartMonth-month", List.of("12")));
        form.press("提交补正");
        assertThat(file(number).state()).isEqualTo(CaseState.SUBMITTED);
    }

    /** Shanghai sends the letter; Nanjing the information sheet and then the money: each on its own desk and day. */
    private void partByPart(String number) {
        assertThat(decisions(number)).containsExactly(SHANGHAI);
        visits().as(SHANGHAI + "/officer2", Device.DESKTOP, page -> make(page, number, "grant", null));
        assertThat(decisions(number)).containsExactly(NANJING, NANJING);
        time.advance(Duration.ofDays(2));
        visits().as(NANJING + "/officer1", Device.DESKTOP, page -> {
            visits().go(page, "/desk");
            assertThat(page.locator("main")).containsText(number);
            make(page, number, "grant", null);
        });
        visits().as(APPLICANT, Device.PHONE, page -> {
            visits().go(page, "/my/cases/" + number);
            assertThat(page.locator(".tb-partline").nth(2)).containsText("划转个人账户储存额");
            assertThat(page.locator(".tb-partline").nth(3)).containsText("等“基金划转”办好后开始");
            look(page, "transfer/parts");
        });
        time.advance(Duration.ofDays(5));
        visits().as(NANJING + "/officer1", Device.DESKTOP, page -> make(page, number, "grant", null));
        assertThat(decisions(number)).containsExactly(SHANGHAI);
        time.advance(Duration.ofDays(1));
    }

    private List<String> decisions(String number) {
        return file(number).openTasks().stream()
                .filter(t -> t.kind() == TaskKind.DECISION)
                .map(Task::office)
                .toList();
    }

    /** Makes a move on its page: the first of each choice, words where words are asked for. */
    private void make(Page page, String number, String move, @Nullable Integer task) {
        visits().go(page, "/desk/cases/" + number + "/moves/" + move + (task == null ? "" : "?task=" + task));
        for (Locator fieldset : page.locator("main fieldset").all()) {
            fieldset.locator("input[type=radio], input[type=checkbox]")
                    .first()
                    .check(new Locator.CheckOptions().setForce(true));
        }
        for (Locator words : page.locator("main textarea").all()) {
            words.fill("经核对，情况属实，符合转移条件");
        }
        TestBrowser.assertSound(page);
        submit(page);
        assertThat(page.locator(".tb-banner").first()).containsText("已经办理");
    }

    private static void submit(Page page) {
        page.locator("main form button.govuk-button").last().click();
        page.waitForLoadState();
    }

    private Casefile file(String number) {
        long id = CaseNumber.parse(number).orElseThrow().id();
        return casework.find(id, Actor.staff("reader", "读", Role.OFFICER, SHANGHAI))
                .orElseThrow();
    }
}
