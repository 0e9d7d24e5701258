package org.tongban.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.Mode;
import org.tongban.places.Office;
import org.tongban.places.Offices;
import org.tongban.places.Regions;

/** Makes the spreadsheets: reads by key in batches, hands rows on at once, so that memory does not grow with their number. */
@Component
class ExportWriting {
    private static final Logger log = LoggerFactory.getLogger(ExportWriting.class);
    private static final int BATCH = 1000;
    private static final int PART_BYTES = 1 << 20;
    private static final Duration ABANDONED = Duration.ofMinutes(30);
    private static final String[] COLUMNS = {
        "办件编号", "事项编号", "事项", "牵头单位", "办理模式", "申请地", "业务属地", "办理机构", "申请人", "收件日期", "受理日期", "现在的期限", "决定日期", "办结日期",
        "状态", "办结类型", "用时（工作日）", "是否超期", "补正次数"
    };

    private final ExportStore store;
    private final CaseListStore cases;
    private final Catalogue catalogue;
    private final Offices offices;
    private final Regions regions;
    private final Time time;

    ExportWriting(
            ExportStore store, CaseListStore cases, Catalogue catalogue, Offices offices, Regions regions, Time time) {
        this.store = store;
        this.cases = cases;
        this.catalogue = catalogue;
        this.offices = offices;
        this.regions = regions;
        this.time = time;
    }

    /** Makes one that waits, if there is one, and forgets those that have ended. */
    boolean run() {
        store.expire(time.now());
        var next = store.claim(time.now(), time.now().minus(ABANDONED));
        next.ifPresent(this::make);
        return next.isPresent();
    }

    private void make(Exports.Export export) {
        try {
            store.clear(export.id());
            var out = new Parts(export.id());
            try (var book = new Workbook(out, "Tongban", "1.0")) {
                write(export, book);
            }
            out.last();
            store.finished(export.id(), Exports.State.DONE, time.now());
        } catch (IOException | RuntimeException e) {
            log.error("导出 {} 没有生成", export.id(), e);
            store.clear(export.id());
            store.finished(export.id(), Exports.State.FAILED, time.now());
        }
    }

    private void write(Exports.Export export, Workbook book) throws IOException {
        var sheet = book.newWorksheet("办件");
        for (int i = 0; i < COLUMNS.length; i++) {
            sheet.value(0, i, COLUMNS[i]);
        }
        sheet.range(0, 0, 0, COLUMNS.length - 1).style().bold().set();
        sheet.freezePane(0, 1);
        long all = cases.count(export.scope());
        int row = 1;
        CaseList.After after = null;
        for (var lines = cases.page(export.scope(), after, BATCH);
                !lines.isEmpty();
                lines = cases.page(export.scope(), after, BATCH)) {
            for (var line : lines) {
                write(sheet, row++, line.line());
            }
            sheet.flush();
            store.progress(export.id(), row - 1, Math.max(all, row - 1));
            after = lines.getLast().after();
        }
    }

    private void write(Worksheet sheet, int row, CaseLine line) {
        var item = catalogue.find(line.itemId());
        var outcome = line.outcome();
        var late = line.late();
        var cells = new Object[] {
            line.number().toString(),
            line.itemId(),
            item.map(Item::name).orElse(""),
            item.map(Item::lead).orElse(""),
            Mode.valueOf(line.mode()).chinese(),
            regions.fullName(line.applyAt()),
            regions.fullName(line.handledBy()),
            offices.byCode(line.office()).map(Office::name).orElse(line.office()),
            line.applicantMasked(),
            line.receivedOn(),
            line.acceptedOn(),
            line.dueOn(),
            line.decidedOn(),
            line.closedOn(),
            line.state().label(),
            outcome == null ? "" : outcome.label(),
            line.days(),
            late == null ? "" : late ? "是" : "否",
            line.supplements()
        };
        for (int i = 0; i < cells.length; i++) {
            put(sheet, row, i, cells[i]);
        }
    }

    private static void put(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Integer number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, value.toString());
        }
    }

    /** Takes the file as it is made, a piece at a time. */
    private final class Parts extends OutputStream {
        private final UUID id;
        private final byte[] buffer = new byte[PART_BYTES];
        private int filled;
        private int no;

        Parts(UUID id) {
            this.id = id;
        }

        @Override
        public void write(int one) {
            if (filled == PART_BYTES) {
                last();
            }
            buffer[filled++] = (byte) one;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int done = 0; done < length; ) {
                if (filled == PART_BYTES) {
                    last();
                }
                int fits = Math.min(PART_BYTES - filled, length - done);
                System.arraycopy(bytes, from + done, buffer, filled, fits);
                filled += fits;
                done += fits;
            }
        }

        void last() {
            if (filled > 0) {
                store.part(id, no++, Arrays.copyOf(buffer, filled));
                filled = 0;
            }
        }
    }
}
