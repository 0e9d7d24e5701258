package org.tongban.supervision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** 公文排版: a Word document on A4 as offices write them: title, numbered headings, text with two characters' indent, tables, page numbers. */
final class OfficialDocument {
    private static final String FONT = "仿宋";
    private static final String TITLE = "Title";
    private static final String HEADING = "Heading1";
    private static final int TITLE_POINTS = 18;
    private static final int HEADING_POINTS = 15;
    private static final int TEXT_POINTS = 12;
    private static final int CELL_POINTS = 10;
    private static final int TWIPS_A_POINT = 20;
    private static final int A4_WIDTH = 11906;
    private static final int A4_HEIGHT = 16838;
    private static final int MARGIN = 1417;
    private static final double LINE = 1.4;
    /** Eighths of a point. */
    private static final int HAIRLINE = 4;

    private static final String BLACK = "000000";

    private final XWPFDocument document = new XWPFDocument();

    OfficialDocument() {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(A4_WIDTH));
        size.setH(BigInteger.valueOf(A4_HEIGHT));
        var margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        style(TITLE, "Title", 0, TITLE_POINTS);
        style(HEADING, "heading 1", 1, HEADING_POINTS);
        pageNumber();
    }

    /** A named style, so that a reader's outline and a screen reader find the headings. */
    private void style(String id, String name, int level, int points) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        var run = style.addNewRPr();
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(2L * points));
        document.createStyles().addStyle(new XWPFStyle(style));
    }

    private void pageNumber() {
        var line = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        line.setAlignment(ParagraphAlignment.CENTER);
        run(line, "— ", CELL_POINTS);
        var number = run(line, "", CELL_POINTS).getCTR();
        number.addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        number.addNewInstrText().setStringValue("PAGE");
        number.addNewFldChar().setFldCharType(STFldCharType.END);
        run(line, " —", CELL_POINTS);
    }

    /** The heading of a report; begins a new page where it is not the first. */
    void title(String text, boolean newPage) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(TITLE);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setSpacingAfter(TEXT_POINTS * TWIPS_A_POINT);
        paragraph.setPageBreak(newPage);
        run(paragraph, text, TITLE_POINTS).setBold(true);
    }

    void heading(String text) {
        var paragraph = document.createParagraph();
        paragraph.setStyle(HEADING);
        paragraph.setSpacingBefore(TEXT_POINTS * TWIPS_A_POINT);
        run(paragraph, text, HEADING_POINTS).setBold(true);
    }

    /** What people wrote, a paragraph a line. */
    void text(String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var paragraph = line(line.strip());
            paragraph.setIndentationFirstLine(2 * TEXT_POINTS * TWIPS_A_POINT);
            paragraph.setAlignment(ParagraphAlignment.BOTH);
        });
    }

    void centred(String text) {
        line(text).setAlignment(ParagraphAlignment.CENTER);
    }

    void signed(String text) {
        line(text).setAlignment(ParagraphAlignment.RIGHT);
    }

    /** What a table shows, above it; stays with it. */
    void caption(String text) {
        var paragraph = line(text);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        paragraph.setKeepNext(true);
        paragraph.setSpacingBefore(CELL_POINTS * TWIPS_A_POINT);
        paragraph.getRuns().getFirst().setBold(true);
    }

    private XWPFParagraph line(String text) {
        var paragraph = document.createParagraph();
        paragraph.setSpacingBetween(LINE);
        run(paragraph, text, TEXT_POINTS);
        return paragraph;
    }

    /**
     * A table with borders, whose head is repeated on each page.
     *
     * @param widths of the columns, in hundredths of the page
     */
    void table(List<Integer> widths, List<String> head, List<List<String>> rows) {
        var table = document.createTable(rows.size() + 1, head.size());
        table.setWidthType(TableWidthType.PCT);
        table.setWidth("100%");
        table.setTableAlignment(TableRowAlign.CENTER);
        borders(table);
        fill(table, 0, widths, head);
        table.getRow(0).setRepeatHeader(true);
        table.getRow(0)
                .getTableCells()
                .forEach(cell ->
                        cell.getParagraphs().getFirst().getRuns().getFirst().setBold(true));
        for (int i = 0; i < rows.size(); i++) {
            fill(table, i + 1, widths, rows.get(i));
        }
    }

    private static void borders(XWPFTable table) {
        table.setTopBorder(XWPFTable.XWPFBorderType.SINGLE, HAIRLINE, 0, BLACK);
        table.setBottomBorder(XWPFTable.XWPFBorderType.SINGLE, HAIRLINE, 0, BLACK);
        table.setLeftBorder(XWPFTable.XWPFBorderType.SINGLE, HAIRLINE, 0, BLACK);
        table.setRightBorder(XWPFTable.XWPFBorderType.SINGLE, HAIRLINE, 0, BLACK);
        table.setInsideHBorder(XWPFTable.XWPFBorderType.SINGLE, HAIRLINE, 0, BLACK);
        table.setInsideVBorder(XWPFTable.XWPFBorderType.SINGLE, HAIRLINE, 0, BLACK);
    }

    private static void fill(XWPFTable table, int at, List<Integer> widths, List<String> cells) {
        XWPFTableRow row = table.getRow(at);
        row.setCantSplitRow(true);
        for (int i = 0; i < cells.size(); i++) {
            row.getCell(i).setWidth(widths.get(i) + "%");
            var paragraph = row.getCell(i).getParagraphs().getFirst();
            boolean number = at > 0 && cells.get(i).matches("[\\d.%—]{0,12}( 天)?");
            paragraph.setAlignment(
                    at == 0 ? ParagraphAlignment.CENTER : number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            run(paragraph, cells.get(i), CELL_POINTS);
        }
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int points) {
        var run = paragraph.createRun();
        run.setText(text);
        for (var range : XWPFRun.FontCharRange.values()) {
            run.setFontFamily(FONT, range);
        }
        run.setFontSize(points);
        return run;
    }

    byte[] bytes() {
        try (document;
                var out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
