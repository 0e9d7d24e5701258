package org.tongban.catalogue;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.runtime.CelFunctionBinding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.tongban.identity.IdNumber;
import org.tongban.places.Regions;

/**
 * 规则函数: what rules may call beside CEL's own, all pure. A date is a timestamp at 00:00 UTC of its day. Months and years end as
 * 民法典 202 says: on the corresponding day, or on the month's last where there is none.
 */
@SuppressWarnings("Immutable") // what the bindings close over is pure; it cannot carry Error Prone's annotation
final class Functions {

    private static final CelType TEXT = SimpleType.STRING;
    private static final CelType TIME = SimpleType.TIMESTAMP;
    private static final CelType WHOLE = SimpleType.INT;
    private static final CelType ROWS = ListType.create(MapType.create(TEXT, SimpleType.DYN));

    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    Functions(Regions regions) {
        date();
        ageOn();
        shift("addMonths", (day, months) -> day.plusMonths(months));
        shift("addYears", (day, years) -> day.plusYears(years));
        regions("sameProvince", regions::sameProvince);
        regions("sameCity", regions::sameCity);
        regions("regionWithin", regions::within);
        declare("birthDateOf", newGlobalOverload("birthDateOf_text", TIME, TEXT));
        bind("birthDateOf", CelFunctionBinding.from("birthDateOf_text", String.class, Functions::birthDateOf));
        declare("sum", newGlobalOverload("sum_rows", SimpleType.DOUBLE, ROWS, TEXT));
        bind("sum", CelFunctionBinding.from("sum_rows", List.class, String.class, Functions::sum));
    }

    List<CelFunctionDecl> declarations() {
        return declarations;
    }

    List<CelFunctionBinding> bindings() {
        return bindings;
    }

    /** {@code age(x)} is {@code ageOn(x, today)}. */
    static CelMacro age() {
        return CelMacro.newGlobalMacro("age", 1, Functions::ageToday);
    }

    private static Optional<CelExpr> ageToday(
            CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
        return Optional.of(factory.newGlobalCall("ageOn", arguments.getFirst(), factory.newIdentifier("today")));
    }

    private void date() {
        declare("date", newGlobalOverload("date_time", TIME, TIME), newGlobalOverload("date_text", TIME, TEXT));
        bind(
                "date",
                CelFunctionBinding.from("date_time", Instant.class, time -> timeOf(dayOf(time))),
                CelFunctionBinding.from("date_text", String.class, text -> timeOf(LocalDate.parse(text))));
    }

    private void ageOn() {
        declare(
                "ageOn",
                newGlobalOverload("ageOn_time", WHOLE, TIME, TIME),
                newGlobalOverload("ageOn_text", WHOLE, TEXT, TIME));
        bind(
                "ageOn",
                CelFunctionBinding.from(
                        "ageOn_time", Instant.class, Instant.class, (birth, day) -> ageOn(dayOf(birth), dayOf(day))),
                CelFunctionBinding.from(
                        "ageOn_text",
                        String.class,
                        Instant.class,
                        (birth, day) -> ageOn(LocalDate.parse(birth), dayOf(day))));
    }

    private void shift(String name, BiFunction<LocalDate, Long, LocalDate> shift) {
        declare(name, newGlobalOverload(name + "_time", TIME, TIME, WHOLE));
        bind(
                name,
                CelFunctionBinding.from(
                        name + "_time", Instant.class, Long.class, (time, n) -> timeOf(shift.apply(dayOf(time), n))));
    }

    private void regions(String name, BiPredicate<String, String> relation) {
        declare(name, newGlobalOverload(name + "_text", SimpleType.BOOL, TEXT, TEXT));
        bind(name, CelFunctionBinding.from(name + "_text", String.class, String.class, relation::test));
    }

    private void declare(String name, CelOverloadDecl... overloads) {
        declarations.add(newFunctionDeclaration(name, overloads));
    }

    private void bind(String name, CelFunctionBinding... overloads) {
        Collection<CelFunctionBinding> bound = CelFunctionBinding.fromOverloads(name, overloads);
        bindings.addAll(bound);
    }

    static Instant timeOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static long ageOn(LocalDate birth, LocalDate day) {
        return Period.between(birth, day).getYears();
    }

    private static Instant birthDateOf(String number) {
        return timeOf(new IdNumber(number).birthDate());
    }

    /** Over all rows; a row without the value does not count. */
    private static double sum(List<?> rows, String key) {
        double sum = 0;
        for (var row : rows) {
            sum += row instanceof Map<?, ?> map && map.get(key) instanceof Number number ? number.doubleValue() : 0;
        }
        return sum;
    }
}
