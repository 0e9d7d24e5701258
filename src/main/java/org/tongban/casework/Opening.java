package org.tongban.casework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.ItemLimits;
import org.tongban.catalogue.Limit;
import org.tongban.catalogue.Mode;
import org.tongban.catalogue.OnBehalf;
import org.tongban.catalogue.Precheck;
import org.tongban.catalogue.StepKind;
import org.tongban.identity.Actor;
import org.tongban.identity.Masking;
import org.tongban.identity.Relation;
import org.tongban.identity.Role;
import org.tongban.identity.Vault;

/** 立件: makes a new case out of what came in. A refusal by a rule of the service opens no case (L-10). */
@Component
class Opening {
    /** 新立的办件: not yet written. */
    record Opened(
            Casefile file, CaseEvent event, CasefileStore.Paper paper, byte[] key, String request, boolean instant) {}

    private final Catalogue catalogue;
    private final Vault vault;
    private final int node;

    Opening(Catalogue catalogue, Vault vault, @Value("${tongban.node:32}") int node) {
        this.catalogue = catalogue;
        this.vault = vault;
        this.node = node;
    }

    Opened prepare(Submission submission, @Nullable Attendance attendance, Actor by, Instant at, boolean atWindow) {
        var item = submission.item();
        var filing = submission.filing();
        if (by.assurance() < item.assurance()) {
            throw RefusedMove.rule(
                    "weak-identity", "办理“" + item.name() + "”需要更高级别的实名认证（N-21）。", "请升级认证，或者到任一“跨省通办”窗口办理。");
        }
        if (by.role() == Role.CLERK && attendance == null) {
            throw RefusedMove.rule("unattended", "窗口代为填报，要先核验到场人的身份并取得同意（M-25）。", "请登记怎样核验身份、怎样取得同意。");
        }
        var check = catalogue.check(item, filing, Time.dateOf(at));
        refuse(submission, check, submission.insisted() || atWindow);
        refuseStored(item, submission.materials());
        var request = digest(submission.request(), by);
        var key = vault.newWrappedKey();
        var paper = Papers.seal(vault.key(key), filed(submission));
        var missing = check.missingMaterials().stream().map(m -> m.key()).toList();
        var materials = List.copyOf(submission.materials().keySet());
        CaseEvent event = atWindow
                ? new CaseEvent.Received(materials, missing, attendance, paper.digest())
                : new CaseEvent.Submitted(
                        submission.channel(), materials, missing, !missing.isEmpty(), attendance, paper.digest());
        var originals = originals(submission, attendance, by, at);
        var file = file(new Incoming(submission, check, originals, by, at, paper.digest(), request, atWindow));
        return new Opened(file, event, paper, key, request, instant(item, check, file));
    }

    private static void refuse(Submission submission, Precheck check, boolean insisted) {
        if (Boolean.FALSE.equals(check.eligible())
                || !check.fieldErrors().isEmpty()
                || check.competentOffice() == null) {
            throw new RefusedFiling(submission.item(), submission.filing(), check);
        }
        if (!insisted && !check.missingMaterials().isEmpty()) {
            throw new RefusedFiling(submission.item(), submission.filing(), check);
        }
    }

    /** What is secret or sealed by its issuer is registered on paper and never kept here. */
    static void refuseStored(Item item, Map<String, List<String>> materials) {
        item.materials().stream()
                .filter(m -> !m.storable()
                        && !materials.getOrDefault(m.key(), List.of()).isEmpty())
                .findFirst()
                .ifPresent(m -> {
                    throw RefusedMove.rule("never-stored", "“" + m.name() + "”只登记流转，不得上传或者扫描。", "请把原件交到窗口登记，网上删去这份文件。");
                });
    }

    /** What the case is made of. */
    private record Incoming(
            Submission submission,
            Precheck check,
            List<Casefile.Original> originals,
            Actor by,
            Instant at,
            String paper,
            String request,
            boolean atWindow) {
        CaseState state() {
            return atWindow ? CaseState.RECEIVED : CaseState.SUBMITTED;
        }

        String office() {
            return Objects.requireNonNull(check.competentOffice()).code();
        }

        @Nullable
        String window() {
            boolean elsewhere = by.role() == Role.OFFICE_SYSTEM && !by.worksAt(office());
            return atWindow || by.role() == Role.CLERK || elsewhere ? by.office() : null;
        }

        @Nullable
        String platform() {
            return by.role() == Role.PLATFORM ? by.id() : null;
        }

        boolean insisted() {
            return !check.missingMaterials().isEmpty() && !atWindow;
        }
    }

    private Casefile file(Incoming in) {
        return new Casefile(
                id(in.request()),
                0,
                in.submission().item().id(),
                in.submission().item().version(),
                in.check().mode().name(),
                in.state(),
                null,
                new TreeMap<>(in.check().places()),
                new TreeMap<>(in.check().plan().offices()),
                steps(in.submission(), in.check()),
                in.office(),
                in.window(),
                vault.subject(in.submission().filing().applicant()),
                agent(in.submission().filing()),
                in.platform(),
                Masking.name(in.submission().filing().applicant().name()),
                in.at(),
                null,
                null,
                null,
                false,
                false,
                0,
                List.of(),
                in.insisted(),
                false,
                in.paper(),
                in.originals(),
                Parties.of(in.check(), vault),
                limits(in.check()),
                in.submission().linkedTo(),
                null,
                "",
                legs(in.check(), in.office(), in.state()),
                List.of(),
                List.of(),
                List.of());
    }

    private @Nullable String agent(Filing filing) {
        return filing.agent() == null ? null : vault.subject(filing.agent());
    }

    static String digest(String request, Actor by) {
        return Vault.digest(by.id() + "\n" + request);
    }

    /** Ids are made by us: the node's two digits, then sixteen that follow from the request. */
    long id(String request) {
        return node * CaseNumber.PER_NODE
                + Math.floorMod(Long.parseUnsignedLong(request.substring(0, 16), 16), CaseNumber.PER_NODE);
    }

    private static List<Integer> steps(Submission submission, Precheck check) {
        return check.plan().steps().stream()
                .filter(i -> !submission.answeredSteps().contains(i))
                .toList();
    }

    private static List<Casefile.Original> originals(
            Submission submission, @Nullable Attendance attendance, Actor by, Instant at) {
        var holder = by.office() == null ? MoveForms.APPLICANT : by.office();
        var act = OriginalMoves.Step.RECEIVED.label();
        var dueBackOn = attendance == null ? null : attendance.originalsDueBackOn();
        var originals = new ArrayList<Casefile.Original>();
        submission
                .originals()
                .forEach(key -> originals.add(new Casefile.Original(
                        key, nameOf(submission.item(), key), holder, act, null, null, null, dueBackOn, at)));
        var seen = attendance == null ? List.<String>of() : attendance.seen();
        seen.forEach(key -> originals.add(new Casefile.Original(
                key,
                nameOf(submission.item(), key),
                MoveForms.APPLICANT,
                OriginalMoves.Step.SEEN.label(),
                null,
                null,
                null,
                null,
                at)));
        return List.copyOf(originals);
    }

    private static String nameOf(Item item, String material) {
        return item.materials().stream()
                .filter(m -> m.key().equals(material))
                .findFirst()
                .orElseThrow(() -> RefusedMove.rule("no-such-material", "没有名为“" + material + "”的材料。", "请从材料清单中选择。"))
                .name();
    }

    private static Casefile.Limits limits(Precheck check) {
        var steps = new TreeMap<Integer, Casefile.Span>();
        check.plan().stepLimits().forEach((step, limit) -> steps.put(step, span(limit)));
        var legs = new TreeMap<String, Casefile.Span>();
        check.plan().legLimits().forEach((leg, limit) -> legs.put(leg, span(limit)));
        return new Casefile.Limits(spanOrNull(check.statutory()), spanOrNull(check.committed()), steps, legs);
    }

    private static Casefile.@Nullable Span spanOrNull(Limit.@Nullable Counted limit) {
        return limit == null ? null : span(limit);
    }

    private static Casefile.Span span(Limit.Counted limit) {
        return new Casefile.Span(limit.days(), limit.unit(), limit.from());
    }

    private static List<Leg> legs(Precheck check, String office, CaseState state) {
        var legs = new ArrayList<Leg>();
        for (var part : check.plan().legs()) {
            var at = check.plan().offices().getOrDefault(part.role() == null ? "handled_by" : part.role(), office);
            legs.add(leg(legs.size() + 1, part.key(), part.name(), at, state));
        }
        return legs;
    }

    private static Leg leg(int no, String key, String name, String office, CaseState state) {
        return new Leg(no, key, name, office, state, null, null, null, null, 0, false, null, null);
    }

    /** A service on the spot whose only steps are look-ups, all answered, nothing missing, nothing left for a person to judge. */
    private static boolean instant(Item item, Precheck check, Casefile file) {
        return item.limits().kind() == ItemLimits.Kind.INSTANT
                && check.missingMaterials().isEmpty()
                && Boolean.TRUE.equals(check.eligible())
                && file.steps().stream().allMatch(i -> item.steps().get(i).kind() == StepKind.MOVE);
    }

    private static Map<String, Object> filed(Submission submission) {
        var filing = submission.filing();
        var filed = new LinkedHashMap<String, Object>();
        filed.put("applicant", filing.applicant());
        filed.put("agent", filing.agent());
        filed.put("relation", relation(filing.relation()));
        filed.put("answers", OnBehalf.told(submission.item(), filing).answers());
        filed.put("materials", submission.materials());
        return filed;
    }

    private static @Nullable String relation(@Nullable Relation of) {
        return of == null ? null : of.label();
    }

    /** What a supplement says must fit the form as a submission must; what it leaves alone is not looked at again. */
    void requireRight(Item item, Casefile file, Act act, Casebook.Filed old, Instant at) {
        var given = keys(act, "answers");
        var brought = keys(act, "materials");
        var problems = brought.stream()
                .filter(key -> item.material(key).isEmpty())
                .map(key -> new Refusal.Fields.Problem("materials." + key, "本事项没有这种材料：" + key))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!given.isEmpty()) {
            var filing = new Filing(
                    old.who(),
                    old.agentPerson(),
                    old.relationOf(),
                    file.places(),
                    Mode.valueOf(file.mode()),
                    merged(act, old),
                    old.materials().keySet(),
                    Set.of());
            catalogue.check(item, filing, Time.dateOf(at)).fieldErrors().stream()
                    .filter(e -> given.contains(e.key().split("[.\\[]", 2)[0]))
                    .forEach(e -> problems.add(new Refusal.Fields.Problem("answers." + e.key(), e.text())));
        }
        if (!problems.isEmpty()) {
            throw new RefusedMove(new Refusal.Fields(problems));
        }
    }

    private static Set<String> keys(Act act, String of) {
        return act.fields().get(of) instanceof Map<?, ?> given
                ? given.keySet().stream().map(Object::toString).collect(Collectors.toSet())
                : Set.of();
    }

    private static Map<String, Object> merged(Act act, Casebook.Filed old) {
        var answers = new LinkedHashMap<String, Object>(old.answers());
        if (act.fields().get("answers") instanceof Map<?, ?> given) {
            given.forEach((k, v) -> answers.put(k.toString(), v));
        }
        return answers;
    }

    /** The filing as it stands after a supplement: a new sealed paper, nothing of the old one is lost. */
    String supplemented(Item item, byte[] key, Act act, Casebook.Filed old, List<CasefileStore.Paper> papers) {
        var materials = new LinkedHashMap<String, List<String>>(old.materials());
        if (act.fields().get("materials") instanceof Map<?, ?> given) {
            given.forEach((k, v) -> materials.put(k.toString(), ids(v)));
        }
        refuseStored(item, materials);
        var filed = new LinkedHashMap<String, Object>();
        filed.put("applicant", old.applicant());
        filed.put("agent", old.agent());
        filed.put("relation", old.relation());
        filed.put("answers", merged(act, old));
        filed.put("materials", materials);
        var paper = Papers.seal(vault.key(key), filed);
        papers.add(paper);
        return paper.digest();
    }

    /** The files that a supplement brings. */
    static List<UUID> fileIds(Act act) {
        return act.fields().get("materials") instanceof Map<?, ?> given
                ? given.values().stream()
                        .flatMap(v -> ids(v).stream())
                        .map(UUID::fromString)
                        .distinct()
                        .toList()
                : List.of();
    }

    private static List<String> ids(@Nullable Object given) {
        return given instanceof List<?> many
                ? many.stream().map(Object::toString).toList()
                : List.of();
    }
}
