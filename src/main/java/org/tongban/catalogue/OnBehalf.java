package org.tongban.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.identity.Relation;

/**
 * 代办规则: who may act for the applicant and what proves it, and whose matter it is where that is not the applicant.
 *
 * @param who may act for the applicant; empty: nobody, they come themselves; null: as the law has it for everybody
 * @param because why nobody may, as the applicant reads it; null where somebody may
 * @param subject null: the applicant is whose matter it is
 * @param told null: the form asks nothing of who acts
 */
public record OnBehalf(
        @Nullable List<Acting> who,
        @Nullable String because,
        @Nullable Subject subject,
        @Nullable Told told) {

    private static final String SELF = "本人";

    /** Where a file says nothing: the law's own. A person's guardian or whom they gave the power to; a body's own people. */
    private static final List<Acting> USUAL = List.of(
            new Acting(Relation.GUARDIAN, List.of()),
            new Acting(Relation.AGENT, List.of()),
            new Acting(Relation.RELATIVE, List.of()),
            new Acting(Relation.HANDLER, List.of()),
            new Acting(Relation.COMMITTEE, List.of()));

    /**
     * 可以代办的人.
     *
     * @param proof keys of the materials that prove it; empty: what the relation usually takes is looked at
     */
    public record Acting(Relation relation, List<String> proof) {}

    /**
     * 办理对象: whose matter it is, as the form names them.
     *
     * @param person key of the answer that names them
     * @param number key of the answer that identifies them; null: none does
     * @param relation key of the answer that says what the applicant is to them; null: none does
     */
    public record Subject(
            String person,
            @Nullable String number,
            @Nullable String relation) {}

    /**
     * 由登录和登记带出的填报内容: keys of the answers that follow from who acts and are asked of nobody.
     *
     * @param acts whether somebody acts for the applicant
     * @param commissioned whether somebody does whom they gave the power to: neither their guardian nor a body's own people
     * @param agent who acts; null: not asked
     * @param handler who of the body's own people acts; null: not asked
     * @param relation what who acts is to the applicant
     * @param kind whether a person or an organisation applies
     */
    public record Told(
            @Nullable String acts,
            @Nullable String commissioned,
            @Nullable Named agent,
            @Nullable Named handler,
            @Nullable Words relation,
            @Nullable Words kind) {

        Set<String> keys() {
            return Stream.of(
                            Stream.of(acts, commissioned),
                            agent == null ? Stream.<String>empty() : Stream.of(agent.name(), agent.number()),
                            handler == null ? Stream.<String>empty() : Stream.of(handler.name(), handler.number()),
                            Stream.of(field(relation), field(kind)))
                    .flatMap(keys -> keys)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }

        private static @Nullable String field(@Nullable Words words) {
            return words == null ? null : words.field();
        }
    }

    /** 姓名和号码: keys of the answers that name and identify somebody. */
    public record Named(String name, @Nullable String number) {}

    /** 换成表单的说法: a key of the form, and what its options call the things. */
    public record Words(String field, Map<String, String> options) {}

    static List<Acting> of(Item item) {
        var rule = item.onBehalf();
        return rule == null || rule.who() == null ? USUAL : rule.who();
    }

    /** Whether the file says itself who may act; else the law does. */
    public boolean names() {
        return who != null;
    }

    /** Whether anybody may act for the applicant of this service. */
    public static boolean anybody(Item item) {
        return !of(item).isEmpty();
    }

    /** How somebody in this relation acts in the service; empty: they may not. A relative with a letter of authority is as good as any agent. */
    public static Optional<Acting> acting(Item item, @Nullable Relation relation) {
        var listed = of(item).stream().filter(one -> one.relation() == relation).findFirst();
        return listed.isEmpty() && relation == Relation.RELATIVE ? acting(item, Relation.AGENT) : listed;
    }

    /** Those who may act, in order. */
    public static List<Relation> relations(Item item) {
        return of(item).stream().map(Acting::relation).toList();
    }

    /** What is shown to prove it: the service's own materials, or what the relation usually takes. */
    public static String proof(Item item, Acting acting) {
        return acting.proof().isEmpty()
                ? acting.relation().proof()
                : acting.proof().stream()
                        .map(key -> item.material(key).map(Material::name).orElse(key))
                        .collect(Collectors.joining("、"));
    }

    /** Why this filing cannot be made for the applicant by who makes it; null where it can. */
    static @Nullable String standsAgainst(Item item, Filing filing) {
        var rule = item.onBehalf();
        if (filing.agent() == null) {
            return null;
        }
        if (rule != null && !anybody(item)) {
            return "本事项不能由他人代办：" + rule.because();
        }
        var relation = Objects.requireNonNull(filing.relation());
        return acting(item, relation).isPresent()
                ? null
                : "本事项不能由" + relation.label() + "代办，可以代办的是："
                        + relations(item).stream().map(Relation::label).collect(Collectors.joining("、"));
    }

    /** The filing with the answers that follow from who files; what was typed instead stays, to be told wrong. */
    public static Filing told(Item item, Filing filing) {
        var told = item.onBehalf() == null ? null : item.onBehalf().told();
        if (told == null) {
            return filing;
        }
        var answers = new LinkedHashMap<>(filing.answers());
        following(told, filing).forEach((key, value) -> answers.merge(key, value, (typed, _) -> typed));
        return filing.with(answers);
    }

    /** Key of a question → the answer that follows from who files. */
    static Map<String, Object> following(Item item, Filing filing) {
        var told = item.onBehalf() == null ? null : item.onBehalf().told();
        return told == null ? Map.of() : following(told, filing);
    }

    private static Map<String, Object> following(Told told, Filing filing) {
        var answers = new HashMap<String, Object>();
        var agent = filing.agent();
        var relation = filing.relation();
        boolean body = filing.applicant() instanceof Organisation;
        boolean own = body && relation == Relation.HANDLER;
        put(answers, told.acts(), agent != null);
        put(answers, told.commissioned(), agent != null && !own && relation != Relation.GUARDIAN);
        name(answers, own ? told.handler() : told.agent(), agent);
        translate(
                answers, told.relation(), relation != null ? relation.label() : body ? Relation.HANDLER.label() : SELF);
        translate(answers, told.kind(), body ? "单位" : "个人");
        return answers;
    }

    private static void name(Map<String, Object> answers, @Nullable Named named, @Nullable Person agent) {
        if (named != null && agent != null) {
            put(answers, named.name(), agent.name());
            put(answers, named.number(), agent.idNumber() == null ? null : agent.documentNumber());
        }
    }

    private static void translate(Map<String, Object> answers, @Nullable Words words, String said) {
        if (words != null) {
            var option = words.options().get(said);
            boolean asAgent = option == null && said.equals(Relation.RELATIVE.label());
            put(answers, words.field(), asAgent ? words.options().get(Relation.AGENT.label()) : option);
        }
    }

    private static void put(Map<String, Object> answers, @Nullable String key, @Nullable Object value) {
        if (key != null && value != null) {
            answers.put(key, value);
        }
    }
}
