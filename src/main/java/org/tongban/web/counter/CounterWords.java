package org.tongban.web.counter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseState;
import org.tongban.casework.CustodyList;
import org.tongban.casework.Outcome;
import org.tongban.casework.TaskKind;
import org.tongban.casework.WindowList;
import org.tongban.casework.Worklist;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.web.Deadlines;
import org.tongban.web.DueIn;
import org.tongban.web.Names;
import org.tongban.web.Tone;

/** 窗口用语: rows of lists in words, with their limits. Asks the database nothing. */
@Component
class CounterWords {
    private final Catalogue catalogue;
    private final Names names;
    private final Deadlines deadlines;

    CounterWords(Catalogue catalogue, Names names, Deadlines deadlines) {
        this.catalogue = catalogue;
        this.names = names;
        this.deadlines = deadlines;
    }

    List<TaskRow> tasks(List<Worklist.Row> rows) {
        return rows.stream()
                .map(row -> new TaskRow(
                        path(row.kind(), row.number().toString()),
                        row.number().toString(),
                        service(row.itemId()),
                        row.applicantMasked(),
                        row.title(),
                        row.kind().label(),
                        row.kind() == TaskKind.CUSTODY ? Tone.CAUTION : Tone.BUSY,
                        deadlines.due(row.dueOn(), null)))
                .toList();
    }

    private static String path(TaskKind kind, String number) {
        var base = "/counter/cases/" + number;
        return kind == TaskKind.CUSTODY ? base + "/originals" : base;
    }

    List<CaseRow> cases(List<WindowList.Row> rows) {
        return rows.stream().map(this::caseRow).toList();
    }

    private CaseRow caseRow(WindowList.Row row) {
        var due = row.untilOn() == null ? row.dueOn() : row.untilOn();
        var closedAt = row.closedAt();
        return new CaseRow(
                "/counter/cases/" + row.number(),
                row.number().toString(),
                service(row.itemId()),
                row.applicantMasked(),
                state(row.state(), row.outcome()),
                tone(row.state(), row.outcome()),
                office(row.office()),
                (closedAt == null ? row.openedAt() : closedAt).toInstant(),
                row.state() == CaseState.CLOSED ? DueIn.uncounted() : deadlines.due(due, row.paused() ? "特别程序" : null));
    }

    List<OriginalRow> originals(List<CustodyList.Row> rows) {
        return rows.stream()
                .map(row -> new OriginalRow(
                        row.number().toString(),
                        row.key(),
                        row.name(),
                        service(row.itemId()),
                        row.applicantMasked(),
                        where(row.holder(), row.sentTo()),
                        parcel(row.sentTo() == null ? null : row.holder(), row.trackingNumber()),
                        row.dueBackOn(),
                        deadlines.due(row.dueBackOn(), null),
                        row.state() == CaseState.CLOSED,
                        row.at().toInstant()))
                .toList();
    }

    /** Where an original is, in words. */
    String where(String holder, @Nullable String to) {
        return to == null ? office(holder) : "寄往 " + office(to);
    }

    static @Nullable String parcel(@Nullable String carrier, @Nullable String trackingNumber) {
        return carrier == null ? null : trackingNumber == null ? carrier : carrier + " " + trackingNumber;
    }

    String office(String code) {
        return names.office(code);
    }

    String service(String id) {
        return Optional.of(id).flatMap(catalogue::find).map(Item::name).orElse(id);
    }

    static String state(CaseState state, @Nullable Outcome outcome) {
        return outcome == null || state != CaseState.DECIDED && state != CaseState.CLOSED
                ? state.label()
                : state.label() + "：" + outcome.label();
    }

    static Tone tone(CaseState state, @Nullable Outcome outcome) {
        return switch (state) {
            case RECEIVED, SUBMITTED, ACCEPTED -> Tone.BUSY;
            case SUPPLEMENTING -> Tone.CAUTION;
            case DECIDED -> outcome == Outcome.REFUSED ? Tone.ALARM : Tone.GOOD;
            case CLOSED -> outcome == Outcome.GRANTED || outcome == Outcome.PARTLY_GRANTED ? Tone.GOOD : Tone.QUIET;
        };
    }
}
