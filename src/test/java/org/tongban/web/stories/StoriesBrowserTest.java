package org.tongban.web.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.web.Visits.button;
import static org.tongban.web.Visits.look;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Outcome;
import org.tongban.casework.Sweep;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.web.TestBrowser.Device;

/** Services with several people, appointments and waiting, followed in a real browser through the hands of all who take part. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class StoriesBrowserTest {
    private static final String MARRIAGE = "later-03";
    private static final String DIVORCE = "later-04";
    private static final String USED_CAR = "2020-28";
    private static final String INSPECTOR = "2020-44";
    private static final String HOUSEHOLD = "2021-06";
    private static final String FAMILY = "一家四口：妻子带两个未成年女儿和一个成年未婚的儿子从乌鲁木齐投靠南京的丈夫，儿子是否准迁由迁入地另行审核";

    @LocalServerPort
    private int port;

    @Autowired
    Given given;

    @Autowired
    Casework casework;

    @Autowired
    Sweep sweep;

    @Autowired
    SettableTime time;

    @BeforeEach
    void monday_morning() {
        time.set(TestNode.START);
    }

    @Test
    @DisplayName("结婚登记: two from two provinces book a time in a third, both come, and are registered on the spot")
    void two_people_marry_by_appointment() {
        var marriage = cast(MARRIAGE);
        var day = LocalDate.of(2026, 3, 5);
        var appointment = marriage.task(TaskKind.APPOINTMENT);
        marriage.opensTimes(appointment.office(), day);
        marriage.books("孙浩然", appointment, "09:00–09:30", "stories/marriage-booked");
        at(day, 9, 5);
        marriage.receives(appointment.office(), "stories/marriage-received");
        var office = appointment.office();
        marriage.makes(office + "/officer1", "accept", null);
        marriage.makes(office + "/officer1", "grant", null);
        marriage.makes(office + "/officer1", "deliver", null);
        assertThat(marriage.file().outcome()).isEqualTo(Outcome.GRANTED);
        marriage.sees("孙浩然", Device.PHONE, marriage.path(), page -> {
            assertThat(page.locator("main")).containsText("结婚证");
            look(page, "stories/marriage-result");
        });
    }

    @Test
    @DisplayName("离婚登记: after thirty days of reflection both come within the next thirty, and are divorced")
    void a_divorce_is_granted_after_reflection() {
        var divorce = cast(DIVORCE);
        var office = divorce.file().office();
        divorce.makes(office + "/officer1", "accept", null);
        divorce.sees("孙浩然", Device.PHONE, divorce.path(), page -> {
            assertThat(page.locator("main")).containsText("正在等待，到 2026年4月1日 24:00 期满");
            look(page, "stories/divorce-reflection");
        });
        at(LocalDate.of(2026, 4, 2), 9, 0);
        sweep.run();
        var appointment = divorce.task(TaskKind.APPOINTMENT);
        assertThat(appointment.dueOn()).isEqualTo(LocalDate.of(2026, 5, 6));
        var day = LocalDate.of(2026, 4, 8);
        divorce.opensTimes(office, day);
        divorce.books("孙浩然", appointment, "10:00–10:30", "stories/divorce-booked");
        at(day, 10, 0);
        divorce.receives(office, "stories/divorce-received");
        divorce.makes(office + "/officer1", "grant", null);
        assertThat(divorce.file().leg(1).outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    @DisplayName("离婚登记: one of the two withdraws alone within the thirty days")
    void a_divorce_is_withdrawn_by_the_other() {
        var divorce = cast(DIVORCE);
        divorce.makes(divorce.file().office() + "/officer1", "accept", null);
        at(LocalDate.of(2026, 3, 20), 20, 0);
        divorce.sees("周婷", Device.PHONE, "/my/parts/" + divorce.file().number(), page -> {
            look(page, "stories/divorce-other");
            button(page, "撤回申请").click();
            assertThat(page.locator(".tb-banner")).containsText("已撤回，这件办件结束了");
            look(page, "stories/divorce-withdrawn");
        });
        assertThat(divorce.file().outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    @DisplayName(
            "离婚登记: nobody comes for the certificate within thirty days, and it lapses though the server was down that night")
    void a_divorce_lapses() {
        var divorce = cast(DIVORCE);
        divorce.makes(divorce.file().office() + "/officer1", "accept", null);
        at(LocalDate.of(2026, 4, 2), 0, 1);
        sweep.run();
        assertThat(divorce.file().state()).isEqualTo(CaseState.ACCEPTED);
        at(LocalDate.of(2026, 5, 9), 9, 0);
        sweep.run();
        assertThat(divorce.file().outcome()).isEqualTo(Outcome.WITHDRAWN);
        divorce.sees("孙浩然", Device.PHONE, divorce.path(), page -> {
            assertThat(page.locator(".tb-standing")).containsText("已撤回");
            assertThat(page.locator("main")).containsText("逾期未办");
            look(page, "stories/divorce-lapsed");
        });
    }

    @Test
    @DisplayName(
            "二手车: seller and buyer sign from where they are, police and tax office answer, the buyer drives to the inspection and pays for the plates")
    void a_car_is_sold_across_provinces() {
        var sale = cast(USED_CAR);
        sale.signs("孙浩然", "stories/car-seller");
        sale.signs("陈思雨", "stories/car-buyer");
        sale.answers(sale.task(t -> t.kind() == TaskKind.INQUIRY));
        sale.finishes(sale.task(TaskKind.WORK));
        sale.answers(sale.task(t -> t.kind() == TaskKind.INQUIRY));
        var inspection = sale.task(TaskKind.APPOINTMENT);
        var day = TestNode.START.plusDays(1);
        sale.opensTimes(inspection.office(), day);
        sale.books("陈思雨", inspection, "10:30–11:00", "stories/car-booked");
        at(day, 10, 30);
        sale.receives(inspection.office(), "stories/car-inspected");
        sale.makes(inspection.office() + "/officer1", "accept", null);
        sale.finishes(sale.task(TaskKind.WORK));
        var plates = sale.task(TaskKind.PAY);
        sale.charges(plates, "100", "15", "10");
        sale.pays("陈思雨", plates, "stories/car-fee");
        sale.makes(sale.file().office() + "/officer1", "grant", null);
        sale.makes(sale.file().office() + "/officer1", "deliver", null);
        assertThat(sale.file().outcome()).isEqualTo(Outcome.GRANTED);
        sale.sees("陈思雨", Device.PHONE, sale.path(), page -> look(page, "stories/car-result"));
    }

    @Test
    @DisplayName("户口迁移: of a family of four one is not granted, and the others move")
    void a_family_moves_and_one_of_them_is_not_granted() {
        var opened = given.submitted(HOUSEHOLD, FAMILY);
        var move = new Cast(port, casework, opened);
        var office = opened.office();
        move.finishes(move.task(TaskKind.CONFIRM));
        given.stepsFinished(move.file());
        move.makes(office + "/officer1", "accept", null);
        given.stepsFinished(move.file());
        var son = "随迁家庭成员迁入：孙**（第3人）";
        move.makes(office + "/officer1", "propose", null, son, "不予");
        move.makes(office + "/approver", "refuse", null, son);
        move.sees("朱丽娜", Device.PHONE, move.path(), page -> {
            look(page, "stories/household-parts");
            assertThat(page.locator(".tb-partline__name", new Page.LocatorOptions().setHasText("迁入")))
                    .hasCount(4);
        });
        for (int leg : List.of(1, 2, 3)) {
            var name = move.file().leg(leg).name();
            move.makes(office + "/officer1", "propose", null, name, "准予");
            move.makes(office + "/approver", "grant", null, name);
        }
        assertThat(move.file().outcome()).isEqualTo(Outcome.PARTLY_GRANTED);
        move.sees("朱丽娜", Device.PHONE, move.path(), page -> look(page, "stories/household-result"));
    }

    @Test
    @DisplayName("L-24: an examination stops the clock, is told in writing, and the due date moves by what it took")
    void an_examination_stops_the_clock() {
        var exam = cast(INSPECTOR);
        exam.makes(exam.file().office() + "/officer1", "accept", null);
        var before = exam.file().dueOn();
        assertThat(exam.file().openTasks()).extracting(Task::kind).containsExactly(TaskKind.PAUSE);
        exam.sees(
                exam.file().office() + "/officer1",
                Device.DESKTOP,
                "/desk/cases/" + exam.file().number(),
                page -> {
                    assertThat(page.locator("main")).containsText("时限还在走");
                    look(page, "stories/exam-desk");
                });
        exam.pauses(exam.file().office() + "/officer1", "考试", 30, "理论考试3月10日，实际操作考试3月28日，地点见准考证。");
        exam.sees("魏东升", Device.PHONE, exam.path(), page -> {
            assertThat(page.locator("main")).containsText("正在进行考试，这段时间不计入办理期限");
            assertThat(page.locator("main")).containsText("理论考试3月10日");
            look(page, "stories/exam-running");
        });
        at(LocalDate.of(2026, 3, 30), 9, 0);
        exam.finishes(exam.task(TaskKind.PAUSE));
        // twenty working days stood still from 2 to 30 March
        assertThat(before).isEqualTo(LocalDate.of(2026, 3, 30));
        assertThat(exam.file().dueOn()).isEqualTo(LocalDate.of(2026, 4, 28));
        exam.sees("魏东升", Device.PHONE, exam.path(), page -> look(page, "stories/exam-over"));
    }

    private Cast cast(String item) {
        return new Cast(port, casework, given.submitted(item));
    }

    private void at(LocalDate day, int hour, int minute) {
        time.set(day.atTime(LocalTime.of(hour, minute)).atZone(Time.ZONE).toInstant());
    }
}
