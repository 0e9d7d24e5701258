package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Field.About;
import org.tongban.catalogue.Field.Purpose;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Uscc;
import org.tongban.places.Regions;

@DisplayName("D-26: personal values are covered until a reason is given")
class ShownAnswersTest {
    private static final Regions REGIONS = new Regions();
    private static final String NUMBER = "320104199003076008";

    @Test
    void answers_stand_in_the_order_of_the_form_with_their_units() {
        var form = List.<Field>of(
                new Field.Money(about("fund", "注册资金", null)),
                new Field.Whole(about("staff", "人数", "人")),
                new Field.YesNo(about("arrears", "是否有欠费", null)),
                new Field.RegionCode(about("place", "转入地", null)),
                new Field.Text(about("empty", "没有填的", null)));
        var lines =
                lines(form, Map.of("place", "320106", "arrears", true, "staff", 12, "fund", "30.5", "empty", ""), null);
        assertThat(lines)
                .extracting(line -> line.shown().label() + "=" + line.shown().text())
                .containsExactly("注册资金=30.5 元", "人数=12 人", "是否有欠费=是", "转入地=江苏省南京市鼓楼区");
    }

    @Test
    void what_identifies_or_reaches_a_person_is_covered_and_one_value_at_a_time_is_shown() {
        var form = List.<Field>of(
                new Field.IdCard(about("idNumber", "公民身份号码", null)),
                new Field.Phone(about("phone", "手机", null)),
                new Field.BankCard(about("card", "银行账号", null)),
                new Field.Text(about("name", "配偶姓名", null)),
                new Field.Text(about("address", "户籍地址", null)),
                new Field.Identity(about("paper", "其他证件", null)));
        var answers = Map.<String, Object>of(
                "idNumber", NUMBER,
                "phone", "13900001000",
                "card", "6222020200000000001",
                "name", "王小明",
                "address", "江苏省南京市鼓楼区某某路18号",
                "paper", Map.of("type", "护照", "number", "E12345678"));
        assertThat(lines(form, answers, null))
                .extracting(line -> line.shown().text())
                .containsExactly(
                        "320104********6008",
                        "139****1000",
                        "***************0001",
                        "王**",
                        "江苏省南京市鼓楼区******",
                        "护照 E1*****78");
        assertThat(lines(form, answers, "answer.phone"))
                .extracting(line -> line.shown().text())
                .contains("13900001000")
                .doesNotContain(NUMBER, "王小明");
    }

    @Test
    void each_cell_of_a_list_is_covered_by_itself() {
        var form = List.<Field>of(new Field.Rows(
                about("family", "家庭成员", null),
                List.of(new Field.Text(about("name", "姓名", null)), new Field.IdCard(about("idNumber", "身份证", null)))));
        var answers = Map.<String, Object>of("family", List.of(Map.of("name", "王小明"), Map.of("idNumber", NUMBER)));
        var line = lines(form, answers, "answer.family.1.idNumber").getFirst();
        assertThat(line.list()).isTrue();
        assertThat(line.rows().getFirst()).extracting(Shown::text).containsExactly("王**", "");
        assertThat(line.rows().getLast()).extracting(Shown::text).containsExactly("", NUMBER);
    }

    @Test
    void the_name_and_code_of_an_organisation_are_public_and_its_agent_is_not() {
        var applicant =
                new Organisation("南京云帆科技有限公司", new Uscc("91320106MA1MTEAT0D"), "企业法人", "02584000000", null, "孙大力");
        assertThat(new ShownAnswers(REGIONS, null).of(applicant, "applicant"))
                .extracting(Shown::text)
                .contains("南京云帆科技有限公司", "91320106MA1MTEAT0D", "孙**")
                .doesNotContain("02584000000");
    }

    @Test
    void a_person_is_covered_from_name_to_birth_date() {
        var applicant = Person.of("王小明", new IdNumber(NUMBER), "13900001000");
        assertThat(new ShownAnswers(REGIONS, null).of(applicant, "applicant"))
                .extracting(Shown::text)
                .containsExactly("王**", "320104********6008", "女", "1990-**-**", "139****1000");
        assertThat(Shown.personal("姓名", "王小明", "王**", "applicant.name", null).toString())
                .doesNotContain("小明");
    }

    private static List<ShownAnswers.Line> lines(List<Field> form, Map<String, Object> answers, @Nullable String seen) {
        return new ShownAnswers(REGIONS, seen).lines(form, answers);
    }

    private static About about(String key, String label, @Nullable String unit) {
        return new About(key, label, true, unit, null, null, Purpose.EXAMINE);
    }
}
