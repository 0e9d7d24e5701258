package org.tongban.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.Time;
import org.tongban.identity.Actor;

/** 导出: spreadsheets of cases, made in the background, piece by piece; kept for some days for who asked. Personal values stay masked (D-26). */
@Component
public class Exports {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LISTED = 20;

    /** 导出状态. */
    public enum State {
        WAITING("排队中"),
        RUNNING("正在生成"),
        DONE("可以下载"),
        FAILED("没有生成");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** 导出任务. */
    public record Export(
            UUID id,
            String askedBy,
            Instant askedAt,
            String title,
            CaseList.Scope scope,
            State state,
            long rowsDone,
            long rowsAll,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            Instant expiresAt) {}

    private final ExportStore store;
    private final Time time;

    Exports(ExportStore store, Time time) {
        this.store = store;
        this.time = time;
    }

    /** Asks for a spreadsheet; a job makes it. */
    @Transactional
    public UUID ask(String title, CaseList.Scope scope, Actor by) {
        var id = UUID.randomUUID();
        var now = time.now();
        store.insert(new Export(id, by.id(), now, title, scope, State.WAITING, 0, 0, null, null, now.plus(KEPT)));
        return id;
    }

    /** One's own, latest first. */
    @Transactional(readOnly = true)
    public List<Export> of(Actor by) {
        return store.of(by.id(), LISTED);
    }

    /** One's own finished file; empty for others and for what is not done or has ended. */
    @Transactional(readOnly = true)
    public Optional<Export> done(UUID id, Actor by) {
        return store.find(id)
                .filter(e -> e.askedBy().equals(by.id()) && e.state() == State.DONE)
                .filter(e -> e.expiresAt().isAfter(time.now()));
    }

    /** Writes the file piece by piece. */
    public void write(Export export, OutputStream to) throws IOException {
        for (int no = 0; ; no++) {
            var part = store.part(export.id(), no);
            if (part.isEmpty()) {
                return;
            }
            to.write(part.get());
        }
    }
}
