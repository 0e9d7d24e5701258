package org.tongban.catalogue;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import dev.cel.runtime.Program;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.places.Regions;

/**
 * 规则: the CEL expressions of one service, typed by its own form. Compiled when first needed and kept; the meaning of what is not known is
 * CEL's own (absorbed by {@code ||}, {@code &&} and {@code ?:}).
 */
final class Rules {

    private static final CelOptions OPTIONS =
            CelOptions.current().enableUnknownTracking(true).build();
    private static final CelType ROW = MapType.create(SimpleType.STRING, SimpleType.DYN);

    private static final Set<String> APPLICANT = Set.of(
            "name",
            "documentNumber",
            "idNumber",
            "identityType",
            "identityNumber",
            "uscc",
            "form",
            "birthDate",
            "sex",
            "phone",
            "region",
            "agentName");

    private final Item item;
    private final Functions functions;
    private final CelRuntime runtime;
    private final Map<String, CelCompiler> compilers = new ConcurrentHashMap<>();
    private final Map<Expression, Compiled> compiled = new ConcurrentHashMap<>();

    Rules(Item item, Regions regions) {
        this.item = item;
        functions = new Functions(regions);
        runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(functions.bindings())
                .build();
    }

    /** @param references the form keys, {@code applicant.x} and {@code places.x} that the expression names */
    record Compiled(Program program, Set<String> references) {}

    /** @throws IllegalArgumentException with the reason if it does not compile or gives something else than is wanted */
    Compiled compile(Expression expression) {
        // The path is left out of the key: the same text means the same wherever it stands on the form.
        var key = new Expression("", expression.text(), expression.wanted(), expression.row());
        return compiled.computeIfAbsent(key, this::compileNow);
    }

    private Compiled compileNow(Expression expression) {
        try {
            var ast = compiler(expression.row()).compile(expression.text()).getAst();
            var wanted = expression.wanted() == Expression.Wanted.TRUTH ? SimpleType.BOOL : SimpleType.STRING;
            if (!ast.getResultType().equals(wanted) && !ast.getResultType().equals(SimpleType.DYN)) {
                throw new IllegalArgumentException(
                        "应当得出 " + wanted.name() + "，实为 " + ast.getResultType().name() + "：" + expression.text());
            }
            var references = references(ast);
            references.forEach(this::requireKnown);
            return new Compiled(runtime.createProgram(ast), references);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("规则编译不过：" + e.getMessage(), e);
        }
    }

    /** CEL itself lets any key of a map pass. */
    private void requireKnown(String name) {
        boolean known = name.startsWith("places.")
                ? item.place(name.substring("places.".length())).isPresent()
                : !name.startsWith("applicant.") || APPLICANT.contains(name.substring("applicant.".length()));
        if (!known) {
            throw new IllegalArgumentException("没有 " + name);
        }
    }

    private CelCompiler compiler(Field.@Nullable Rows row) {
        return compilers.computeIfAbsent(row == null ? "" : row.key(), _ -> newCompiler(row));
    }

    private CelCompiler newCompiler(Field.@Nullable Rows row) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(Functions.age())
                .addFunctionDeclarations(functions.declarations())
                .addVar("applicant", ROW)
                .addVar("places", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .addVar("today", SimpleType.TIMESTAMP);
        item.form().stream()
                .filter(f -> row == null
                        || row.fields().stream().noneMatch(c -> c.key().equals(f.key())))
                .forEach(f -> builder.addVar(f.key(), typeOf(f)));
        if (row != null) {
            row.fields().forEach(f -> builder.addVar(f.key(), typeOf(f)));
        }
        return builder.build();
    }

    static CelType typeOf(Field field) {
        return switch (field) {
            case Field.Whole _, Field.Year _ -> SimpleType.INT;
            case Field.Decimal _, Field.Money _ -> SimpleType.DOUBLE;
            case Field.Date _ -> SimpleType.TIMESTAMP;
            case Field.YesNo _ -> SimpleType.BOOL;
            case Field.Multiselect _ -> ListType.create(SimpleType.STRING);
            case Field.Identity _ -> MapType.create(SimpleType.STRING, SimpleType.STRING);
            case Field.Rows _ -> ListType.create(ROW);
            case Field.Text _,
                    Field.Textarea _,
                    Field.Month _,
                    Field.Select _,
                    Field.RegionCode _,
                    Field.IdCard _,
                    Field.CreditCode _,
                    Field.Phone _,
                    Field.Email _,
                    Field.BankCard _ -> SimpleType.STRING;
        };
    }

    /** Names declared by us only: the variables of {@code exists} and the like are none of the form's. */
    private Set<String> references(CelAbstractSyntaxTree ast) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.IDENT)
                .map(Rules::name)
                .filter(name -> name.startsWith("applicant")
                        || name.startsWith("places")
                        || item.field(name).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(CelNavigableExpr ident) {
        var name = ident.expr().ident().name();
        var above = ident.parent().map(CelNavigableExpr::expr);
        boolean grouped = name.equals("applicant") || name.equals("places");
        return grouped && above.isPresent() && above.get().getKind() == Kind.SELECT
                ? name + "." + above.get().select().field()
                : name;
    }

    /**
     * What the expression comes to.
     *
     * @param values by name; {@code applicant} and {@code places} are maps
     * @param unknown name → whether it is a field that does not apply
     */
    Verdict judge(Expression expression, Map<String, Object> values, Map<String, Boolean> unknown) {
        var rule = compile(expression);
        var patterns = unknown.keySet().stream()
                .map(CelAttributePattern::fromQualifiedIdentifier)
                .toList();
        try {
            var outcome = rule.program().eval(PartialVars.of(name -> Optional.ofNullable(values.get(name)), patterns));
            return outcome instanceof CelUnknownSet set ? unknown(set, unknown) : new Verdict.Value(outcome);
        } catch (CelEvaluationException e) {
            // A row without the value, a date that is none, a division by nothing: not known, and never "yes".
            var of = new TreeSet<>(rule.references());
            of.retainAll(unknown.keySet());
            return new Verdict.Unknown(of.isEmpty() ? rule.references() : of, false);
        }
    }

    private static Verdict unknown(CelUnknownSet set, Map<String, Boolean> unknown) {
        var names = set.attributes().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        boolean inapplicable = names.stream().allMatch(name -> unknown.getOrDefault(name, false));
        return new Verdict.Unknown(names, inapplicable && !names.isEmpty());
    }
}
