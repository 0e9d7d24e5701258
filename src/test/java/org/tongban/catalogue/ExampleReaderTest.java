package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an example may say, and that whatever cannot happen in its service is refused with file, line and reason. */
class ExampleReaderTest {
    private static final ItemExamples EXAMPLES = new ItemExamples();
    private static final Item CAR = ItemReader.read(
                    "2020-28.yaml", Objects.requireNonNull(ItemFiles.read().get("2020-28")), "")
            .item();

    private static final String SOLD = """
            - name: 卖车
              today: 2026-03-02
              applicant: 陈思雨
              places: {apply_at: '320583'}
              answers: {sellerName: 孙浩然, mortgaged: false, tradePrice: 98000, deliveryDate: 2026-02-28}
              materials: [saleContract]
              expect: {eligible: true, office: vehicle-administration-320500}
            """;

    private static List<Example> read(String text) {
        return ExampleReader.read(
                "2020-28",
                text,
                new ExampleFigures(
                        Map.of("persons", List.of(Map.of("name", "陈思雨", "idNumber", "320583200309156062")))));
    }

    private static void review(String acts) {
        ExampleReview.review(CAR, read(SOLD + acts));
    }

    @Test
    void acts_are_read_with_day_and_time_and_what_is_looked_at() {
        var example = read(SOLD + """
              acts:
                - {on: 2026-03-02, who: 申请人, does: 提交申请, then: {state: 待受理, open: []}}
                - {on: 2026-03-03 14:30, who: 孙浩然, does: 买卖双方, with: {result: 不同意}}
                - {on: 2026-03-05, who: 时间, does: 期限届满, then: {due: 2026-03-09, says: 等您}}
            """).getFirst();

        assertThat(example.filing().answers())
                .containsEntry("deliveryDate", "2026-02-28")
                .containsEntry("tradePrice", 98000);
        assertThat(example.acts()).extracting(ExampleAct::deed).containsExactly(Deed.SUBMIT, Deed.STEP, Deed.FALL_DUE);
        assertThat(example.acts())
                .extracting(ExampleAct::at)
                .containsExactly(
                        LocalDateTime.of(2026, 3, 2, 10, 0),
                        LocalDateTime.of(2026, 3, 3, 14, 30),
                        LocalDateTime.of(2026, 3, 5, 0, 1));
        assertThat(example.acts().get(1).with()).containsExactly(Map.entry("result", "不同意"));
        assertThat(example.acts().getFirst().then().open()).isEmpty();
        assertThat(example.acts().get(2).then().dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(example.acts().get(2).then().says()).containsExactly("等您");
    }

    @Test
    void an_example_like_another_says_only_what_differs() {
        var examples = read(SOLD + """
            - name: 卖车，没有合同
              like: 卖车
              answers: {tradePrice: 90000, deliveryDate: null}
              materials: []
            """);

        var like = examples.getLast();
        assertThat(like.filing().answers())
                .containsOnly(
                        Map.entry("sellerName", "孙浩然"), Map.entry("mortgaged", false), Map.entry("tradePrice", 90000));
        assertThat(like.filing().materials()).isEmpty();
        assertThat(like.expected()).isEqualTo(examples.getFirst().expected());
    }

    @Test
    void what_nobody_knows_is_refused_with_its_line() {
        assertThatThrownBy(() -> read(SOLD + "  acts:\n    - {on: 2026-03-02, who: 申请人, does: 提交申请, where: 网上}\n"))
                .isInstanceOf(ItemFileRefused.class)
                .hasMessageContaining("2020-28.cases.yaml 第 9 行")
                .hasMessageContaining("where 这个键没有人认识");
        assertThatThrownBy(() -> read(SOLD + "  acts:\n    - {on: 三月二日, who: 申请人, does: 提交申请}\n"))
                .hasMessageContaining("日期要写成");
        assertThatThrownBy(
                        () -> read(SOLD + "  acts:\n    - {on: 2026-03-02, who: 申请人, does: 提交申请, with: {days: 3}}\n"))
                .hasMessageContaining("with.days 这个键没有人认识");
        assertThatThrownBy(() -> read("- {name: 二, like: 一}\n")).hasMessageContaining("前面没有叫这个名称的示例");
    }

    @Test
    void what_cannot_happen_in_the_service_is_refused_with_its_line() {
        var first = "  acts:\n    - {on: 2026-03-02, who: 申请人, does: 提交申请}\n    - ";
        review(first + "{on: 2026-03-03, who: 孙浩然, does: 买卖双方}\n");
        assertThatThrownBy(() -> review(first + "{on: 2026-03-03, who: 经办人, does: 试驾}\n"))
                .hasMessageContaining("2020-28.cases.yaml 第 10 行")
                .hasMessageContaining("没有这种动作");
        assertThatThrownBy(() -> review(first + "{on: 2026-03-03, who: 李四, does: 买卖双方}\n"))
                .hasMessageContaining("这个环节由孙浩然办理");
        assertThatThrownBy(() -> review(first + "{on: 2026-03-03, who: 省民政厅, does: 受理}\n"))
                .hasMessageContaining("没有“省民政厅”");
        assertThatThrownBy(() -> review(first + "{on: 2026-03-01, who: 经办人, does: 受理}\n"))
                .hasMessageContaining("比前一步还早");
        assertThatThrownBy(() -> review(first + "{on: 2026-03-03, who: 经办人, does: 受理, then: {state: 已通过}}\n"))
                .hasMessageContaining("没有这种状态");
        assertThatThrownBy(() -> review("  acts:\n    - {on: 2026-03-02, who: 经办人, does: 受理}\n"))
                .hasMessageContaining("第一步");
    }

    @Test
    void every_example_of_every_service_can_happen_in_it() {
        ItemFiles.read()
                .forEach((id, text) -> ExampleReview.review(
                        ItemReader.read(id + ".yaml", text, "").item(), EXAMPLES.of(id)));
        assertThat(EXAMPLES.of("2020-28")).isNotEmpty();
    }

    @Test
    @DisplayName(
            "each service has four: to its result by every actor, refused before it opens, supplemented, what is peculiar to it")
    void each_service_is_told_by_four_examples_at_least() {
        var missing = new ArrayList<String>();
        for (var id : ItemFiles.read().keySet()) {
            var examples = EXAMPLES.of(id);
            var supplemented =
                    examples.stream().filter(e -> does(e, Deed.SUPPLEMENT)).toList();
            var told = examples.stream()
                    .filter(e -> !e.acts().isEmpty() && !supplemented.contains(e))
                    .toList();
            require(missing, id, "到结果，每一步都写明", told.stream().anyMatch(e -> granted(e) && !does(e, Deed.REST)));
            require(
                    missing,
                    id,
                    "立件前被拒绝",
                    examples.stream()
                            .anyMatch(e -> e.acts().isEmpty()
                                    && !Boolean.TRUE.equals(e.expected().eligible())));
            require(missing, id, "补正", !supplemented.isEmpty());
            require(missing, id, "这个事项特有的", told.size() > 1);
        }
        assertThat(missing).isEmpty();
    }

    private static void require(List<String> missing, String id, String kind, boolean there) {
        if (!there) {
            missing.add(id + " 没有示例：" + kind);
        }
    }

    private static boolean does(Example example, Deed deed) {
        return example.acts().stream().anyMatch(act -> act.deed() == deed);
    }

    private static boolean granted(Example example) {
        return example.acts().stream().anyMatch(act -> "准予".equals(act.then().outcome()));
    }
}
