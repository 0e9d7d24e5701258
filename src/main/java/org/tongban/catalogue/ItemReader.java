package org.tongban.catalogue;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.calendar.LimitUnit;
import org.tongban.places.Level;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a service's file into an {@link Item}: {@code docs/item-files.md} key by key, an unknown one refused. */
final class ItemReader {

    private static final List<String> MOVES =
            List.of("submit", "receive", "handOver", "accept", "extend", "pause", "grant", "deliver");

    private final String file;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private ItemReader(String file) {
        this.file = file;
    }

    /**
     * What was read, and where it stands.
     *
     * @param lines path (as {@code materials[2].when}) → line
     */
    record Read(Item item, Map<String, Integer> lines) {}

    /**
     * Reads a file and checks what it refers to; its expressions are not compiled here.
     *
     * @throws ItemFileRefused with file, line and reason
     */
    static Read read(String file, String text, String version) {
        return read(file, compose(file, text), version);
    }

    static Read read(String file, Node root, String version) {
        var reader = new ItemReader(file);
        var top = new Section(file, "", root, reader.lines);
        var item = reader.item(top, version);
        top.complete();
        ItemReview.review(file, item, reader.lines);
        return new Read(item, Map.copyOf(reader.lines));
    }

    static Node compose(String file, String text) {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(0);
            var root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new ItemFileRefused(file, 1, "文件是空的");
            }
            return root;
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new ItemFileRefused(file, mark == null ? 1 : mark.getLine() + 1, "不是正确的 YAML：" + e.getProblem());
        }
    }

    private String id(Section s) {
        var id = s.text("id");
        if (!file.equals(id + ".yaml")) {
            throw s.refused("id", "与文件名不一致");
        }
        return id;
    }

    private Item item(Section s, String version) {
        return new Item(
                id(s),
                version,
                s.text("batch"),
                s.whole("seq"),
                s.text("name"),
                s.text("scenario"),
                s.text("lead"),
                s.texts("cooperating"),
                s.oneOf("archetype", Item.Archetype.class, Item.Archetype::chinese),
                s.oneOf("type", Item.Type.class, Item.Type::chinese),
                s.someOf("applicants", Item.ApplicantKind.class, Item.ApplicantKind::chinese),
                s.someOf("modes", Mode.class, Mode::chinese),
                s.someOf("life_events", Item.LifeEvent.class, Item.LifeEvent::chinese),
                s.texts("keywords"),
                s.whole("assurance"),
                s.oneOf("remedies", Item.Remedies.class, ItemReader::word),
                decision(s.section("decision")),
                places(s.section("places")),
                s.each("offices", ItemReader::office),
                s.each("eligibility", e -> new Eligibility(e.text("text"), e.optionalText("rule"))),
                s.each("form", this::field),
                s.each("materials", ItemReader::material),
                taking(s),
                legs(s),
                s.each("steps", this::step),
                s.each("checks", this::check),
                s.has("on_site") ? onSite(s.section("on_site")) : null,
                limits(s.section("limits")),
                s.text("fee"),
                s.has("charges") ? charges(s.section("charges")) : null,
                s.each("results", ItemReader::result),
                s.texts("refusals"),
                s.texts("basis"),
                s.optionalText("notes"),
                s.each("sources", ItemReader::source),
                s.texts("draft"),
                s.texts("open"));
    }

    private static Item.DecisionRule decision(Section s) {
        var decision = new Item.DecisionRule(s.flag("approver"));
        s.complete();
        return decision;
    }

    private static List<PlaceRule> places(Section s) {
        var places = new ArrayList<PlaceRule>();
        for (var role : s.keys()) {
            var place = s.section(role);
            places.add(new PlaceRule(role, place.text("text"), place.optionalText("region")));
            place.complete();
        }
        return List.copyOf(places);
    }

    private static OfficeRule office(Section s) {
        return new OfficeRule(s.text("role"), s.text("text"), s.text("kind"), level(s), s.optionalText("when"));
    }

    private Field field(Section s) {
        var about = new Field.About(
                s.text("key"),
                s.text("label"),
                s.flag("required"),
                s.optionalText("unit"),
                s.optionalText("hint"),
                s.optionalText("when"),
                s.oneOf("purpose", Field.Purpose.class, ItemReader::word));
        return switch (s.text("type")) {
            case "text" -> new Field.Text(about);
            case "textarea" -> new Field.Textarea(about);
            case "integer" -> new Field.Whole(about);
            case "decimal" -> new Field.Decimal(about);
            case "money" -> new Field.Money(about);
            case "date" -> new Field.Date(about);
            case "month" -> new Field.Month(about);
            case "year" -> new Field.Year(about);
            case "bool" -> new Field.YesNo(about);
            case "select" -> new Field.Select(about, options(s));
            case "multiselect" -> new Field.Multiselect(about, options(s));
            case "region" -> new Field.RegionCode(about);
            case "idcard" -> new Field.IdCard(about);
            case "identity" -> new Field.Identity(about);
            case "uscc" -> new Field.CreditCode(about);
            case "phone" -> new Field.Phone(about);
            case "email" -> new Field.Email(about);
            case "bankcard" -> new Field.BankCard(about);
            case "list" -> new Field.Rows(about, s.each("fields", this::field));
            default -> throw s.refused("type", "没有“" + s.text("type") + "”这种字段");
        };
    }

    private static List<String> options(Section s) {
        var options = s.texts("options");
        if (options.isEmpty()) {
            throw s.refused("options", "没有可选的值");
        }
        return options;
    }

    private static Material material(Section s) {
        return new Material(
                s.text("key"),
                s.text("name"),
                s.flag("required"),
                s.oneOf("medium", Material.Medium.class, Material.Medium::chinese),
                s.optionalText("issuer"),
                s.optionalText("exempt_by"),
                s.optionalText("when"),
                s.optionalText("because"));
    }

    private static Taking taking(Section s) {
        return new Taking(
                s.each("parties", ItemReader::party),
                s.has("on_behalf") ? OnBehalfReader.read(s.section("on_behalf")) : null);
    }

    private static PartyRule party(Section s) {
        return new PartyRule(
                s.text("key"),
                s.text("name"),
                s.text("person"),
                s.optionalText("number"),
                s.optionalText("rows"),
                s.optionalText("when"),
                s.texts("sees"),
                s.has("withdraws") && s.flag("withdraws"));
    }

    private static List<LegDefinition> legs(Section s) {
        var legs = s.each(
                "legs",
                leg -> new LegDefinition(
                        leg.text("key"),
                        leg.text("name"),
                        leg.optionalText("role"),
                        leg.optionalText("rows"),
                        leg.optionalText("label"),
                        leg.texts("after"),
                        leg.has("ends_others") && leg.flag("ends_others"),
                        limit(leg, "limit"),
                        leg.texts("results"),
                        leg.has("interim") && leg.flag("interim"),
                        leg.optionalText("when")));
        return legs.isEmpty() ? List.of(LegDefinition.whole()) : legs;
    }

    private Step step(Section s) {
        var kind = s.oneOf("kind", StepKind.class, ItemReader::word);
        return new Step(
                s.text("actor"),
                s.text("action"),
                s.optionalText("output"),
                limit(s, "limit"),
                s.optionalText("limit_text"),
                s.oneOf("phase", Phase.class, ItemReader::word),
                kind,
                move(s, kind),
                kind == StepKind.INQUIRY || s.has("check") ? Integer.valueOf(s.whole("check")) : null,
                s.optionalText("leg"),
                s.has("together") && s.flag("together"),
                s.has("parties") ? s.texts("parties") : List.of(),
                consequence(s, "silence"),
                consequence(s, "declined"),
                s.has("ends_early") && s.flag("ends_early"),
                s.optionalText("uncounted"),
                s.optionalText("when"));
    }

    private static @Nullable String move(Section s, StepKind kind) {
        if (kind != StepKind.MOVE) {
            return null;
        }
        var move = s.text("move");
        if (!MOVES.contains(move)) {
            throw s.refused("move", "没有“" + move + "”这个流转，可用：" + String.join("、", MOVES));
        }
        return move;
    }

    private static @Nullable Consequence consequence(Section s, String key) {
        return s.has(key) ? s.oneOf(key, Consequence.class, ItemReader::word) : null;
    }

    private Check check(Section s) {
        return new Check(
                s.text("by"),
                s.text("asks"),
                s.texts("answers"),
                s.text("kind"),
                level(s),
                s.flag("binding"),
                limit(s, "limit"));
    }

    private static @Nullable Level level(Section s) {
        return s.has("level") ? s.oneOf("level", Level.class, ItemReader::word) : null;
    }

    private static Item.OnSite onSite(Section s) {
        var onSite = new Item.OnSite(
                s.text("text"),
                s.oneOf("attends", Item.Attendance.class, ItemReader::word),
                s.optionalText("instrument"));
        s.complete();
        return onSite;
    }

    private ItemLimits limits(Section s) {
        var limits = new ItemLimits(
                limit(s, "statutory"),
                s.optionalText("statutory_text"),
                s.text("basis"),
                limit(s, "committed"),
                s.optionalText("committed_text"),
                s.oneOf("kind", ItemLimits.Kind.class, ItemLimits.Kind::chinese),
                s.texts("not_counted"));
        s.complete();
        return limits;
    }

    private static List<Limit.Choice> limit(Section s, String key) {
        return s.oneOrEach(key, l -> new Limit.Choice(l.optionalText("when"), limit(l)));
    }

    private static Limit limit(Section l) {
        if (l.has("counted")) {
            if (l.flag("counted")) {
                throw l.refused("counted", "只能写 false（不计入时限）");
            }
            return new Limit.NotCounted();
        }
        var days = l.whole("days");
        if (days < 0) {
            throw l.refused("days", "不能为负");
        }
        return new Limit.Counted(
                days,
                l.oneOf("unit", LimitUnit.class, ItemReader::word),
                l.oneOf("from", Limit.Start.class, ItemReader::word));
    }

    private static Charges charges(Section s) {
        var charges = new Charges(
                s.each("lines", l -> new Charges.Line(l.text("name"), amount(l), l.text("basis"))),
                s.texts("reductions"),
                s.whole("days"));
        s.complete();
        return charges;
    }

    private static @Nullable BigDecimal amount(Section l) {
        var text = l.optionalText("amount");
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,8}(\\.\\d{1,2})?")) {
            throw l.refused("amount", "应当是以元为单位的金额");
        }
        return new BigDecimal(text);
    }

    private static Result result(Section s) {
        return new Result(
                s.text("name"), s.oneOf("kind", Result.Kind.class, Result.Kind::chinese), s.optionalText("valid"));
    }

    private static Item.Source source(Section s) {
        var how = s.text("how");
        if (!how.equals("found") && !how.equals("recalled")) {
            throw s.refused("how", "应当是 found 或 recalled");
        }
        return new Item.Source(s.text("what"), s.text("where"), how.equals("found"));
    }

    /** The English word of a constant in the files: its name in lower case. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
