package org.tongban.catalogue;

import cn.hutool.core.util.NumberUtil;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.IdNumber;
import org.tongban.identity.Uscc;

/** Reads answers kind by kind. Says what is wrong in words a person can act on. */
final class AnswerReader {

    private static final int TEXT_MAX = 500;
    private static final int TEXTAREA_MAX = 5000;
    private static final int ROWS_MAX = 1000;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2199;
    private static final Pattern REGION = Pattern.compile("[1-8]\\d{5}");
    private static final Pattern PHONE = Pattern.compile("\\+?[\\d][\\d -]{5,18}\\d");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern BANK_CARD = Pattern.compile("\\d{8,30}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("[A-Za-z0-9（）()-]{4,30}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern MONEY = Pattern.compile("-?\\d{1,13}(\\.\\d{1,2})?");

    private final List<Precheck.FieldError> errors = new ArrayList<>();

    /** Thrown and caught within this class: why one value cannot be read. */
    private static final class Unreadable extends Exception {
        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    List<Precheck.FieldError> errors() {
        return errors;
    }

    Map<String, Object> read(List<Field> fields, Map<String, ?> raw, String prefix) {
        var known = fields.stream().map(Field::key).collect(Collectors.toSet());
        raw.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> errors.add(new Precheck.FieldError(prefix + key, "表单里没有这一项")));
        var values = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = raw.get(field.key());
            if (value == null || isEmpty(value)) {
                continue;
            }
            try {
                values.put(field.key(), parse(field, value, prefix + field.key()));
            } catch (Unreadable e) {
                errors.add(
                        new Precheck.FieldError(prefix + field.key(), field.label() + String.valueOf(e.getMessage())));
            }
        }
        return values;
    }

    /** An empty list is an answer, "none": many rules ask for one at least. */
    private static boolean isEmpty(Object value) {
        return value instanceof String text && text.isBlank();
    }

    private Object parse(Field field, Object raw, String path) throws Unreadable {
        return switch (field) {
            case Field.Text _ -> text(raw, TEXT_MAX);
            case Field.Textarea _ -> text(raw, TEXTAREA_MAX);
            case Field.Whole _ -> whole(raw);
            case Field.Decimal _ -> number(raw, NUMBER, "应当是数字");
            case Field.Money _ -> number(raw, MONEY, "应当是金额，最多两位小数");
            case Field.Date _ -> date(raw);
            case Field.Month _ -> month(raw);
            case Field.Year _ -> year(raw);
            case Field.YesNo _ -> truth(raw);
            case Field.Select select -> option(raw, select.options());
            case Field.Multiselect select -> options(raw, select.options());
            case Field.RegionCode _ -> matching(raw, REGION, "应当是六位行政区划代码");
            case Field.IdCard _ -> idNumber(raw);
            case Field.Identity _ -> identity(raw);
            case Field.CreditCode _ -> creditCode(raw);
            case Field.Phone _ -> matching(raw, PHONE, "应当是电话号码");
            case Field.Email _ -> matching(raw, EMAIL, "应当是电子邮箱");
            case Field.BankCard _ -> bankCard(raw);
            case Field.Rows rows -> rows(raw, rows.fields(), path);
        };
    }

    private static String text(Object raw, int lengthMax) throws Unreadable {
        if (!(raw instanceof String text)) {
            throw new Unreadable("应当是文字");
        }
        if (text.length() > lengthMax) {
            throw new Unreadable("太长，最多" + lengthMax + "个字");
        }
        return text.strip();
    }

    private static String matching(Object raw, Pattern pattern, String reason) throws Unreadable {
        if (!(raw instanceof String text) || !pattern.matcher(text.strip()).matches()) {
            throw new Unreadable(reason);
        }
        return text.strip();
    }

    private static Long whole(Object raw) throws Unreadable {
        try {
            return new BigDecimal(String.valueOf(raw).strip()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Unreadable("应当是整数");
        }
    }

    private static BigDecimal number(Object raw, Pattern pattern, String reason) throws Unreadable {
        var plain = raw instanceof Number number
                ? NumberUtil.toStr(number)
                : String.valueOf(raw).strip();
        if (!pattern.matcher(plain).matches()) {
            throw new Unreadable(reason);
        }
        return new BigDecimal(plain);
    }

    private static LocalDate date(Object raw) throws Unreadable {
        try {
            var date = LocalDate.parse(String.valueOf(raw).strip());
            requireYear(date.getYear());
            return date;
        } catch (DateTimeException e) {
            throw new Unreadable("应当是日期，如 2026-03-02");
        }
    }

    private static String month(Object raw) throws Unreadable {
        try {
            var month = YearMonth.parse(String.valueOf(raw).strip());
            requireYear(month.getYear());
            return month.toString();
        } catch (DateTimeException e) {
            throw new Unreadable("应当是年月，如 2026-03");
        }
    }

    private static Long year(Object raw) throws Unreadable {
        var year = whole(raw);
        requireYear(year);
        return year;
    }

    private static void requireYear(long year) throws Unreadable {
        if (year < YEAR_MIN || year > YEAR_MAX) {
            throw new Unreadable("年份不在 " + YEAR_MIN + " 至 " + YEAR_MAX + " 之间");
        }
    }

    private static Boolean truth(Object raw) throws Unreadable {
        return switch (String.valueOf(raw)) {
            case "true", "是" -> true;
            case "false", "否" -> false;
            default -> throw new Unreadable("应当选是或否");
        };
    }

    private static String option(Object raw, List<String> options) throws Unreadable {
        if (!(raw instanceof String text) || !options.contains(text)) {
            throw new Unreadable("应当从所列选项中选");
        }
        return text;
    }

    private static List<String> options(Object raw, List<String> options) throws Unreadable {
        var chosen = new LinkedHashSet<String>();
        for (var one : raw instanceof List<?> list ? list : List.of(raw)) {
            chosen.add(option(one, options));
        }
        return List.copyOf(chosen);
    }

    private static String idNumber(Object raw) throws Unreadable {
        var text = String.valueOf(raw).strip().toUpperCase(Locale.ROOT);
        if (!IdNumber.isValid(text)) {
            throw new Unreadable("不正确，请核对每一位（最后一位是校验码）");
        }
        return text;
    }

    private static String creditCode(Object raw) throws Unreadable {
        var text = String.valueOf(raw).strip().toUpperCase(Locale.ROOT);
        if (!Uscc.isValid(text)) {
            throw new Unreadable("不正确，请核对每一位（最后一位是校验码）");
        }
        return text;
    }

    private static Map<String, String> identity(Object raw) throws Unreadable {
        if (!(raw instanceof Map<?, ?> map)
                || !(map.get("type") instanceof String type)
                || type.isBlank()
                || !(map.get("number") instanceof String number)
                || number.isBlank()) {
            throw new Unreadable("要有证件类型和证件号码");
        }
        var right = type.equals("居民身份证")
                ? IdNumber.isValid(number)
                : IDENTITY_NUMBER.matcher(number.strip()).matches();
        if (!right) {
            throw new Unreadable("的证件号码不正确");
        }
        return Map.of("type", type, "number", number.strip().toUpperCase(Locale.ROOT));
    }

    /** UnionPay cards have a check digit; accounts of organisations have none. */
    private static String bankCard(Object raw) throws Unreadable {
        var digits = String.valueOf(raw).replace(" ", "");
        boolean card = digits.startsWith("62") && digits.length() >= 16 && digits.length() <= 19;
        if (!BANK_CARD.matcher(digits).matches() || card && !luhn(digits)) {
            throw new Unreadable("不正确，请核对每一位");
        }
        return digits;
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }

    private List<Map<String, Object>> rows(Object raw, List<Field> columns, String path) throws Unreadable {
        if (!(raw instanceof List<?> list)) {
            throw new Unreadable("应当是一个列表");
        }
        if (list.size() > ROWS_MAX) {
            throw new Unreadable("最多" + ROWS_MAX + "行");
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (var row : list) {
            if (!(row instanceof Map<?, ?> map)) {
                throw new Unreadable("的每一行应当是一组值");
            }
            var byName = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, value) -> byName.put(String.valueOf(key), value));
            rows.add(read(columns, byName, path + "[" + rows.size() + "]."));
        }
        return List.copyOf(rows);
    }

    /** Typed values as JSON has them. */
    static Map<String, Object> json(Map<String, Object> values) {
        var json = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> json.put(key, jsonOf(value)));
        return json;
    }

    @SuppressWarnings("unchecked") // rows are made by this class
    private static Object jsonOf(Object value) {
        return switch (value) {
            case LocalDate date -> date.toString();
            case List<?> list
            when !list.isEmpty() && list.getFirst() instanceof Map ->
                list.stream().map(row -> json((Map<String, Object>) row)).toList();
            default -> value;
        };
    }
}
