package org.tongban.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.TongbanTest;
import org.tongban.casework.Given;
import org.tongban.identity.TestSignIn;

/** What the coordination office asks of departments: orders, annual reports, answers to what could not be done. */
@TongbanTest
@Import(Given.class)
class OrdersAndReportsTest extends CoordinationOffice {
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_supervision_order_goes_from_opening_to_closing_with_extension_and_proof() throws Exception {
        var office = "social-insurance-320100";
        var officer = TestSignIn.session(mvc, office + "/officer1");
        mvc.perform(post("/supervisor/orders/new")
                        .session(supervisor)
                        .with(csrf())
                        .param("office", "nowhere-1"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("没有这个机构")));
        var at = Objects.requireNonNull(mvc.perform(post("/supervisor/orders/new")
                        .session(supervisor)
                        .with(csrf())
                        .param("office", office)
                        .param("item", TRANSFER)
                        .param("title", "转移接续积压")
                        .param("text", "请在一周内清理积压办件")
                        .param("dueOn", "2026-07-10"))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
        var theirs = at.replace("/supervisor", "");
        assertThat(page("/orders", officer)).contains("转移接续积压");
        var stranger = TestSignIn.session(mvc, "notary-320100/officer1");
        mvc.perform(get(theirs).session(stranger)).andExpect(status().isNotFound());
        act(theirs, officer, 1, Map.of("step", "EXTENSION_ASKED", "text", "系统升级", "until", "2026-07-20"));
        act(at, supervisor, 2, Map.of("step", "EXTENDED", "text", "同意", "until", "2026-07-20"));
        var proof = new MockMultipartFile("files", "清理情况.pdf", "application/pdf", PDF);
        mvc.perform(multipart(theirs)
                        .file(proof)
                        .session(officer)
                        .with(csrf())
                        .param("revision", "3")
                        .param("step", "ANSWERED")
                        .param("text", "已清理 12 件"))
                .andExpect(redirectedUrl(theirs));
        act(at, supervisor, 4, Map.of("step", "SENT_BACK", "text", "请补充原因"));
        act(theirs, officer, 5, Map.of("step", "ANSWERED", "text", "原因是人员不足"));
        mvc.perform(post(at).session(supervisor)
                        .with(csrf())
                        .param("revision", "4")
                        .param("step", "CLOSED")
                        .param("text", "核实"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已经有新的进展")));
        act(at, supervisor, 6, Map.of("step", "CLOSED", "text", "核实无误"));
        var shown = page(at);
        assertThat(shown).contains("已办结", "延到 2026年7月20日", "清理情况.pdf", "退回重办");
        var file = shown.replaceAll("(?s).*href=\"(/orders/\\d+/proof/[0-9a-f-]+)\".*", "$1");
        mvc.perform(get(file).session(supervisor))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF));
        mvc.perform(get(file).session(stranger)).andExpect(status().isNotFound());
    }

    private void act(String path, MockHttpSession who, int revision, Map<String, String> fields) throws Exception {
        var call = post(path).session(who).with(csrf()).param("revision", String.valueOf(revision));
        fields.forEach(call::param);
        mvc.perform(call).andExpect(redirectedUrl(path));
    }

    @Test
    void m32_a_report_is_drafted_returned_accepted_and_exported() throws Exception {
        time.set(LocalDate.of(2027, 12, 1));
        var manager = TestSignIn.session(mvc, CIVIL_AFFAIRS + "/manager");
        var approver = TestSignIn.session(mvc, CIVIL_AFFAIRS + "/approver");
        var own = "/manager/reports/2027";
        assertThat(page("/manager/reports", manager)).contains("请在 12 月 31 日前报送");
        time.set(LocalDate.of(2028, 1, 4));
        assertThat(page("/supervisor/reports?year=2027")).contains("逾期未报");
        mvc.perform(post(own + "/draft").session(manager).with(csrf())).andExpect(status().isSeeOther());
        written(own, manager, 1, Map.of("step", "PROPOSED", "progress", "")).andExpect(status().is(422));
        int revision = revision(manager);
        written(own, manager, revision, Map.of("step", "PROPOSED", "progress", "已在 13 个设区市开通。", "plan", "推动跨省档案共享。"))
                .andExpect(status().isSeeOther());
        written(own, manager, revision + 2, Map.of("step", "SENT"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("不能自己签发")));
        written(own, approver, revision + 2, Map.of("step", "SENT")).andExpect(status().isSeeOther());
        var judged = "/supervisor/reports/2027/" + CIVIL_AFFAIRS;
        written(judged, supervisor, revision + 3, Map.of("step", "RETURNED")).andExpect(status().is(422));
        written(judged, supervisor, revision + 3, Map.of("step", "RETURNED", "text", "请补充存在的问题"))
                .andExpect(status().isSeeOther());
        assertThat(page("/manager/reports?year=2027", manager)).contains("请补充存在的问题");
        written(
                        own,
                        manager,
                        revision + 4,
                        Map.of("step", "PROPOSED", "progress", "已在 13 个设区市开通。", "problems", "跨省数据核验慢。"))
                .andExpect(status().isSeeOther());
        written(own, approver, revision + 6, Map.of("step", "SENT")).andExpect(status().isSeeOther());
        written(judged, supervisor, revision + 7, Map.of("step", "ACCEPTED")).andExpect(status().isSeeOther());
        assertThat(page("/supervisor/reports?year=2027")).contains("已接受");
        assertThat(word(judged + "/word")).contains("省民政厅2027年", "跨省数据核验慢。", "结婚登记");
        assertThat(word("/supervisor/reports/2027/all/word")).contains("工作进展汇编", "事项总表", "尚未报送的单位");
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes(judged + "/word")))) {
            assertThat(document.getParagraphs().stream().filter(p -> "Heading1".equals(p.getStyle())))
                    .as("headings for the outline")
                    .hasSize(4);
            // a third tells the ratings of the months, where somebody rated
            assertThat(document.getTables())
                    .hasSizeBetween(2, 3)
                    .allSatisfy(table ->
                            assertThat(table.getRow(0).isRepeatHeader()).isTrue());
            assertThat(document.getTables().getFirst().getRows()).hasSizeGreaterThan(2);
            assertThat(document.getTables().get(1).getRow(0).getCell(9).getText())
                    .isEqualTo("满意");
            assertThat(document.getFooterList().getFirst()._getHdrFtr().xmlText())
                    .contains("PAGE");
        }
        var sheet = new XSSFWorkbook(new ByteArrayInputStream(bytes("/supervisor/reports/2027/all/sheet")));
        assertThat(sheet.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                .isEqualTo("省民政厅");
    }

    @Test
    void m32_a_lead_department_is_told_in_december_and_a_report_that_stays_away_brings_an_order() throws Exception {
        var office = "human-resources-320000";
        var manager = TestSignIn.session(mvc, office + "/manager");
        time.set(LocalDate.of(2029, 11, 30));
        working.remindOfReports();
        assertThat(page("/my/notices", manager)).doesNotContain("请报送 2029 年工作进展");
        time.set(LocalDate.of(2029, 12, 1));
        working.remindOfReports();
        working.remindOfReports();
        assertThat(page("/my/notices", manager)).containsOnlyOnce("请报送 2029 年工作进展");
        time.set(LocalDate.of(2029, 12, 20));
        working.remindOfReports();
        assertThat(page("/my/notices", manager).split("请报送 2029 年工作进展", -1)).hasSize(3);
        time.set(LocalDate.of(2030, 1, 2));
        working.remindOfReports();
        assertThat(page("/my/notices", manager)).contains("2029 年工作进展逾期未报");
        working.openOrders();
        assertThat(page("/orders", manager)).doesNotContain("逾期未报送 2029 年工作进展");
        time.set(LocalDate.of(2030, 1, 15));
        working.openOrders();
        working.openOrders();
        var orders = page("/orders", manager);
        assertThat(orders).containsOnlyOnce("逾期未报送 2029 年工作进展").contains("按规则自动发出");
        var order = page(
                orders.replaceAll("(?s).*href=\"(/orders/\\d+)\"[^<]*</a><br><span[^>]*>逾期未报送 2029.*", "$1"), manager);
        assertThat(order).contains("超过报送期限 5 个工作日仍未报送", "/manager/reports?year=2029");
        assertThat(page("/my/notices", manager)).contains("逾期未报送 2029 年工作进展");
    }

    @Test
    void m27_a_problem_is_handed_on_answered_by_its_office_and_brings_an_order_when_it_is_late() throws Exception {
        var office = "social-insurance-320200";
        var officer = TestSignIn.session(mvc, office + "/officer1");
        var told = problem("窗口说系统里没有我的参保记录，一直转不过去");
        var theirs = "/tickets/" + told;
        mvc.perform(get(theirs).session(officer)).andExpect(status().isNotFound());
        var path = "/supervisor/tickets/" + told;
        mvc.perform(step(path, supervisor, Map.of("step", "handOn", "office", "nowhere-1", "words", "请核实")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("没有这个机构")));
        mvc.perform(step(path, supervisor, Map.of("step", "handOn", "office", office, "words", "请核实参保记录")))
                .andExpect(redirectedUrl(path));
        assertThat(page("/my/notices", officer)).contains("有人反映的问题转给本单位");
        assertThat(page("/tickets", officer)).contains("没有我的参保记录");
        mvc.perform(step(theirs, officer, Map.of("step", "handOn", "words", "")))
                .andExpect(status().is(422));
        mvc.perform(step(theirs, officer, Map.of("step", "handOn", "words", "参保地在南京")))
                .andExpect(redirectedUrl("/tickets"));
        mvc.perform(get(theirs).session(officer)).andExpect(status().isNotFound());
        mvc.perform(step(path, supervisor, Map.of("step", "handOn", "office", office, "words", "曾在无锡参保")))
                .andExpect(redirectedUrl(path));
        time.set(LocalDate.of(2026, 8, 3));
        working.openOrders();
        assertThat(page("/orders", officer)).contains("“办不成事”未按期答复");
        mvc.perform(step(theirs, officer, Map.of("step", "answer", "text", "已补登参保记录，可以重新申请")))
                .andExpect(redirectedUrl(theirs));
        assertThat(page(path)).contains("参保地在南京", "曾在无锡参保", "已补登参保记录");
        mvc.perform(step(path, supervisor, Map.of("step", "answer", "text", "另答")))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已经由别人答复")));
        mvc.perform(get("/help/unsolved/" + told)).andExpect(content().string(containsString("已补登参保记录")));
    }

    private String problem(String what) throws Exception {
        var at = mvc.perform(
                        post("/help/unsolved").with(csrf()).param("what", what).param("item", TRANSFER))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        return String.valueOf(at).replace("/help/unsolved/", "");
    }

    private static MockHttpServletRequestBuilder step(String path, MockHttpSession who, Map<String, String> fields) {
        var call = post(path).session(who).with(csrf());
        fields.forEach(call::param);
        return call;
    }

    private int revision(MockHttpSession manager) throws Exception {
        return Integer.parseInt(page("/manager/reports?year=2027", manager)
                .replaceAll("(?s).*name=\"revision\" value=\"(\\d+)\".*", "$1"));
    }

    private ResultActions written(String path, MockHttpSession who, int revision, Map<String, String> fields)
            throws Exception {
        var call = post(path).session(who).with(csrf()).param("revision", String.valueOf(revision));
        fields.forEach(call::param);
        return mvc.perform(call);
    }

    private String word(String path) throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes(path)));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    private byte[] bytes(String path) throws Exception {
        return mvc.perform(get(path).session(supervisor))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void m27_what_could_not_be_done_is_answered_once_within_its_limit() throws Exception {
        var told = Objects.requireNonNull(
                mvc.perform(post("/help/unsolved").with(csrf()).param("what", "窗口让我回户籍地办理，没有说为什么"))
                        .andReturn()
                        .getResponse()
                        .getHeader("Location"));
        var path = told.replace("/help/unsolved", "/supervisor/tickets");
        assertThat(page("/supervisor/tickets")).contains("窗口让我回户籍地办理");
        mvc.perform(post(path).session(supervisor).with(csrf()).param("text", " "))
                .andExpect(status().is(422));
        mvc.perform(post(path).session(supervisor).with(csrf()).param("text", "已转告窗口，可以就近办理"))
                .andExpect(redirectedUrl(path));
        mvc.perform(post(path).session(supervisor).with(csrf()).param("text", "再答一次"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已经由别人答复")));
        mvc.perform(get(told)).andExpect(content().string(containsString("可以就近办理")));
        assertThat(page("/supervisor/tickets")).doesNotContain("窗口让我回户籍地办理，没有说为什么");
        mvc.perform(get(path).session(TestSignIn.session(mvc, "person-0"))).andExpect(status().isForbidden());
        mvc.perform(get("/supervisor/tickets").session(supervisor))
                .andExpect(content().string(not(containsString("再答一次"))));
    }
}
