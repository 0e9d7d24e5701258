package org.tongban.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 规则说法: what is wrong with a rule or a file, for people who know the service and not the language its rules are written in. */
final class RuleWords {
    private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*)'");
    private static final Pattern MISMATCH =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\(([^)]*)\\)'");
    private static final Pattern SYNTAX = Pattern.compile("ERROR: <input>:1:(\\d+):");
    private static final Pattern RESULT = Pattern.compile("应当得出 (\\w+)，实为 (\\w+)：");
    private static final Pattern OPERATOR = Pattern.compile("_(.+)_");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("string", "文字"),
            Map.entry("int", "整数"),
            Map.entry("double", "小数"),
            Map.entry("bool", "是否"),
            Map.entry("google.protobuf.Timestamp", "日期"),
            Map.entry("timestamp", "日期"),
            Map.entry("list(string)", "多选"),
            Map.entry("list", "多选或列表"),
            Map.entry("map", "一组值"),
            Map.entry("dyn", "不定"));

    private RuleWords() {}

    /** @param reason as the compiler or the reader of files gives it; what is not known to us is left as it is */
    static String of(String reason) {
        var unknown = UNKNOWN.matcher(reason);
        if (unknown.find()) {
            return where(reason) + "“" + unknown.group(1) + "”不是表单里的问题，也不是规则里可以用的名称";
        }
        var mismatch = MISMATCH.matcher(reason);
        if (mismatch.find()) {
            return where(reason) + mismatch(mismatch);
        }
        var result = RESULT.matcher(reason);
        if (result.find()) {
            return where(reason) + "规则应当得出“" + type(result.group(1)) + "”，现在得出的是“" + type(result.group(2)) + "”";
        }
        var syntax = SYNTAX.matcher(reason);
        if (syntax.find()) {
            return where(reason) + "规则的写法不对，问题在第 " + syntax.group(1) + " 个字附近；常见的是少了引号、括号，或者用了中文标点";
        }
        return reason;
    }

    private static String mismatch(Matcher found) {
        var operator = OPERATOR.matcher(found.group(1));
        var sides = found.group(2).split(", ");
        if (operator.matches() && sides.length == 2) {
            return "“" + operator.group(1) + "”两边不能相比或相算：左边是" + type(sides[0]) + "，右边是" + type(sides[1]);
        }
        var given = Arrays.stream(sides).map(RuleWords::type).toList();
        return "“" + found.group(1).replace("_", "") + "”不能用在这里，给它的是：" + String.join("、", given);
    }

    private static String type(String cel) {
        return TYPES.getOrDefault(cel.toLowerCase(Locale.ROOT), TYPES.getOrDefault(cel, cel));
    }

    /** Which part of the file a reason is about: what stands before its first blank. */
    private static String where(String reason) {
        int blank = reason.indexOf(' ');
        var path = blank < 0 ? "" : reason.substring(0, blank);
        return path.matches("[a-z_]+(\\[\\d+])?(\\.[a-z_]+(\\[\\d+])?)*") ? path + "：" : "";
    }
}
