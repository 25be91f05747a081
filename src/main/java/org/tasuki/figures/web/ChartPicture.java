package org.tasuki.figures.web;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.tasuki.paper.PictureFont;

/** A picture of ours as points, for programs that take no SVG. */
final class ChartPicture {

    /** Sharp on paper; but a long list of bars is not to fill the memory. */
    private static final float SCALE = 2;

    private static final float HIGHEST = 8_000;

    private ChartPicture() {}

    static byte[] png(String svg) {
        PictureFont.makeKnown();
        SVGDocument drawing = Objects.requireNonNull(new SVGLoader()
                .load(
                        new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault()));
        FloatSize size = drawing.size();
        float scale = Math.min(SCALE, HIGHEST / size.height);
        BufferedImage image = new BufferedImage(
                Math.round(size.width * scale), Math.round(size.height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            drawing.render(null, pen, new ViewBox(image.getWidth(), image.getHeight()));
        } finally {
            pen.dispose();
        }
        return bytes(image);
    }

    private static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
