package org.tongban.web.counter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.calendar.Time;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseNumber;
import org.tongban.casework.Casebook;
import org.tongban.casework.Casefile;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Filing;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Mode;
import org.tongban.identity.Actor;
import org.tongban.identity.Masking;
import org.tongban.identity.Organisation;
import org.tongban.identity.Person;
import org.tongban.web.Words;
import org.tongban.web.applicant.OfficeCards;

/** 单据的拼成: receipts of what was handed in and notices of what is to be corrected, each from one entry of the history. */
@Component
class Slips {
    private static final String SEEN = "登记不留存";

    private final WindowCases cases;
    private final Catalogue catalogue;
    private final OfficeCards offices;

    Slips(WindowCases cases, Catalogue catalogue, OfficeCards offices) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.offices = offices;
    }

    /** What this window prints for an entry; null: nothing. */
    static @Nullable String titleOf(Casebook.Line line, Actor by) {
        if (!Objects.equals(line.entry().by().office(), by.office())) {
            return null;
        }
        return switch (line.entry().event()) {
            case CaseEvent.Received _, CaseEvent.Submitted _ -> "收件凭证";
            case CaseEvent.Supplemented _ -> "补交材料收件凭证";
            case CaseEvent.FormReturned _ -> "形式问题一次性告知书";
            default -> null;
        };
    }

    /** @throws ResponseStatusException 404 where this window prints nothing for the entry */
    Slip of(String number, int seq, Actor by) {
        var opened = cases.opened(number, by);
        var line = opened.lines().stream()
                .filter(one -> one.entry().seq() == seq && titleOf(one, by) != null)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var file = opened.file();
        var item = cases.itemOf(file);
        var content = content(opened, line, item);
        boolean elsewhere = line.entry().event() instanceof CaseEvent.Received
                || (line.entry().event() instanceof CaseEvent.FormReturned);
        var agent = opened.filed().agentPerson();
        return new Slip(
                file.number() + "-" + seq,
                line.entry().event() instanceof CaseEvent.FormReturned ? Slip.Kind.NOTICE : Slip.Kind.RECEIPT,
                String.valueOf(titleOf(line, by)),
                CaseNumber.of(file.casefileId()).toString(),
                "/counter/cases/" + file.number(),
                item.name(),
                applicant(opened),
                agent == null ? null : agent.name(),
                line.entry().at(),
                content.lines(),
                content.missing(),
                content.spared(),
                Objects.toString(line.words().get("text"), ""),
                offices.of(String.valueOf(line.entry().by().office())),
                line.entry().by().name(),
                offices.of(file.office()),
                elsewhere,
                content.dueBackOn(),
                until(file, line));
    }

    /** The last day of what this entry asked for; null where it set none. */
    private static java.time.@Nullable LocalDate until(Casefile file, Casebook.Line line) {
        return file.tasks().stream()
                .filter(task -> task.kind() == TaskKind.SUPPLEMENT
                        && task.openedAt().equals(line.entry().at()))
                .map(Task::dueOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** 清单内容. */
    private record Content(
            List<Slip.Line> lines,
            List<String> missing,
            List<String> spared,
            java.time.@Nullable LocalDate dueBackOn) {}

    private static List<String> applicant(Casebook.Opened opened) {
        return switch (opened.filed().who()) {
            case Person person ->
                List.of(person.name(), person.documentType() + " " + Masking.number(person.documentNumber()));
            case Organisation organisation ->
                List.of(organisation.name(), organisation.uscc().text());
        };
    }

    private Content content(Casebook.Opened opened, Casebook.Line line, Item item) {
        return switch (line.entry().event()) {
            case CaseEvent.Received e -> {
                var due = e.attendance() == null ? null : e.attendance().originalsDueBackOn();
                yield new Content(
                        handedIn(opened, line, item, e.materials()),
                        names(item, e.missing()),
                        spared(opened, item, e.missing()),
                        due);
            }
            case CaseEvent.Submitted e -> {
                var due = e.attendance() == null ? null : e.attendance().originalsDueBackOn();
                yield new Content(
                        handedIn(opened, line, item, e.materials()),
                        names(item, e.missing()),
                        spared(opened, item, e.missing()),
                        due);
            }
            case CaseEvent.Supplemented e ->
                new Content(handedIn(opened, line, item, e.materials()), List.of(), List.of(), null);
            case CaseEvent.FormReturned e ->
                new Content(
                        e.defects().stream()
                                .map(key -> new Slip.Line(
                                        WindowCases.named(item, key),
                                        key.startsWith("material.") ? Words.t("材料") : Words.t("填报内容")))
                                .toList(),
                        List.of(),
                        List.of(),
                        null);
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static List<String> names(Item item, List<String> keys) {
        return keys.stream()
                .map(key -> WindowCases.named(item, "material." + key))
                .toList();
    }

    /** Each material with all ways in which it came, those first that came on paper. */
    private List<Slip.Line> handedIn(Casebook.Opened opened, Casebook.Line line, Item item, List<String> materials) {
        var kept = originals(opened, line, "收到");
        var seen = originals(opened, line, SEEN);
        var keys = new LinkedHashSet<>(materials);
        keys.addAll(kept);
        keys.addAll(seen);
        boolean first = line.entry().seq() == 1;
        var ways = new LinkedHashMap<String, List<String>>();
        for (var key : keys) {
            var how = new ArrayList<String>();
            if (kept.contains(key)) {
                how.add("原件 1 份，由窗口保管");
            }
            if (seen.contains(key)) {
                how.add("核对原件，当场退还");
            }
            int scans = opened.filed().materials().getOrDefault(key, List.of()).size();
            if (scans > 0 && materials.contains(key)) {
                how.add(first && replaced(opened, key) ? "电子件" : "电子件 " + scans + " 个文件");
            }
            ways.put(key, how);
        }
        return ways.entrySet().stream()
                .map(e -> new Slip.Line(
                        WindowCases.named(item, "material." + e.getKey()),
                        e.getValue().isEmpty() ? "已登记" : String.join("；", e.getValue())))
                .toList();
    }

    /** A later supplement brought other files of it. */
    private static boolean replaced(Casebook.Opened opened, String key) {
        return opened.lines().stream()
                .anyMatch(one -> one.entry().event() instanceof CaseEvent.Supplemented e
                        && e.materials().contains(key));
    }

    /** Originals that this entry brought, or that the same clerk noted right after it. */
    private static Set<String> originals(Casebook.Opened opened, Casebook.Line line, String act) {
        var keys = new LinkedHashSet<String>();
        if (line.entry().seq() == 1) {
            keys.addAll(act.equals(SEEN) ? FirstKept.seen(opened) : FirstKept.of(opened));
        }
        for (var next : opened.lines()) {
            boolean follows = next.entry().seq() > line.entry().seq()
                    && next.entry().by().id().equals(line.entry().by().id());
            if (next.entry().seq() <= line.entry().seq()) {
                continue;
            }
            if (!follows || !(next.entry().event() instanceof CaseEvent.OriginalMoved moved)) {
                break;
            }
            if (moved.act().equals(act)) {
                keys.addAll(moved.originals());
            }
        }
        return keys;
    }

    private List<String> spared(Casebook.Opened opened, Item item, List<String> missing) {
        var file = opened.file();
        var check = catalogue.check(item, filing(opened, item, file, missing), Time.dateOf(file.openedAt()));
        return check.exemptMaterials().stream()
                .map(material -> material.name() + "（" + material.by() + "）")
                .toList();
    }

    private static Filing filing(Casebook.Opened opened, Item item, Casefile file, List<String> missing) {
        var places = new LinkedHashMap<String, String>();
        item.places().stream()
                .filter(place -> place.region() == null && file.places().containsKey(place.role()))
                .forEach(place -> places.put(place.role(), file.places().get(place.role())));
        var filed = opened.filed();
        return new Filing(
                filed.who(),
                filed.agentPerson(),
                filed.relationOf(),
                places,
                Mode.valueOf(file.mode()),
                filed.answers(),
                filed.materials().keySet(),
                Set.copyOf(missing));
    }
}
