package org.tongban.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private final Item item = SampleItem.item();

    private Answers json(Map<String, Object> values) {
        return Answers.ofJson(item, values);
    }

    @Test
    void json_values_become_typed_answers() {
        var answers = json(Map.of("moved", true, "amount", 12.5, "expiresOn", "2026-03-02", "wishes", List.of("短信")));

        assertThat(answers.errors()).isEmpty();
        assertThat(answers.values())
                .containsEntry("moved", true)
                .containsEntry("amount", new BigDecimal("12.5"))
                .containsEntry("expiresOn", LocalDate.of(2026, 3, 2))
                .containsEntry("wishes", List.of("短信"));
    }

    @Test
    void the_parameters_of_a_page_give_the_same_answers() {
        var answers = Answers.ofForm(
                item,
                Map.of(
                        "moved", List.of("true"),
                        "amount", List.of("12.5"),
                        "expiresOn-year", List.of("2026"),
                        "expiresOn-month", List.of("3"),
                        "expiresOn-day", List.of("2"),
                        "wishes", List.of("短信", "邮寄"),
                        "people[0].name", List.of("甲"),
                        "people[3].name", List.of("乙"),
                        "paper-type", List.of("护照"),
                        "_csrf", List.of("x")));

        assertThat(answers.errors()).containsExactly(new Precheck.FieldError("paper", "证件要有证件类型和证件号码"));
        assertThat(answers.values())
                .containsEntry("expiresOn", LocalDate.of(2026, 3, 2))
                .containsEntry("wishes", List.of("短信", "邮寄"))
                .containsEntry("people", List.of(Map.of("name", "甲"), Map.of("name", "乙")))
                .doesNotContainKeys("_csrf", "paper");
    }

    @Test
    void answers_survive_json() {
        var answers = json(Map.of(
                "expiresOn",
                "2026-03-02",
                "people",
                List.of(Map.of("name", "甲")),
                "paper",
                Map.of("type", "护照", "number", "p1234567")));

        assertThat(json(answers.json())).isEqualTo(answers);
        assertThat(answers.json()).containsEntry("expiresOn", "2026-03-02");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            companion, 320104198605126005, 同行人身份证不正确，请核对每一位（最后一位是校验码）
            wishes, 电话, 意愿应当从所列选项中选
            amount, 1.234, 金额应当是金额，最多两位小数
            expiresOn, 2026-02-30, '到期日应当是日期，如 2026-03-02'
            moved, 也许, 是否转移应当选是或否
            toRegion, 3201, 转入地应当是六位行政区划代码
            card, 6228480000000000001, 银行账号不正确，请核对每一位
            people, 甲, 人员应当是一个列表
            unheard, 1, 表单里没有这一项
            """)
    void what_cannot_be_read_is_told_in_words(String key, String value, String text) {
        assertThat(json(Map.of(key, value)).errors()).containsExactly(new Precheck.FieldError(key, text));
        assertThat(json(Map.of(key, value)).values()).isEmpty();
    }

    @Test
    void errors_in_a_list_name_row_and_column() {
        assertThat(json(Map.of("people", List.of(Map.of("name", "甲"), Map.of("name", 5, "age", 3))))
                        .errors())
                .containsExactly(
                        new Precheck.FieldError("people[1].age", "表单里没有这一项"),
                        new Precheck.FieldError("people[1].name", "姓名应当是文字"));
    }

    @Test
    void blank_text_is_no_answer_and_an_empty_list_is_one() {
        assertThat(json(Map.of("toRegion", " ")).values()).isEmpty();
        assertThat(json(Map.of("people", List.of())).values()).containsEntry("people", List.of());
    }

    @Test
    void what_people_answered_is_not_printed_D_26() {
        assertThat(json(Map.of("toRegion", "320104")).toString()).doesNotContain("320104");
    }
}
