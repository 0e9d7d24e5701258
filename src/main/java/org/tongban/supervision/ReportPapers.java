package org.tongban.supervision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 报送文本: reports as they are sent around: as a Word document, one or a year's compilation, and as a spreadsheet. */
@Component
public class ReportPapers {
    private static final List<Integer> ITEM_WIDTHS = List.of(11, 31, 24, 11, 13, 10);
    private static final List<String> ITEM_HEAD = List.of("序号", "事项", "办理模式", "状态", "计划实现", "办成省份");
    private static final List<Integer> CASE_WIDTHS = List.of(13, 8, 9, 9, 8, 8, 8, 10, 9, 9, 9);
    private static final List<String> CASE_HEAD =
            List.of("序号", "省内", "省外来", "到省外", "办结", "按时", "超期", "用时中位", "评价", "满意", "评价率");
    private static final List<String> COLUMNS = List.of(
            "牵头单位", "序号", "事项", "办理模式", "状态", "计划实现", "办成省份", "省内", "省外来", "到省外", "办结", "按时", "超期", "中位天数", "评价数",
            "满意率（%）", "差评数", "评价率（%）", "实名差评", "已回访", "困难", "由谁解决", "未结督办");

    /** One report. */
    public byte[] word(ProgressReport report) {
        var document = new OfficialDocument();
        write(document, report, false);
        return document.bytes();
    }

    /**
     * The year's reports in one document, with a table of all their services before.
     *
     * @param missing departments that have not reported
     */
    public byte[] compilation(int year, List<ProgressReport> reports, List<String> missing) {
        var document = new OfficialDocument();
        document.title("政务服务“跨省通办”工作进展汇编", false);
        document.centred(year + " 年度");
        var lines = reports.stream()
                .flatMap(report -> report.facts().lines().stream())
                .toList();
        document.heading("一、报送情况");
        document.text("共 " + reports.size() + " 个单位报送，涉及 " + lines.size() + " 项事项："
                + String.join("、", reports.stream().map(ProgressReport::lead).toList()) + "。");
        document.text(missing.isEmpty() ? "应报送的单位都已报送。" : "尚未报送的单位：" + String.join("、", missing) + "。");
        document.heading("二、事项总表");
        tables(document, lines);
        document.heading("三、各单位工作进展");
        document.text("按任务分工的次序，每个单位另起一页。");
        reports.forEach(report -> write(document, report, true));
        return document.bytes();
    }

    private static void write(OfficialDocument document, ProgressReport report, boolean newPage) {
        document.title(report.lead() + report.year() + "年政务服务“跨省通办”工作进展情况", newPage);
        section(document, "一、工作进展", report.words().progress());
        section(document, "二、存在的问题", report.words().problems());
        section(document, "三、下一步打算", report.words().plan());
        document.heading("四、事项进展数据");
        var asOf = report.facts().asOf();
        document.text("由系统统计" + (asOf == null ? "" : "，截至" + day(Time.dateOf(asOf))) + "。");
        tables(document, report.facts().lines());
        obstacles(document, report.facts().lines());
        var sent = report.sentAt();
        if (sent != null) {
            document.signed(report.lead());
            document.signed(day(Time.dateOf(sent)) + "报送");
        }
    }

    private static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static void section(OfficialDocument document, String heading, String text) {
        document.heading(heading);
        document.text(text.isBlank() ? "无。" : text);
    }

    private static void tables(OfficialDocument document, List<ProgressReport.Line> lines) {
        document.caption("事项和办理模式");
        document.table(
                ITEM_WIDTHS, ITEM_HEAD, lines.stream().map(ReportPapers::item).toList());
        document.caption("办件和评价");
        document.table(
                CASE_WIDTHS, CASE_HEAD, lines.stream().map(ReportPapers::cases).toList());
        document.text("省内、省外来、到省外为当年收件数；用时为从受理到决定的工作日；满意为基本满意以上所占比例，没有人评价的不算满意；评价率为办结的办件中已评价的比例。");
    }

    private static void obstacles(OfficialDocument document, List<ProgressReport.Line> lines) {
        var open = lines.stream()
                .filter(line -> !line.obstacle().isEmpty() || line.orders() > 0)
                .toList();
        if (!open.isEmpty()) {
            document.caption("困难和未办结的督办");
            document.table(
                    List.of(28, 40, 20, 12),
                    List.of("事项", "困难", "由谁解决", "未结督办"),
                    open.stream()
                            .map(line -> List.of(
                                    line.name(), line.obstacle(), line.remover(), String.valueOf(line.orders())))
                            .toList());
        }
    }

    private static List<String> item(ProgressReport.Line line) {
        return List.of(
                line.itemId(),
                line.name(),
                line.modes(),
                line.state().label(),
                line.plannedOn() == null ? "—" : day(line.plannedOn()),
                String.valueOf(line.provinces()));
    }

    private static List<String> cases(ProgressReport.Line line) {
        var rated = line.rated();
        return List.of(
                line.itemId(),
                String.valueOf(line.inside()),
                String.valueOf(line.incoming()),
                String.valueOf(line.outgoing()),
                String.valueOf(line.decided()),
                String.valueOf(line.onTime()),
                String.valueOf(line.late()),
                line.medianDays() == null ? "—" : line.medianDays() + " 天",
                rated == null ? "—" : String.valueOf(rated.total()),
                rated == null ? "—" : percent(rated.satisfiedPercent()),
                rated == null ? "—" : percent(rated.ratedPercent(line.decided())));
    }

    private static String percent(@Nullable Integer share) {
        return share == null ? "—" : share + "%";
    }

    /** The figures of all reports, a line a service. */
    public byte[] spreadsheet(int year, List<ProgressReport> reports) {
        try (var out = new ByteArrayOutputStream()) {
            try (var book = new Workbook(out, "Tongban", "1.0")) {
                var sheet = book.newWorksheet(year + "年");
                for (int i = 0; i < COLUMNS.size(); i++) {
                    sheet.value(0, i, COLUMNS.get(i));
                }
                sheet.range(0, 0, 0, COLUMNS.size()).style().bold().set();
                sheet.freezePane(0, 1);
                int row = 1;
                for (var report : reports) {
                    for (var line : report.facts().lines()) {
                        fill(sheet, row++, cells(report.lead(), line));
                    }
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Worksheet sheet, int row, List<@Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case Number number -> sheet.value(row, i, number);
                case String text -> sheet.value(row, i, text);
                case null, default -> {}
            }
        }
    }

    private static List<@Nullable Object> cells(String lead, ProgressReport.Line line) {
        var cells = new ArrayList<@Nullable Object>(List.of(lead));
        var item = item(line);
        cells.addAll(item.subList(0, item.size() - 1));
        cells.addAll(List.of(
                line.provinces(),
                line.inside(),
                line.incoming(),
                line.outgoing(),
                line.decided(),
                line.onTime(),
                line.late()));
        cells.add(line.medianDays());
        var rated = line.rated();
        cells.add(rated == null ? null : rated.total());
        cells.add(rated == null ? null : rated.satisfiedPercent());
        cells.add(rated == null ? null : rated.bad());
        cells.add(rated == null ? null : rated.ratedPercent(line.decided()));
        cells.add(rated == null ? null : rated.owed());
        cells.add(rated == null ? null : rated.calledBack());
        cells.add(line.obstacle());
        cells.add(line.remover());
        cells.add(line.orders());
        return cells;
    }
}
