package org.tasuki.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints a template as PDF/UA on A4. The template is well-formed XML, says its language, its title and a description, and
 * includes {@code paper/sheet}. What the font cannot show comes out as 〓.
 */
@Component
public class Paper {

    private final ITemplateEngine templates;
    private final Supplier<PaperFont> font = SingletonSupplier.of(PaperFont::read);

    Paper(ITemplateEngine templates) {
        // The library tells each missing style to the console; and a log must not hear of a text.
        XRLog.setLoggingEnabled(false);
        this.templates = templates;
    }

    /** @param facts what the template shows */
    public byte[] of(String template, Map<String, Object> facts, Locale language) {
        PaperFont type = font.get();
        String page = new Printable(type).of(templates.process(template, new Context(language, facts)));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            builder(type).withHtmlContent(page, null).toStream(printed).run();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return printed.toByteArray();
    }

    /** Nothing is fetched from anywhere: a template shows what it holds itself. */
    private static PdfRendererBuilder builder(PaperFont type) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(type::open, PaperFont.FAMILY);
        builder.usePdfUaAccessibility(true);
        builder.useSVGDrawer(new DrawnPictures());
        builder.useUriResolver((base, address) -> address.startsWith("data:") ? address : null);
        builder.withProducer("Tasuki");
        return builder;
    }
}
