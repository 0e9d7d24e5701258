package org.tongban.catalogue;

import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** 条件的说法: an expression of a service's file as a sentence for the people it concerns, in the labels of its own form. */
public final class Conditions {

    private static final CelParser PARSER =
            CelParserFactory.standardCelParserBuilder().build();
    private static final Map<String, String> COMPARED =
            Map.of("_==_", "是", "_!=_", "不是", "_>_", "大于", "_>=_", "不小于", "_<_", "小于", "_<=_", "不大于");
    private static final Map<String, String> PLACES =
            Map.of(PlaceRule.APPLY_AT, "申请地", PlaceRule.HANDLED_BY, "办理地", "from", "转出地（迁出地）", "to", "转入地（迁入地）");
    private static final Map<String, String> FACTS =
            Map.of("birthDate", "申请人的出生日期", "sex", "申请人的性别", "region", "申请人的户籍地或注册地");

    private final Item item;

    private Conditions(Item item) {
        this.item = item;
    }

    /** Empty where the expression says more than such a sentence can. */
    public static Optional<String> inWords(Item item, String expression) {
        try {
            var parsed = PARSER.parse(expression).getAst().getExpr();
            return Optional.ofNullable(new Conditions(item).sentence(parsed));
        } catch (CelValidationException e) {
            throw new IllegalArgumentException("规则编译不过：" + e.getMessage(), e);
        }
    }

    private @Nullable String sentence(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> yesOrNo(expr, "是");
            case CALL -> call(expr.call());
            default -> null;
        };
    }

    private @Nullable String call(CelExpr.CelCall call) {
        var given = call.args();
        return switch (call.function()) {
            case "_&&_" -> joined(given, "，并且");
            case "_||_" -> joined(given, "，或者");
            case "!_" -> denied(given.getFirst());
            case "@in" -> among(given, "是", "里有");
            default -> COMPARED.containsKey(call.function()) ? compared(call) : null;
        };
    }

    /** Parts that are joined otherwise stand in brackets, so that a sentence reads one way only. */
    private @Nullable String joined(List<CelExpr> parts, String by) {
        var sentences = parts.stream().map(this::sentence).toList();
        if (sentences.contains(null)) {
            return null;
        }
        return sentences.stream()
                .map(sentence -> mixes(sentence, by) ? "（" + sentence + "）" : sentence)
                .collect(Collectors.joining(by));
    }

    private static boolean mixes(String sentence, String by) {
        return sentence.contains(by.equals("，并且") ? "，或者" : "，并且");
    }

    private @Nullable String denied(CelExpr expr) {
        if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return yesOrNo(expr, "否");
        }
        boolean listed = expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && expr.call().function().equals("@in");
        return listed ? among(expr.call().args(), "不是", "里没有") : null;
    }

    private @Nullable String yesOrNo(CelExpr ident, String answer) {
        return item.field(ident.ident().name())
                .filter(Field.YesNo.class::isInstance)
                .map(field -> "“" + field.label() + "”选" + answer)
                .orElse(null);
    }

    /** A value among several, or a list that holds a value. */
    private @Nullable String among(List<CelExpr> given, String is, String holds) {
        var left = given.getFirst();
        var right = given.getLast();
        if (right.getKind() == CelExpr.ExprKind.Kind.LIST) {
            var values = right.list().elements().stream().map(this::value).toList();
            var name = name(left);
            return name == null || values.contains(null) ? null : name + is + or(values);
        }
        var value = value(left);
        var name = name(right);
        return value == null || name == null ? null : name + holds + value;
    }

    private static String or(List<@Nullable String> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("或"));
    }

    private @Nullable String compared(CelExpr.CelCall call) {
        var name = name(call.args().getFirst());
        var right = call.args().getLast();
        var value = value(right) == null ? name(right) : value(right);
        return name == null || value == null ? null : name + COMPARED.get(call.function()) + value;
    }

    private @Nullable String name(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT ->
                item.field(expr.ident().name())
                        .map(field -> "“" + field.label() + "”")
                        .orElse(null);
            case SELECT -> selected(expr.select());
            default -> null;
        };
    }

    private static @Nullable String selected(CelExpr.CelSelect select) {
        if (select.operand().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return null;
        }
        return switch (select.operand().ident().name()) {
            case "places" -> PLACES.get(select.field());
            case "applicant" -> FACTS.get(select.field());
            default -> null;
        };
    }

    private @Nullable String value(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT ? constant(expr.constant()) : null;
    }

    private static @Nullable String constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> "“" + constant.stringValue() + "”";
            case INT64_VALUE -> Long.toString(constant.int64Value());
            case DOUBLE_VALUE -> Double.toString(constant.doubleValue());
            case BOOLEAN_VALUE -> constant.booleanValue() ? "“是”" : "“否”";
            default -> null;
        };
    }
}
