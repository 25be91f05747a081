package org.tasuki.engine.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;
import org.tasuki.engine.Deployment;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.ShippedProcesses;
import org.tasuki.people.Actor;

/** What is handed out in a training is on paper all that the process says, in the reader's language. */
@StoryTest
@TestPropertySource(properties = "tasuki.test.many-cases=handouts")
class HandoutTests {

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private StoryOffice office;

    @Autowired
    private ProcessCatalog catalog;

    @Autowired
    private Deployment deployment;

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
                .contains("この支援がなくても子どもが安全でいられる", "終結を提案します", "起こりやすい失敗", "（必須）", "3開庁日", "次の段階")
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

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void thePosterHasEveryStepOfEveryProcessOnOneSheet(String language) throws IOException {
        byte[] printed = printed(language, "/training/processes/poster.pdf");
        keep("poster-" + language, printed);
        try (PDDocument document = Loader.loadPDF(printed)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(1190f, 1191f);
            String text = words(document);
            assertThat(catalog.processes()).flatExtracting(ProcessFacts::tasks).allSatisfy(step -> assertThat(text)
                    .contains(squeezed(name(step.name().ja(), step.name().en(), language))));
        }
    }

    @Test
    void whatTheLastVersionChangedIsSaidAndWhereThereIsOneOnlyThatToo() throws IOException {
        assertThat(words("ja", "/training/processes/consultation/changes.pdf")).contains("この手順は最初の版です");
        assertThat(words("en", "/training/processes/consultation/changes.pdf"))
                .contains(squeezed("This is the first version of the process"));
        assertThat(deployment.put(renamed())).isEmpty();
        deployment.refresh();
        keep("changes-ja", printed("ja", "/training/processes/question/changes.pdf"));
        assertThat(words("ja", "/training/processes/question/changes.pdf"))
                .contains("第2版", "前の版から変わった点は1件です", "変更", "回答すること");
        assertThat(words("en", "/training/processes/question/changes.pdf"))
                .contains(squeezed("1 thing is not as in the version before"), squeezed("Version 2"));
    }

    /** A version of an office's own, in which one step has another name. */
    private static ProcessSource renamed() {
        ProcessSource shipped = ShippedProcesses.all().stream()
                .filter(process -> process.name().equals("question.bpmn"))
                .findFirst()
                .orElseThrow();
        String xml = new String(shipped.xml(), StandardCharsets.UTF_8);
        return new ProcessSource(
                shipped.name(),
                xml.replaceFirst("(<bpmn:userTask id=\"\\w+\" name=\")[^\"]*", "$1回答すること")
                        .getBytes(StandardCharsets.UTF_8));
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
