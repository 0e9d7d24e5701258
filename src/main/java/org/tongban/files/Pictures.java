package org.tongban.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Component;

/**
 * 材料图像: shows what was uploaded as pictures that we draw, so that nothing of the original reaches a browser. Pixels, pages, time and
 * how many are drawn at once are bounded.
 */
@Component
public class Pictures {
    /** 画不出来: why there is no picture of this file, in words for the person; the original can still be had. */
    public static final class NotDrawn extends Exception {
        private static final long serialVersionUID = 1;

        NotDrawn(String text) {
            super(text);
        }
    }

    /** Pages beyond are seen in the original only. */
    public static final int PAGES_MAX = 200;

    private static final String PDF = "application/pdf";
    private static final int SIDE_MAX_PX = 1600;
    private static final long SOURCE_MAX_PX = 120_000_000;
    private static final float DPI_MAX = 150;
    private static final float POINTS_PER_INCH = 72;
    private static final long TIME_MAX_SECONDS = 15;
    private static final int AT_ONCE = 2;
    private static final String TOO_SLOW = "画这个文件用的时间太长。";
    private static final String BROKEN = "这个文件读不出来，可能已经损坏或者加了密码。";

    private final Semaphore drawing = new Semaphore(AT_ONCE);

    /**
     * How many pages there are to show.
     *
     * @throws NotDrawn for what cannot be read or is of a kind that we do not draw
     */
    public int pages(String type, byte[] content) throws NotDrawn {
        return switch (type) {
            case "image/jpeg", "image/png" -> 1;
            case PDF ->
                bounded(() -> {
                    try (var document = Loader.loadPDF(content)) {
                        return Math.min(document.getNumberOfPages(), PAGES_MAX);
                    }
                });
            default -> throw new NotDrawn("这种文件不能在页面上显示。");
        };
    }

    /**
     * One page as a JPEG of at most 1,600 pixels on its longer side.
     *
     * @param page from 1
     * @throws NotDrawn as {@link #pages}, and for a page that is not there
     */
    public byte[] page(String type, byte[] content, int page) throws NotDrawn {
        if (page < 1 || page > pages(type, content)) {
            throw new NotDrawn("没有这一页。");
        }
        return bounded(() -> jpeg(type.equals(PDF) ? pdf(content, page) : image(content)));
    }

    /** What takes too long is left to end by itself and keeps its place until then, so that a bad file slows down nothing else. */
    private <T> T bounded(Callable<T> work) throws NotDrawn {
        try {
            if (!drawing.tryAcquire(TIME_MAX_SECONDS, TimeUnit.SECONDS)) {
                throw new NotDrawn(TOO_SLOW);
            }
            var task = new FutureTask<>(() -> {
                try {
                    return work.call();
                } finally {
                    drawing.release();
                }
            });
            Thread.ofPlatform().daemon().name("drawing").start(task);
            return task.get(TIME_MAX_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new NotDrawn(TOO_SLOW);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof NotDrawn known ? known : new NotDrawn(BROKEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDrawn(TOO_SLOW);
        }
    }

    private static BufferedImage pdf(byte[] content, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            var box = document.getPage(page - 1).getCropBox();
            float longest = Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            float scale = Math.min(DPI_MAX / POINTS_PER_INCH, SIDE_MAX_PX / longest);
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(page - 1, scale, ImageType.RGB);
        }
    }

    /** Reads only as many of the source's pixels as are shown: a picture can be small in bytes and huge in memory. */
    private static BufferedImage image(byte[] content) throws IOException, NotDrawn {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new NotDrawn(BROKEN);
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return scaled(read(reader));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException, NotDrawn {
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width * height > SOURCE_MAX_PX) {
            throw new NotDrawn("图片太大，页面上显示不了。");
        }
        int every = (int) Math.max(1, Math.max(width, height) / SIDE_MAX_PX);
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage scaled(BufferedImage read) {
        double scale = Math.min(1, (double) SIDE_MAX_PX / Math.max(read.getWidth(), read.getHeight()));
        int width = (int) Math.max(1, Math.round(read.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(read.getHeight() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(read, 0, 0, width, height, null);
        pen.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage drawn) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpeg", out);
        return out.toByteArray();
    }
}
