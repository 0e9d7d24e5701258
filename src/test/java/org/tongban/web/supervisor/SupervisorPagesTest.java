package org.tongban.web.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.tongban.TongbanTest;
import org.tongban.casework.Given;
import org.tongban.casework.Outbox;
import org.tongban.identity.TestSignIn;

/** What the coordination office sees: the table, its lines, figures, what is late, lists to take away. */
@TongbanTest
@Import(Given.class)
class SupervisorPagesTest extends CoordinationOffice {
    private static final String LATER = "later-03";
    private static final Pattern ROW =
            Pattern.compile("<tr><td>(\\d+)</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>");

    @Autowired
    Outbox outbox;

    @Autowired
    Given given;

    private void count() {
        outbox.run();
        working.fold();
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
    void what_is_late_turns_red_and_a_rule_opens_an_order_once() throws Exception {
        var file = given.submitted(TRANSFER);
        count();
        var due = Objects.requireNonNull(file.dueOn());
        // the page that begins with this case: other tests leave late ones too
        var here = "&afterDue=" + due + "&afterCase=" + (file.casefileId() - 1);
        time.set(due);
        assertThat(page("/supervisor/late?level=YELLOW" + here))
                .contains(file.number().toString());
        time.set(due.plusDays(1));
        assertThat(page("/supervisor/late?level=RED" + here))
                .contains(file.number().toString());
        time.set(due.plusDays(14));
        working.openOrders();
        assertThat(page("/supervisor/orders")).contains("按规则自动发出");
        assertThat(working.openOrders()).as("one order for one cause").isZero();
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
}
