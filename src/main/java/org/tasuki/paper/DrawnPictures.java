package org.tasuki.paper;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import com.github.weisj.jsvg.view.ViewBox;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.util.List;
import java.util.Objects;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;

/** Pictures that the house draws as SVG, on paper as lines and not as points: they are sharp at any size. */
final class DrawnPictures implements SVGDrawer {

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        PictureFont.makeKnown();
        SVGDocument drawing = Objects.requireNonNull(
                new SVGLoader().load(new ByteArrayInputStream(bytes(svg)), null, LoaderContext.createDefault()));
        return new Picture(drawing, dotsPerPixel);
    }

    private record Picture(SVGDocument drawing, double dotsPerPixel) implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(size().width * dotsPerPixel);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(size().height * dotsPerPixel);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            float width = (float) (getIntrinsicWidth() / dotsPerPixel);
            float height = (float) (getIntrinsicHeight() / dotsPerPixel);
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    getIntrinsicWidth(),
                    getIntrinsicHeight(),
                    pen -> drawing.render(null, pen, new ViewBox(width, height)));
        }

        private FloatSize size() {
            return drawing.size();
        }
    }

    private static byte[] bytes(Element svg) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(svg), new StreamResult(bytes));
            return bytes.toByteArray();
        } catch (TransformerException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** The one font is known already. */
    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext context) {}

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {}

    @Override
    public void close() {}
}
