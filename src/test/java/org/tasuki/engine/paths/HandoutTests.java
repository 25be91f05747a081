package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.people.Actor;

/** What is handed out in a training is on paper all that the process says, in the reader's language. */
@StoryTest
class HandoutTests {

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private StoryOffice office;

    @Autowired
    private ProcessCatalog catalog;

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aBookletTellsEachStepOfItsProcess(String language) throws IOException {
        for (ProcessFacts process : catalog.processes()) {
            byte[] printed = printed(language, "/training/processes/" + process.key() + "/booklet.pdf");
            keep(process.key() + "-booklet-" + language, printed);
            try (PDDocument document = Loader.loadPDF(printed)) {
                String text = words(document);
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
                assertThat(document.getDocumentInformation().getTitle()).isNotBlank();
                assertThat(figures(document)).isNotEmpty().allSatisfy(alt -> assertThat(alt)
                        .isNotBlank());
                assertThat(text)
                        .contains(squeezed(
                                name(process.name().ja(), process.name().en(), language)));
                assertThat(process.tasks()).allSatisfy(step -> assertThat(text)
                        .contains(squeezed(name(step.name().ja(), step.name().en(), language)))
                        .contains(squeezed(name(
                                step.documentation().ja(), step.documentation().en(), language))));
                assertThat(text).doesNotContain("??", "〓");
            }
        }
    }

    @Test
    void aBookletTellsTheStoryTheFormTheLimitAndWhatComesNextButNotTheSpeakersNotes() throws IOException {
        String text = words("ja", "/training/processes/closing/booklet.pdf");
        assertThat(text)
                .contains("この支援がなくても子どもが安全でいられる", "終結を提案します", "起こりやすい失敗", "（必須）", "3開庁日", "次のステップ")
                .doesNotContain("受講者に");
    }

    @Test
    void aWideDiagramIsCutAndEachSheetSaysWhichItIs() throws IOException {
        assertThat(words("ja", "/training/processes/guidance-center/booklet.pdf"))
                .contains("1/3（次の図に続く）", "3/3");
        assertThat(words("ja", "/training/processes/closing/booklet.pdf")).doesNotContain("次の図に続く");
    }

    @Test
    void theListNamesThemAndWhatIsNoProcessIsNotThere() {
        for (String role : List.of("officer", "supervisor", "director")) {
            Actor reader = office.at(role);
            assertThat(new Browser(house).opens(reader, "/training/handouts"))
                    .hasStatusOk()
                    .bodyText()
                    .contains("/training/processes/closing/booklet.pdf");
            assertThat(new Browser(house).opens(reader, "/training/processes/nothing/booklet.pdf"))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private byte[] printed(String language, String address) {
        MvcTestResult answer = new Browser(house, language).opens(office.at("officer"), address);
        assertThat(answer).hasStatusOk().hasContentType("application/pdf");
        return answer.getResponse().getContentAsByteArray();
    }

    private String words(String language, String address) throws IOException {
        try (PDDocument document = Loader.loadPDF(printed(language, address))) {
            return words(document);
        }
    }

    /** Without what a line's end does to words. */
    private static String words(PDDocument document) throws IOException {
        return squeezed(new PDFTextStripper().getText(document));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "").replace('～', '〜');
    }

    private static String name(String ja, String en, String language) {
        return language.equals("en") ? en : ja;
    }

    /** What each picture says to those who do not see it. */
    private static List<String> figures(PDDocument document) {
        return figures(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject())
                .toList();
    }

    private static Stream<String> figures(COSBase node) {
        if (node instanceof COSObject object) {
            return figures(object.getObject());
        }
        if (node instanceof COSArray all) {
            return all.toList().stream().flatMap(HandoutTests::figures);
        }
        if (node instanceof COSDictionary element) {
            Stream<String> own = COSName.getPDFName("Figure").equals(element.getCOSName(COSName.S))
                    ? Stream.of(String.valueOf(element.getString(COSName.getPDFName("Alt"))))
                    : Stream.of();
            COSBase below = element.getDictionaryObject(COSName.K);
            return below == null ? own : Stream.concat(own, figures(below));
        }
        return Stream.of();
    }

    /** For looking at. */
    private static void keep(String name, byte[] printed) throws IOException {
        Files.createDirectories(Path.of("target", "handouts"));
        Files.write(Path.of("target", "handouts", name + ".pdf"), printed);
    }
}
