package org.tasuki.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What is printed can be read, by everybody and for ever, and says nothing where it is blacked out. */
class PaperTests {

    private static final Paper PAPER = new Paper(engine());

    @ParameterizedTest
    @ValueSource(strings = {"山﨑", "髙橋", "𠮷田", "渡邊", "渡邉", "濵田", "廣瀨", "德永", "栁澤", "ヴァネッサ・Nguyễn", "①㈱№℡", "がぎぐ"})
    void namesAreShownAsTheyAreWritten(String name) throws IOException {
        assertThat(text(printed(name))).contains(name).doesNotContain("〓");
    }

    @Test
    void aCharacterThatTheFontDoesNotHaveBecomesAGeta() throws IOException {
        assertThat(text(printed("古代\uD808\uDC00文字"))).contains("古代〓文字");
    }

    @Test
    void theFormOfACharacterIsTheFontsAndControlCharactersAreNotThere() throws IOException {
        assertThat(text(printed("葛\uDB40\uDD00城\u0001市\u200B内"))).contains("葛城市内");
    }

    @Test
    void aRadicalThatLooksLikeACharacterIsThatCharacter() throws IOException {
        assertThat(text(printed("開\u2F70・⻑・⼭"))).contains("開示・長・山");
    }

    @Test
    void belowABarThereIsNoText() throws IOException {
        assertThat(text(printed("昨夜"))).containsPattern("昨夜\\s*以上").doesNotContain("■");
        try (PDDocument document = Loader.loadPDF(printed("昨夜"))) {
            assertThat(ink(document)).isGreaterThan(300);
        }
    }

    @Test
    void aLongTextGoesOnOnTheNextPageAndEachPageSaysWhichItIs() throws IOException {
        String text = text(printed("母と電話で話した。児童は学校に通っている。\n".repeat(130) + "これで終わり"));
        assertThat(text).contains("1 / 4", "2 / 4", "3 / 4", "4 / 4", "これで終わり");
        assertThat(text.split("中央児童相談所", -1)).hasSize(5);
        assertThat(text.split("開示第12号", -1)).hasSize(5);
    }

    @Test
    void itIsAnA4SheetWithItsFontTitleAndLanguage() throws IOException {
        byte[] printed = printed("見本の文");
        try (PDDocument document = Loader.loadPDF(printed)) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("見本");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(fonts(document)).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("NotoSansJP");
            });
        }
        assertThat(printed).hasSizeLessThan(100_000);
    }

    @Test
    void whatLooksLikeMarkUpIsText() throws IOException {
        assertThat(text(printed("<b>&amp;</b> ]]> \"'"))).contains("<b>&amp;</b> ]]> \"'");
    }

    private static byte[] printed(String... lines) {
        return PAPER.of("paper-sample", Map.of("lines", List.of(lines)), Locale.JAPANESE);
    }

    private static String text(byte[] printed) throws IOException {
        try (PDDocument document = Loader.loadPDF(printed)) {
            PDFRenderer renderer = new PDFRenderer(document);
            ImageIO.write(renderer.renderImageWithDPI(0, 80), "png", new File("target", "paper.png"));
            return new PDFTextStripper().getText(document);
        }
    }

    /** The dots of the longest black run of lines: a bar, and no letter. */
    private static int ink(PDDocument document) throws IOException {
        var page = new PDFRenderer(document).renderImageWithDPI(0, 144);
        int black = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            int run = 0;
            for (int x = 0; x < page.getWidth(); x++) {
                run = (page.getRGB(x, y) & 0xffffff) == 0 ? run + 1 : 0;
                black += run > 30 && run < 70 ? 1 : 0;
            }
        }
        return black;
    }

    private static List<PDFont> fonts(PDDocument document) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                Collections.addAll(fonts, page.getResources().getFont(name));
            }
        }
        return fonts;
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        return engine;
    }
}
