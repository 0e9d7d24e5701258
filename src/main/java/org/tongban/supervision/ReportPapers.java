package org.tongban.supervision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.dhatim.fastexcel.Workbook;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 报送文本: reports as they are sent around: as a Word document, one or a year's compilation, and as a spreadsheet. */
@Component
public class ReportPapers {
    private static final String FONT = "FangSong";
    private static final int TITLE_POINTS = 18;
    private static final int HEADING_POINTS = 14;
    private static final int TEXT_POINTS = 12;
    private static final int CELL_POINTS = 9;
    private static final int TWIPS_A_POINT = 20;
    private static final List<String> COLUMNS = List.of(
            "序号", "事项", "办理模式", "状态", "计划实现", "办成省份", "省内", "省外来", "到省外", "办结", "按时", "超期", "中位天数", "困难", "由谁解决",
            "未结督办");

    /** One report. */
    public byte[] word(ProgressReport report) {
        return document(document -> write(document, report));
    }

    /** The year's reports in one document. */
    public byte[] compilation(int year, List<ProgressReport> reports) {
        return document(document -> {
            paragraph(document, "政务服务“跨省通办”工作进展汇编", TITLE_POINTS, true).setAlignment(ParagraphAlignment.CENTER);
            paragraph(document, year + "年度，共 " + reports.size() + " 个单位", TEXT_POINTS, false)
                    .setAlignment(ParagraphAlignment.CENTER);
            for (var report : reports) {
                document.createParagraph().createRun().addBreak(BreakType.PAGE);
                write(document, report);
            }
        });
    }

    private static byte[] document(Consumer<XWPFDocument> content) {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            content.accept(document);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(XWPFDocument document, ProgressReport report) {
        paragraph(document, report.lead() + report.year() + "年政务服务“跨省通办”工作进展情况", TITLE_POINTS, true)
                .setAlignment(ParagraphAlignment.CENTER);
        section(document, "一、工作进展", report.words().progress());
        section(document, "二、存在的问题", report.words().problems());
        section(document, "三、下一步打算", report.words().plan());
        paragraph(document, "四、事项进展数据", HEADING_POINTS, true);
        var asOf = report.facts().asOf();
        paragraph(
                document,
                "由系统统计" + (asOf == null ? "" : "，截至 " + Time.dateOf(asOf)) + "。省内、省外来、到省外为当年收件数。",
                TEXT_POINTS,
                false);
        table(document, report.facts().lines());
        var sent = report.sentAt();
        if (sent != null) {
            paragraph(document, report.lead(), TEXT_POINTS, false).setAlignment(ParagraphAlignment.RIGHT);
            paragraph(document, Time.dateOf(sent) + " 报送", TEXT_POINTS, false).setAlignment(ParagraphAlignment.RIGHT);
        }
    }

    private static void section(XWPFDocument document, String heading, String text) {
        paragraph(document, heading, HEADING_POINTS, true);
        (text.isBlank() ? "无。" : text)
                .lines()
                .forEach(line -> paragraph(document, line, TEXT_POINTS, false)
                        .setIndentationFirstLine(2 * TEXT_POINTS * TWIPS_A_POINT));
    }

    private static void table(XWPFDocument document, List<ProgressReport.Line> lines) {
        var table = document.createTable(lines.size() + 1, COLUMNS.size());
        table.setWidth("100%");
        fill(table.getRow(0), COLUMNS);
        for (int i = 0; i < lines.size(); i++) {
            fill(table.getRow(i + 1), cells(lines.get(i)));
        }
    }

    private static void fill(XWPFTableRow row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            var run = row.getCell(i).getParagraphs().getFirst().createRun();
            run.setText(cells.get(i));
            run.setFontFamily(FONT);
            run.setFontSize(CELL_POINTS);
        }
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text, int points, boolean bold) {
        var paragraph = document.createParagraph();
        var run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(FONT);
        run.setFontSize(points);
        run.setBold(bold);
        return paragraph;
    }

    private static List<String> cells(ProgressReport.Line line) {
        return List.of(
                line.itemId(),
                line.name(),
                line.modes(),
                line.state().label(),
                line.plannedOn() == null ? "" : line.plannedOn().toString(),
                String.valueOf(line.provinces()),
                String.valueOf(line.inside()),
                String.valueOf(line.incoming()),
                String.valueOf(line.outgoing()),
                String.valueOf(line.decided()),
                String.valueOf(line.onTime()),
                String.valueOf(line.late()),
                line.medianDays() == null ? "" : line.medianDays().toString(),
                line.obstacle(),
                line.remover(),
                String.valueOf(line.orders()));
    }

    /** The figures of all reports, a line a service. */
    public byte[] spreadsheet(int year, List<ProgressReport> reports) {
        try (var out = new ByteArrayOutputStream()) {
            try (var book = new Workbook(out, "Tongban", "1.0")) {
                var sheet = book.newWorksheet(year + "年");
                sheet.value(0, 0, "牵头单位");
                for (int i = 0; i < COLUMNS.size(); i++) {
                    sheet.value(0, i + 1, COLUMNS.get(i));
                }
                sheet.range(0, 0, 0, COLUMNS.size()).style().bold().set();
                int row = 1;
                for (var report : reports) {
                    for (var line : report.facts().lines()) {
                        sheet.value(row, 0, report.lead());
                        var cells = cells(line);
                        for (int i = 0; i < cells.size(); i++) {
                            var cell = cells.get(i);
                            if (cell.matches("\\d{1,15}")) {
                                sheet.value(row, i + 1, Long.parseLong(cell));
                            } else {
                                sheet.value(row, i + 1, cell);
                            }
                        }
                        row++;
                    }
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
