package org.tongban.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Field.About;
import org.tongban.catalogue.Field.Purpose;
import org.tongban.catalogue.Precheck.FieldError;
import org.tongban.identity.Door;
import org.tongban.places.Regions;

/** 表单样例: every kind of question, empty, filled in and wrong, and one that stands alone on its page. */
@Controller
@Profile("demo")
@Door.Open
class FieldExamples {
    private final Templates templates;
    private final Regions regions;

    FieldExamples(Templates templates, Regions regions) {
        this.templates = templates;
        this.regions = regions;
    }

    @GetMapping("/parts/fields")
    Reply empty(Page page) {
        return Reply.show(templates.examplesFields(page, "各种表单字段", fields(), Filled.empty(regions)));
    }

    @PostMapping("/parts/fields")
    Reply again(Page page, HttpServletRequest request) {
        var post = FormPost.of(fields(), request.getParameterMap(), regions);
        return Reply.show(templates.examplesFields(page, "各种表单字段", fields(), post.filled()));
    }

    @GetMapping("/parts/fields-wrong")
    Reply wrong(Page page) {
        var errors = List.of(
                new FieldError("name", "请填写生产单位的全称"),
                new FieldError("from", "参加工作日期应当是日期，如 2026-03-02"),
                new FieldError("barred", "请选是或否"),
                new FieldError("place", "请选择转出地"),
                new FieldError("idNumber", "公民身份号码不正确，请核对每一位（最后一位是校验码）"),
                new FieldError("people[1].wage", "月平均实发工资应当是金额，最多两位小数"));
        var filled = Filled.of(fields(), answers(), regions).withErrors(errors);
        return Reply.show(templates.examplesFields(page, "填错时的表单字段", fields(), filled));
    }

    @GetMapping("/parts/field")
    Reply alone(Page page) {
        return Reply.show(templates.examplesOneField(page, reasons(), Filled.empty(regions)));
    }

    private static Field reasons() {
        return new Field.Select(
                about("reason", "欠费处理", true, null, "不补缴的，欠缴期间不计年限，以后也不再补缴"),
                List.of("补缴个人欠费后再转", "不补缴直接转（欠缴期间不计年限且以后不再补缴）"));
    }

    private static List<Field> fields() {
        var barred = "是否处于两年内不得报名或终身不得报考的处理期内、被列为失信联合惩戒对象，或者被终身禁止从事法律职业";
        return List.of(
                new Field.Text(about("name", "生产单位名称", true, null, "与营业执照上的名称一致")),
                new Field.Textarea(about("story", "情况说明", false, null, "说明发生了什么、您希望怎样处理")),
                new Field.Whole(about("people-count", "在职职工人数", true, "人", null)),
                new Field.Decimal(about("capacity", "设计生产能力", true, "万吨／年（或万立方米／年）", null)),
                new Field.Money(about("pay", "月平均实发工资", true, null, null)),
                new Field.Date(about("from", "参加工作日期", true, null, null)),
                new Field.Month(about("start", "转入地开始缴费年月", true, null, null)),
                new Field.Year(about("graduated", "毕业年份", true, null, null)),
                new Field.YesNo(about("barred", barred, true, null, null)),
                reasons(),
                new Field.Select(
                        about("cause", "失业原因", true, null, null),
                        List.of("毕业（肄业）后未就业", "终止或解除劳动关系", "停业或破产", "承包土地被征收", "退役未就业", "停止灵活就业", "其他")),
                new Field.Multiselect(
                        about("kinds", "风险类别", true, null, "第一类为用于医疗器械的高水平消毒剂和消毒器械、灭菌剂、灭菌器械、皮肤黏膜消毒剂、生物指示物等"),
                        List.of("第一类", "第二类", "第三类", "农产品的生产、销售、加工、运输、贮藏等")),
                new Field.RegionCode(about("place", "生产单位所在省（制造的为制造地址，设计、安装、改造、修理的为单位住所，不是施工地）", true, null, null)),
                new Field.IdCard(about("idNumber", "公民身份号码", true, null, null)),
                new Field.Identity(about("document", "法定代表人（负责人）证件", true, null, "执行事务合伙人为单位的填委派代表")),
                new Field.CreditCode(about("uscc", "现用人单位统一社会信用代码", false, null, null)),
                new Field.Phone(about("phone", "联系电话", true, null, null)),
                new Field.Email(about("email", "电子邮箱", false, null, null)),
                new Field.BankCard(about("card", "本人银行账号（重复缴费清退用）", false, null, "默认社会保障卡银行账户")),
                new Field.Rows(about("people", "安排的残疾人职工", true, null, "每人填一项"), columns()));
    }

    private static List<Field> columns() {
        return List.of(
                new Field.Text(about("who", "姓名", true, null, null)),
                new Field.Select(about("form", "用工形式", true, null, null), List.of("劳动合同", "劳务派遣", "非全日制")),
                new Field.Money(about("wage", "月平均实发工资", true, null, null)),
                new Field.RegionCode(about("home", "户籍地", false, null, null)),
                new Field.YesNo(about("reported", "所报月份是否已由其他单位申报", true, null, null)));
    }

    private static Map<String, Object> answers() {
        return Map.of(
                "story", "原单位已注销，缴费记录有三个月空缺。",
                "people-count", 128,
                "from", "2009-07",
                "start", "2026-03",
                "cause", "退役未就业",
                "kinds", List.of("第二类"),
                "place", "320100",
                "idNumber", "320104198605126005",
                "document", Map.of("type", "护照", "number", "P9384756A"),
                "people",
                        List.of(
                                Map.of("who", "李小燕", "form", "劳动合同"),
                                Map.of("who", "王建国", "wage", "三千", "home", "110105")));
    }

    private static About about(
            String key, String label, boolean required, @Nullable String unit, @Nullable String hint) {
        return new About(key, label, required, unit, hint, null, Purpose.EXAMINE);
    }
}
