package org.tongban.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 表单字段: one question of a service's form. Parsing, the CEL type and the page are three {@code switch}es over these kinds without
 * {@code default}: a new kind breaks the build in each place that must know it.
 */
public sealed interface Field {

    About about();

    default String key() {
        return about().key();
    }

    default String label() {
        return about().label();
    }

    default boolean required() {
        return about().required();
    }

    default @Nullable String when() {
        return about().when();
    }

    /**
     * What every field has.
     *
     * @param unit as in 元, 年
     * @param when CEL: the field applies only where true; null: always
     * @param purpose what the answer is needed for (policy D-01)
     */
    record About(
            String key,
            String label,
            boolean required,
            @Nullable String unit,
            @Nullable String hint,
            @Nullable String when,
            Purpose purpose) {}

    /** 填报用途: what an answer is needed for (policy D-01). */
    enum Purpose {
        RULE("判断条件"),
        INQUIRY("部门核验"),
        DOCUMENT("写入结果"),
        EXAMINE("审查");

        private final String chinese;

        Purpose(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** 一行文字. */
    record Text(About about) implements Field {}

    /** 多行文字. */
    record Textarea(About about) implements Field {}

    /** 整数. */
    record Whole(About about) implements Field {}

    /** 小数. */
    record Decimal(About about) implements Field {}

    /** 金额，元. */
    record Money(About about) implements Field {}

    /** 日期. */
    record Date(About about) implements Field {}

    /** 年月，YYYY-MM. */
    record Month(About about) implements Field {}

    /** 年份. */
    record Year(About about) implements Field {}

    /** 是否. */
    record YesNo(About about) implements Field {}

    /** 单选. */
    record Select(About about, List<String> options) implements Field {}

    /** 多选. */
    record Multiselect(About about, List<String> options) implements Field {}

    /** 行政区划，六位. */
    record RegionCode(About about) implements Field {}

    /** 公民身份号码. */
    record IdCard(About about) implements Field {}

    /** 任一种证件：类型和号码. For people whom a resident identity number would shut out. */
    record Identity(About about) implements Field {}

    /** 统一社会信用代码. */
    record CreditCode(About about) implements Field {}

    /** 电话. */
    record Phone(About about) implements Field {}

    /** 电子邮箱. */
    record Email(About about) implements Field {}

    /** 银行账号. */
    record BankCard(About about) implements Field {}

    /** 列表：每行一组字段. */
    record Rows(About about, List<Field> fields) implements Field {}
}
