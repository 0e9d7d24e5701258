package org.tongban.web.applicant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.api.Driver;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Act;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casework;
import org.tongban.casework.Move;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemExamples;
import org.tongban.identity.Actor;
import org.tongban.identity.People;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;
import org.tongban.web.applicant.FormInBrowser.Way;

/** 学历公证 in a real browser: the applicant is in Guangzhou, the notary in Nanjing. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApplicantBrowserTest {
    private static final String NOTARISATION = "2020-01";
    private static final int MOST_PAGES = 60;
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    Regions regions;

    @Autowired
    Casework casework;

    @Autowired
    People people;

    @Autowired
    SettableTime time;

    private final Set<String> looked = new LinkedHashSet<>();

    @BeforeEach
    void today() {
        time.set(TestNode.START);
    }

    @Test
    void from_the_search_to_the_result_on_a_desktop_with_a_supplement_and_messages_on_the_way() {
        try (var visitor = TestBrowser.visitor(Device.DESKTOP, true)) {
            var page = visitor.newPage();
            var complaints = TestBrowser.complaints(page);
            var form = new FormInBrowser(page, Way.SCRIPT, regions);
            signIn(page, "person-2");
            page.navigate(address("/"));
            look(page, "home");
            page.getByLabel("您想办什么事？").fill("大学毕业证公证");
            form.press("查找");
            look(page, "search");
            form.press("学历公证");
            look(page, "guide");
            form.press("先看看能不能办");
            precheck(page, form);
            look(page, "checked");
            assertThat(page.locator("h1")).hasText("可以办");
            form.press("开始办理，回答过的不用再填");
            form.fill(Map.of("prefill", List.of("yes"), "agreed", List.of("yes")));
            look(page, "start");
            form.press("同意并开始填写");
            fillIn(page, form);
            look(page, "answers");
            form.fill(Map.of("declared", List.of("yes")));
            form.press("提交申请");
            assertThat(page.locator("h1").first()).containsText("已提交");
            look(page, "submitted");
            form.press("查看办件");
            look(page, "case");
            followToItsResult(page, form);
            complaints.removeIf(complaint -> complaint.startsWith("htmx:")); // a list asked for and not waited for
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void all_of_it_on_a_phone_without_script() {
        try (var visitor = TestBrowser.visitor(Device.PHONE, false)) {
            var page = visitor.newPage();
            var form = new FormInBrowser(page, Way.PLAIN, regions);
            signIn(page, "person-6");
            applyAndSubmit(page, form, "phone-");
        }
    }

    @Test
    void all_of_it_by_keyboard_alone() {
        try (var visitor = TestBrowser.visitor(Device.DESKTOP, true)) {
            var page = visitor.newPage();
            var form = new FormInBrowser(page, Way.KEYBOARD, regions);
            signIn(page, "person-7");
            applyAndSubmit(page, form, null);
        }
    }

    @Test
    void what_is_typed_saves_itself_and_survives_a_lost_session() {
        try (var visitor = TestBrowser.visitor(Device.PHONE, true)) {
            var page = visitor.newPage();
            var form = new FormInBrowser(page, Way.SCRIPT, regions);
            signIn(page, "person-8");
            page.navigate(address("/items/" + NOTARISATION + "/apply"));
            form.fill(Map.of("agreed", List.of("yes")));
            form.press("同意并开始填写");
            var major = page.url().replaceFirst("/[^/]+$", "/major");
            page.navigate(major);
            form.fill(Map.of("major", List.of("汉语言文学")));
            page.waitForResponse(response -> response.request().postData().contains("autosave"), () -> {});
            page.navigate(major);
            assertThat(page.locator("[name=major]")).hasValue("汉语言文学");
            form.fill(Map.of("major", List.of("汉语言文学（师范）")));
            visitor.clearCookies();
            form.press("保存并继续");
            assertThat(page.url()).endsWith("/demo/people");
            page.locator("button[value='person-8']").first().click();
            assertThat(page.locator("[name=major]")).hasValue("汉语言文学（师范）");
        }
    }

    private void applyAndSubmit(Page page, FormInBrowser form, @Nullable String pictures) {
        page.navigate(address("/items/" + NOTARISATION));
        look(page, pictures, "guide");
        form.press("开始办理");
        form.fill(Map.of("agreed", List.of("yes")));
        look(page, pictures, "start");
        form.press("同意并开始填写");
        fillIn(page, form, pictures);
        look(page, pictures, "answers");
        form.fill(Map.of("declared", List.of("yes")));
        form.press("提交申请");
        assertThat(page.locator("h1").first()).containsText("已提交");
        look(page, pictures, "submitted");
        form.press("查看办件");
        look(page, pictures, "case");
    }

    /** Pages are looked at by axe once each: where the same page comes again with another question, its kind of question is what counts. */
    private void look(Page page, String name) {
        look(page, "", name);
    }

    private void look(Page page, @Nullable String pictures, String name) {
        if (pictures != null && looked.add(pictures + name)) {
            TestBrowser.screenshot(page, "applicant/" + pictures + name);
            TestBrowser.assertSound(page);
        }
    }

    private void precheck(Page page, FormInBrowser form) {
        var asked = new ArrayList<String>();
        for (int i = 0; i < MOST_PAGES && page.locator("input[name=asked]").count() > 0; i++) {
            var question = page.locator("input[name=asked]").getAttribute("value");
            look(page, "check-" + question);
            asked.add(question);
            form.fill(answers());
            form.fill(Map.of(question, answers().getOrDefault(question, List.of("320106"))));
            form.press("继续");
        }
        assertThat(asked).contains("educationLevel", "places.handled_by").doesNotContain("major", "copies");
    }

    private Map<String, List<String>> answers() {
        var item = item();
        var answers = new LinkedHashMap<>(Filled.of(
                        item.form(),
                        examples.of(NOTARISATION).getFirst().filing().answers(),
                        regions)
                .parameters());
        answers.put("way", List.of("ONLINE"));
        return answers;
    }

    private Item item() {
        return catalogue.find(NOTARISATION).orElseThrow();
    }

    private void fillIn(Page page, FormInBrowser form) {
        fillIn(page, form, "");
    }

    private void fillIn(Page page, FormInBrowser form, @Nullable String pictures) {
        for (int i = 0; i < MOST_PAGES; i++) {
            var key = page.url().replaceAll(".*/|[?#].*", "");
            switch (key) {
                case "answers" -> {
                    return;
                }
                case "materials" -> {
                    look(page, pictures, "materials");
                    upload(page, form, pictures);
                }
                case "place-apply_at" -> form.fill(Map.of("place", List.of("440105")));
                case "place-handled_by" -> form.fill(Map.of("place", List.of("320106")));
                default -> form.fill(answers());
            }
            if (!key.equals("materials")) {
                look(page, pictures, "question-" + key);
            }
            form.press("保存并继续");
            assertThat(page.url()).as(page.locator("main").textContent()).doesNotEndWith("/" + key);
        }
    }

    private void upload(Page page, FormInBrowser form, @Nullable String pictures) {
        form.press("毕业证书或毕业证明书");
        var files = page.locator("input[type=file]");
        if (pictures == null) {
            form.tabTo(files);
        }
        files.setInputFiles(new FilePayload[] {
            new FilePayload("毕业证书正面.pdf", "application/pdf", PDF), new FilePayload("毕业证书背面.pdf", "application/pdf", PDF)
        });
        form.press("上传");
        assertThat(page.locator(".tb-file")).hasCount(2);
        look(page, pictures, "material");
        form.press("完成，回到材料清单");
    }

    private void followToItsResult(Page page, FormInBrowser form) {
        var number = page.url().replaceAll(".*/", "");
        long id = CaseNumber.parse(number).orElseThrow().id();
        var office = "notary-320106";
        var officer = people.posts(office + "/officer1").getFirst().actor();
        move(id, Act.of(Move.WRITE, Map.of("text", "请确认公证书寄到海珠区的地址。")), officer);
        move(
                id,
                Act.of(
                        Move.ASK_SUPPLEMENT,
                        Map.of(
                                "defects",
                                List.of("material.diploma", "field.romanizedName"),
                                "text",
                                "毕业证书照片不清楚；姓名拼音请与护照一致。",
                                "days",
                                15)),
                officer);
        page.reload();
        look(page, "case-supplement");
        assertThat(page.getByText("请确认公证书寄到海珠区的地址。")).isVisible();
        form.fill(Map.of("text", List.of("地址没有错，谢谢。")));
        form.press("发送");
        assertThat(page.locator(".tb-message--mine")).containsText("地址没有错，谢谢。");
        assertThat(page.locator("textarea[name=text]")).hasValue("");
        form.press("去补正");
        look(page, "supplement");
        form.press("毕业证书或毕业证明书");
        page.locator("input[type=file]").setInputFiles(new FilePayload("清楚的毕业证书.pdf", "application/pdf", PDF));
        form.press("上传");
        look(page, "supplement-material");
        form.press("完成，回到补正");
        form.fill(Map.of("romanizedName", List.of("ZHANG WEIMING")));
        form.press("提交补正");
        assertThat(page.getByText("补交了材料")).isVisible();
        move(id, Act.of(Move.ACCEPT), officer);
        var ended = new Driver(port).drive(number, office, until -> {});
        assertThat(ended.file().get("outcome").asString()).isEqualTo("GRANTED");
        page.reload();
        look(page, "case-result");
        assertThat(page.getByText("办成了").first()).isVisible();
        assertThat(page.getByText("发给您：")).isVisible();
        page.navigate(address("/my/cases"));
        look(page, "my-cases");
        assertThat(page.getByText(number)).isVisible();
    }

    private void move(long id, Act act, Actor by) {
        var file = casework.find(id, by).orElseThrow();
        casework.act(id, file.revision(), act, by);
    }

    private void signIn(Page page, String who) {
        page.navigate(address("/demo/people"));
        page.locator("button[value='" + who + "']").first().click();
        page.waitForLoadState();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
