package org.tongban.web.counter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Act;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Move;
import org.tongban.catalogue.Catalogue;
import org.tongban.identity.Actor;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;

/** A lawyer-to-be comes to a window in 苏州 for the office in 南京: taken in, returned once, handed over, decided, handed out; in a real browser. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class CounterBrowserTest {
    private static final String LAWYER = "2020-04";
    private static final String WINDOW = "service-hall-320500";
    private static final String DIPLOMA = "毕业证书";

    @LocalServerPort
    private int port;

    @Autowired
    Casework casework;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Given given;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday_in_july() {
        time.set(LocalDate.of(2026, 7, 13));
    }

    @Test
    void a_case_is_received_in_suzhou_for_nanjing_and_its_result_handed_out_with_the_original() throws Exception {
        try (var visitor = TestBrowser.visitor(Device.DESKTOP, true)) {
            var page = clerk(visitor);
            var path = received(page, true);
            returnedOnce(page, path);
            handedOver(page, path);
            var file = decidedInNanjing(file(path));
            handedOut(page, path);
            assertThat(now(file).state()).isEqualTo(CaseState.CLOSED);
            assertThat(now(file).originals())
                    .allMatch(original -> original.holder().equals("申请人"));
        } finally {
            time.set(TestNode.START);
        }
    }

    /** Without script the same form: what depends on an answer comes by a button. */
    @Test
    void the_same_is_filled_in_without_script() {
        try (var visitor = TestBrowser.visitor(Device.PHONE, false)) {
            var page = clerk(visitor);
            received(page, false);
        } finally {
            time.set(TestNode.START);
        }
    }

    private Page clerk(BrowserContext visitor) {
        var page = visitor.newPage();
        page.navigate(address("/demo/people"));
        page.locator("button[name=who][value='" + WINDOW + "/clerk']").first().click();
        page.waitForURL("**/counter");
        return page;
    }

    private String received(Page page, boolean script) {
        go(page, "/counter/start?q=应届生法考领证");
        page.getByText("应届毕业生法律职业资格认定").first().click();
        look(page, "who");
        who(page, script);
        if (page.url().endsWith("/known")) {
            page.getByText("新收一件，去填表").click();
        }
        form(page, script);
        materials(page);
        look(page, "review");
        page.locator("#f-dueBackOn").fill("2026");
        page.locator("#f-dueBackOn-month").fill("8");
        page.locator("#f-dueBackOn-day").fill("31");
        page.locator("#f-declared").check();
        if (page.locator("#f-another").count() > 0) {
            page.locator("#f-another").check();
        }
        press(page, "收件");
        look(page, "receipt");
        assertThat(page.locator(".tb-slip")).containsText("收件不等于受理");
        assertThat(page.locator(".tb-slip")).containsText("南京市司法局");
        return page.url().replaceFirst(".*(/counter/cases/\\d+).*", "$1");
    }

    private void who(Page page, boolean script) {
        if (script) {
            assertThat(page.locator("#f-uscc")).isHidden();
            assertThat(page.locator("#f-agentName")).isHidden();
        }
        page.locator("#f-name").fill("陶慧");
        page.locator("#f-document-number").fill("320111199911236584");
        page.getByLabel("证件原件与本人一致").check();
        page.getByLabel("本人当场核对并签字").check();
        press(page, "核验好了，继续");
    }

    private void form(Page page, boolean script) {
        assertThat(page.locator("h1")).hasText("填表");
        page.locator("#f-examYear").fill("2025");
        page.locator("#f-admissionTicketNumber").fill("51010025078123");
        page.locator("#f-subjectiveScore").fill("121");
        region(page, script, "examRegion", "四川省", "成都市");
        choose(page, "acceptanceBasis", "居住地");
        unfold(page, script, "residenceRegion");
        region(page, script, "residenceRegion", "江苏省", "南京市");
        for (var no :
                List.of("relaxedPolicy", "intentionalCrime", "dismissedFromOffice", "licenseRevoked", "examBan")) {
            choose(page, no, "false");
        }
        choose(page, "truthCommitment", "true");
        choose(page, "priorQualification", "无");
        choose(page, "candidateType", "以同等学力报考的应届硕士毕业生");
        page.locator("#f-schoolName").fill("四川大学");
        page.locator("#f-major").fill("法律硕士");
        page.locator("#f-graduationDate").fill("2026");
        page.locator("#f-graduationDate-month").fill("6");
        page.locator("#f-graduationDate-day").fill("25");
        page.locator("#f-diplomaNumber").fill("10610120260200456");
        page.locator("#f-degreeCertNumber").fill("1061032026004567");
        page.locator("#f-appointmentSlot").fill("2026-07-14 上午");
        choose(page, "deliveryMethod", "邮寄");
        unfold(page, script, "deliveryAddress");
        press(page, "保存，去收材料");
        assertThat(page.locator(".govuk-error-summary")).containsText("邮寄地址");
        look(page, "form");
        choose(page, "deliveryMethod", "受理地窗口本人领取");
        if (script) {
            assertThat(page.locator("#f-deliveryAddress")).isHidden();
            assertThat(page.locator("#verdict")).containsText("可以申请");
            assertThat(page.locator("#verdict")).containsText("南京市司法局");
        }
        press(page, "保存，去收材料");
    }

    /** What an answer brings up: by itself, or without script by the button. */
    private static void unfold(Page page, boolean script, String field) {
        if (!script) {
            press(page, "按已填的，更新要填的项目");
        }
        assertThat(page.locator("#f-" + field)).isVisible();
    }

    private static void region(Page page, boolean script, String field, String... places) {
        for (int i = 0; i < places.length; i++) {
            var levels = page.locator("#f-" + field + "-group select");
            levels.nth(i).selectOption(places[i]);
            if (!script) {
                page.locator("#f-" + field + "-group button[name=show]").click();
            }
            assertThat(levels.nth(i + 1)).isVisible();
            TestBrowser.settled(page);
        }
    }

    private static void choose(Page page, String field, String value) {
        page.locator("input[name='" + field + "'][value='" + value + "']").check();
    }

    private void materials(Page page) {
        assertThat(page.locator("h1")).containsText("材料");
        page.locator("#f-way-idCard").selectOption("SEEN");
        page.locator("#f-way-diploma").selectOption("KEPT");
        page.locator("#f-file-applicationForm").setInputFiles(scan());
        look(page, "materials");
        press(page, "保存，去核对");
        assertThat(page.locator("h1")).containsText("请申请人当场核对");
    }

    /** M-14: all defects at once, printed; corrected at the window. */
    private void returnedOnce(Page page, String path) {
        go(page, "/counter/start/" + LAWYER);
        who(page, true);
        look(page, "known");
        assertThat(page.locator("main")).containsText("同一事项正在办的");
        go(page, path);
        look(page, "case");
        page.getByText("有形式问题，一次性告知").click();
        look(page, "return");
        page.locator("input[value='material.applicationForm']").check();
        page.locator("input[value='field.diplomaNumber']").check();
        page.locator("#f-text").fill("申请表没有签字，请签字后重新扫描；毕业证书编号少一位。");
        press(page, "退回并打印告知书");
        look(page, "notice");
        assertThat(page.locator(".tb-slip")).containsText("毕业证书编号少一位");
        go(page, path);
        page.getByText("收补正").click();
        page.locator("#f-diplomaNumber").fill("106101202602004567");
        page.locator("#f-way-applicationForm").selectOption("SCANNED");
        page.locator("#f-file-applicationForm").setInputFiles(scan());
        look(page, "corrections");
        press(page, "收下补正");
        assertThat(page.locator(".tb-slip")).containsText("补交材料收件凭证");
        go(page, path);
        assertThat(page.getByText("有形式问题，一次性告知")).hasCount(0);
    }

    private void handedOver(Page page, String path) {
        page.getByText("转交业务属地").first().click();
        look(page, "hand-over");
        page.locator("input[name=original]").first().check();
        page.getByLabel("承运人").fill("邮政特快");
        press(page, "转交业务属地");
        assertThat(page.locator(".govuk-error-summary")).containsText("请填写运单号");
        page.getByLabel("运单号").fill("EX123456789CN");
        press(page, "转交业务属地");
        assertThat(page.locator(".tb-banner").first()).containsText("已转交业务属地");
        go(page, "/counter/originals?group=sent");
        look(page, "originals");
        assertThat(page.locator(".tb-table")).containsText("邮政特快 EX123456789CN");
        assertThat(file(path).state()).isEqualTo(CaseState.SUBMITTED);
    }

    /** At the competent place, through the door: signed for, accepted, decided, the original sent back. */
    private Casefile decidedInNanjing(Casefile handedOver) {
        var file = moved(handedOver, Map.of("original", List.of("diploma"), "act", "签收"));
        file = given.stepsFinished(file);
        file = act(file, Act.of(Move.ACCEPT), Given.officer(file));
        file = given.stepsFinished(file);
        file = act(file, Act.of(Move.PROPOSE, Map.of("what", "grant", "text", "符合条件")), Given.officer(file));
        var result = catalogue.item(LAWYER).results().getFirst().name();
        file = act(file, Act.of(Move.GRANT, Map.of("results", List.of(result))), Given.approver(file));
        return moved(
                file,
                Map.of(
                        "original", List.of("diploma"),
                        "act", "寄出",
                        "carrier", "邮政特快",
                        "trackingNumber", "EX987654321CN",
                        "to", WINDOW));
    }

    private void handedOut(Page page, String path) {
        go(page, "/counter");
        look(page, "desk");
        assertThat(page.locator("main")).containsText("寄来途中的原件");
        row(page, "EX987654321CN").getByText("签收").click();
        look(page, "trail");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^签收")))
                .click();
        assertThat(page.locator("main")).containsText("已登记：签收");
        go(page, path);
        page.getByText("发放结果").click();
        page.locator("#f-taker").fill("陶慧");
        page.getByLabel("读卡核验通过").check();
        page.getByLabel("领取人在送达回证上签字").check();
        page.getByLabel(DIPLOMA).check();
        look(page, "hand-out");
        press(page, "登记发放");
        assertThat(page.locator(".tb-banner").first()).containsText("结果已发放");
        look(page, "closed");
        go(page, "/counter/list/closed");
        assertThat(page.locator(".tb-table")).containsText("办结：准予");
        go(page, "/counter/attend");
        look(page, "attend");
    }

    private static Locator row(Page page, String text) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(text));
    }

    /** Looked at as a desktop and as a phone shows it (policy D-30). */
    private static void look(Page page, String name) {
        var size = page.viewportSize();
        for (var width : new int[] {1280, 390}) {
            page.setViewportSize(width, 900);
            TestBrowser.screenshot(page, "counter/" + name + "-" + width);
            TestBrowser.assertSound(page);
        }
        page.setViewportSize(size.width, size.height);
    }

    private static FilePayload scan() {
        try {
            return new FilePayload(
                    "申请表.png",
                    "image/png",
                    AtCounter.scan("applicationForm", "申请表.png").getBytes());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private void go(Page page, String path) {
        page.navigate(address(path));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private Casefile file(String path) {
        var number = path.substring(path.lastIndexOf('/') + 1);
        return casework.find(CaseNumber.parse(number).orElseThrow().id(), Given.clerk(WINDOW))
                .orElseThrow();
    }

    private Casefile now(Casefile file) {
        return casework.find(file.casefileId(), Given.clerk(Objects.requireNonNull(file.receivedBy())))
                .orElseThrow();
    }

    private Casefile moved(Casefile file, Map<String, Object> fields) {
        return act(file, Act.of(Move.MOVE_ORIGINAL, fields), Given.officer(file));
    }

    private Casefile act(Casefile file, Act act, Actor by) {
        return casework.act(file.casefileId(), file.revision(), act, by);
    }
}
