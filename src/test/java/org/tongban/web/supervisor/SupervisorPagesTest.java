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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.casework.Given;
import org.tongban.casework.Outbox;
import org.tongban.identity.TestSignIn;
import org.tongban.supervision.Working;

/** The coordination office and the departments at work on the pages of supervision. */
@TongbanTest
@Import(Given.class)
class SupervisorPagesTest {
    private static final String TRANSFER = "2020-08";
    private static final String LATER = "later-03";
    private static final String CIVIL_AFFAIRS = "civil-affairs-320000";
    private static final Pattern ROW =
            Pattern.compile("<tr><td>(\\d+)</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>");
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    MockMvc mvc;

    @Autowired
    Outbox outbox;

    @Autowired
    Given given;

    @Autowired
    ApplicationContext node;

    @Autowired
    SettableTime time;

    private MockHttpSession supervisor = new MockHttpSession();
    private Working working = new Working(new StaticApplicationContext());

    @BeforeEach
    void a_supervisor_signs_in() throws Exception {
        time.set(LocalDate.of(2026, 7, 6));
        working = new Working(node);
        supervisor = TestSignIn.session(mvc, "coordination-320000/supervisor");
    }

    private void count() {
        outbox.run();
        working.fold();
    }

    private String page(String path) throws Exception {
        return page(path, supervisor);
    }

    private String page(String path, MockHttpSession session) throws Exception {
        return mvc.perform(get(path).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void m30_the_140_print_as_the_provinces_own_table_letter_by_letter() throws Exception {
        var printed = new ArrayList<List<String>>();
        var table = page("/supervisor/tasks/table");
        ROW.matcher(table)
                .results()
                .forEach(row ->
                        printed.add(List.of(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5))));
        var wanted = Seed.rows(Files.readString(Path.of("src/test/resources/seed/items.csv")));
        assertThat(wanted).hasSize(140);
        assertThat(printed).isEqualTo(wanted);
        var issued = Files.readString(Path.of("src/test/resources/seed/task-allocation.zh.txt"))
                .replaceAll("\\s", "");
        for (var words : List.of(
                "政务服务“跨省通办”任务分工",
                "(共140项)",
                "一、2020年年底前实现“跨省通办”的事项（58项）",
                "二、2021年年底前实现“跨省通办”的事项（74项）",
                "三、2021年以后实现“跨省通办”的事项（8项）",
                "注：1.省有关部门要按照国家部委的统一部署，根据企业、群众需求和业务工作实际，逐项明确实现政务服务事项“跨省通办”的业务模式（“全程网办”“异地代收代办”“多地联办”）。",
                "2.对2021年以后实现“跨省通办”的事项，请相关部门于每年12月底前将工作进展情况报送省协调办。")) {
            assertThat(issued).contains(words);
            assertThat(table.replaceAll("\\s", "")).contains(words);
        }
    }

    @Test
    void all_pages_open_and_say_how_far_their_figures_are() throws Exception {
        given.accepted(TRANSFER);
        count();
        for (var path : List.of(
                "/supervisor",
                "/supervisor/tasks",
                "/supervisor/tasks?batch=2020&state=NOT_STARTED&cooperating=省公安厅&q=公证",
                "/supervisor/tasks/" + TRANSFER,
                "/supervisor/departments",
                "/supervisor/late",
                "/supervisor/late?level=YELLOW&lead=省司法厅&handledBy=320000",
                "/supervisor/figures",
                "/supervisor/figures?lead=省司法厅&mode=ONLINE",
                "/supervisor/figures/services",
                "/supervisor/figures/places",
                "/supervisor/figures/time",
                "/supervisor/figures/flows",
                "/supervisor/cases?item=" + TRANSFER)) {
            assertThat(page(path)).as(path).contains("截至 2026年7月6日");
        }
        for (var path : List.of(
                "/supervisor/silent",
                "/supervisor/orders",
                "/supervisor/orders?closed=1",
                "/supervisor/orders/new?item=" + TRANSFER + "&office=social-insurance-320100",
                "/supervisor/tickets",
                "/supervisor/reports",
                "/supervisor/exports")) {
            page(path);
        }
        assertThat(page("/supervisor/figures/services"))
                .as("every figure leads to its cases")
                .contains("/supervisor/cases?from=2025-08&amp;item=" + TRANSFER);
    }

    @Test
    void a_lead_department_updates_its_own_line_and_the_second_of_two_is_told() throws Exception {
        var manager = TestSignIn.session(mvc, CIVIL_AFFAIRS + "/manager");
        var path = "/manager/tasks/" + LATER;
        assertThat(page("/manager/tasks", manager)).contains(LATER).doesNotContain(TRANSFER);
        mvc.perform(get("/manager/tasks/" + TRANSFER).session(manager)).andExpect(status().isNotFound());
        int seq = Integer.parseInt(page(path, manager).replaceAll("(?s).*name=\"seq\" value=\"(\\d+)\".*", "$1"));
        mvc.perform(post(path)
                        .session(manager)
                        .with(csrf())
                        .param("seq", String.valueOf(seq))
                        .param("state", "IN_DIFFICULTY"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("请写明困难是什么")));
        var told = post(path)
                .session(manager)
                .with(csrf())
                .param("seq", String.valueOf(seq))
                .param("state", "IN_DIFFICULTY")
                .param("obstacle", "外省婚姻登记档案还没有全部电子化")
                .param("remover", "民政部");
        mvc.perform(told).andExpect(redirectedUrl(path));
        mvc.perform(told)
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("已经由别人更新")))
                .andExpect(content().string(containsString("外省婚姻登记档案还没有全部电子化")));
        assertThat(page("/supervisor/tasks/" + LATER)).contains("由谁解决：民政部").contains("有困难");
    }

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
    void what_is_late_turns_red_and_a_rule_opens_an_order_once() throws Exception {
        var file = given.submitted(TRANSFER);
        count();
        var due = Objects.requireNonNull(file.dueOn());
        time.set(due);
        assertThat(page("/supervisor/late?level=YELLOW")).contains(file.number().toString());
        time.set(due.plusDays(1));
        assertThat(page("/supervisor/late")).contains(file.number().toString());
        time.set(due.plusDays(14));
        working.openOrders();
        assertThat(page("/supervisor/orders")).contains("按规则自动发出");
        assertThat(working.openOrders()).as("one order for one cause").isZero();
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
            assertThat(document.getTables()).hasSize(2).allSatisfy(table -> {
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                assertThat(table.getRows()).hasSizeGreaterThan(2);
            });
            assertThat(document.getTables().getLast().getRow(0).getCell(9).getText())
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
    void an_export_is_made_in_the_background_for_who_asked_and_for_nobody_else() throws Exception {
        var file = given.accepted(TRANSFER);
        count();
        mvc.perform(post("/supervisor/exports")
                        .session(supervisor)
                        .with(csrf())
                        .param("item", TRANSFER)
                        .param("kind", "OPEN"))
                .andExpect(redirectedUrl("/supervisor/exports"));
        assertThat(page("/supervisor/exports")).contains("排队中");
        working.export();
        var list = page("/supervisor/exports/list");
        assertThat(list).contains("可以下载");
        var path = list.replaceAll("(?s).*?href=\"(/supervisor/exports/[0-9a-f-]+)\".*", "$1");
        var made = mvc.perform(get(path).session(supervisor)).andReturn();
        made.getAsyncResult();
        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(made.getResponse().getContentAsByteArray()))) {
            var numbers = new ArrayList<String>();
            book.getSheetAt(0).forEach(row -> numbers.add(row.getCell(0).getStringCellValue()));
            assertThat(numbers).contains("办件编号", file.number().toString());
        }
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
