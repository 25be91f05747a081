package org.tasuki.enrolment.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.tasuki.TasukiTest;
import org.tasuki.courses.Audience;
import org.tasuki.enrolment.Certificate;
import org.tasuki.terms.Text;

/** A certificate says who completed what, when and how long, on one sheet, in either language; left under target/, to be looked at. */
@TasukiTest
class CertificatePaperTests {

    @Autowired
    private CertificatePaper paper;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ja | 修了証, 渡邉 﨑子 殿, 北警察署, 警察官のための通告と援助, 2時間30分, 北児童相談所, 令和8年11月26日（2026-11-26）, KX4P7-DABCD
                    en | Certificate of Completion, Sakiko Watanabe, North Station, Notification and help, 2 h 30 min, North Center, 26 Nov 2026 (2026-11-26), KX4P7-DABCD
                    """)
    void itSaysAllThatMatters(String language, String all) throws IOException {
        String text = text(printed(certificate("渡邉 﨑子", "Sakiko Watanabe", true), language));
        assertThat(text).contains(all.split(", ")).doesNotContain("??", "〓");
    }

    @Test
    void aLongNameStaysOnOneSheetOfA4WithItsFontWithin() throws IOException {
        byte[] pdf = printed(certificate("長い名前の人".repeat(9), "A Very Long Name ".repeat(6), false), "ja");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getMediaBox().getWidth())
                    .isBetween(PDRectangle.A4.getWidth() - 1, PDRectangle.A4.getWidth() + 1);
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
        }
    }

    private byte[] printed(Certificate certificate, String tag) throws IOException {
        Locale language = Locale.forLanguageTag(tag);
        LocaleContextHolder.setLocale(language);
        try {
            byte[] pdf = paper.of(certificate, language);
            Path kept = Path.of("target", "certificate-" + certificate.held() + "-" + tag + ".pdf");
            return Files.readAllBytes(Files.write(kept, pdf));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static Certificate certificate(String ja, String en, boolean held) {
        return new Certificate(
                "KX4P7-DABCD",
                new Text(ja, en),
                new Text("北警察署", "North Station"),
                new Text("北児童相談所", "North Center"),
                new Text("警察官のための通告と援助", "Notification and help"),
                Audience.POLICE,
                150,
                held,
                Instant.parse("2026-11-26T03:00:00Z"),
                true);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
