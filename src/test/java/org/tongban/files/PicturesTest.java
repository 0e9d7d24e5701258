package org.tongban.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;
import org.tongban.files.Pictures.NotDrawn;

/** Uploads are shown as pictures of ours, with bounded pixels and time. */
class PicturesTest {
    private static final String PDF = "application/pdf";

    private final Pictures pictures = new Pictures();

    @Test
    void a_large_photo_is_shown_small() throws Exception {
        var shown = read(pictures.page("image/png", png(4000, 1000), 1));
        assertThat(shown.getWidth()).isEqualTo(1600);
        assertThat(shown.getHeight()).isEqualTo(400);
        assertThat(new Color(shown.getRGB(800, 200)).getBlue()).isGreaterThan(200);
    }

    @Test
    void a_small_photo_keeps_its_size() throws Exception {
        var shown = read(pictures.page("image/png", png(300, 200), 1));
        assertThat(shown.getWidth()).isEqualTo(300);
        assertThat(pictures.pages("image/png", png(300, 200))).isEqualTo(1);
    }

    @Test
    void each_page_of_a_pdf_is_drawn_by_itself() throws Exception {
        var pdf = pdf(PDRectangle.A4, Color.RED, Color.BLUE);
        assertThat(pictures.pages(PDF, pdf)).isEqualTo(2);
        assertThat(middle(pictures.page(PDF, pdf, 1)).getRed()).isGreaterThan(200);
        assertThat(middle(pictures.page(PDF, pdf, 2)).getBlue()).isGreaterThan(200);
    }

    @Test
    void a_page_as_large_as_a_house_is_drawn_no_larger_than_others() throws Exception {
        var shown = read(pictures.page(PDF, pdf(new PDRectangle(14_400, 7_200), Color.RED), 1));
        assertThat(shown.getWidth()).isLessThanOrEqualTo(1600);
    }

    @Test
    void a_picture_that_claims_too_many_pixels_is_not_even_read() throws Exception {
        var bomb = png(10, 10);
        // width and height stand at bytes 16 to 23 of a PNG; the check sum behind them need not be right to be asked
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        assertThatExceptionOfType(NotDrawn.class).isThrownBy(() -> pictures.page("image/png", bomb, 1));
    }

    @Test
    void what_cannot_be_drawn_says_why_and_is_no_fault() {
        var broken = "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(NotDrawn.class)
                .isThrownBy(() -> pictures.pages(PDF, broken))
                .withMessageContaining("损坏");
        assertThatExceptionOfType(NotDrawn.class)
                .isThrownBy(() -> pictures.pages("application/vnd.ofd", new byte[10]))
                .withMessageContaining("不能在页面上显示");
        assertThatExceptionOfType(NotDrawn.class)
                .isThrownBy(() -> pictures.page("image/png", png(10, 10), 2))
                .withMessageContaining("没有这一页");
    }

    private static byte[] png(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] pdf(PDRectangle size, Color... pages) throws IOException {
        try (var document = new PDDocument()) {
            for (var colour : pages) {
                var page = new PDPage(size);
                document.addPage(page);
                try (var pen = new PDPageContentStream(document, page)) {
                    pen.setNonStrokingColor(colour);
                    pen.addRect(0, 0, size.getWidth(), size.getHeight());
                    pen.fill();
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static Color middle(byte[] jpeg) throws IOException {
        var shown = read(jpeg);
        return new Color(shown.getRGB(shown.getWidth() / 2, shown.getHeight() / 2));
    }

    private static BufferedImage read(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
