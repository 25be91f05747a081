package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.casefile.SampleFiles;

/** Files on the documents tab of a case, through the real server: added, refused, taken out, withdrawn. */
@Tag("slow")
@BrowserTest
class DocumentsBrowserTests {

    private final Office office;

    @TempDir
    private Path folder;

    @Autowired
    DocumentsBrowserTests(Office office) {
        this.office = office;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aFileIsAddedTakenOutAndWithdrawn(Locale language) throws IOException {
        try (Person officer = office.person("officer", language)) {
            String documents = documentsOfSomeCase(officer);
            officer.open(documents);
            Screens.keep(officer, "files-empty");
            fill(officer, "出欠状況の回答", "school");
            choose(officer, new FilePayload("出欠.pdf", "application/pdf", SampleFiles.PDF));
            send(officer);
            assertThat(officer.page().locator(".live .notice")).isVisible();
            Locator link = officer.page().locator("a[download]").first();
            assertThat(link).hasText("出欠状況の回答");
            Download taken = officer.page().waitForDownload(link::click);
            assertThat(taken.suggestedFilename()).isEqualTo("出欠.pdf");
            assertThat(Files.readAllBytes(taken.path())).isEqualTo(SampleFiles.PDF);
            fill(officer, "通告者からの手紙", "letter");
            officer.page().locator("input[name=reveals]").check();
            choose(officer, new FilePayload("letter.jpg", "image/jpeg", SampleFiles.JPEG));
            send(officer);
            officer.page()
                    .locator("table[aria-labelledby=files] summary")
                    .last()
                    .click();
            officer.page().locator("details[open] textarea").fill("別の児童の資料");
            Screens.keep(officer, "files-withdrawing");
            officer.page().locator("details[open] button").click();
            assertThat(officer.page().locator("table[aria-labelledby=files]"))
                    .containsText(officer.say("取下げ済み", "Withdrawn"));
            Screens.keep(officer, "files");
        }
    }

    /** 30 MB go through the real server: the page comes back with what was typed, and says what to do. */
    @ParameterizedTest
    @MethodSource("languages")
    void aFileThatIsTooLargeLosesNothing(Locale language) throws IOException {
        try (Person officer = office.person("officer", language)) {
            officer.open(documentsOfSomeCase(officer));
            fill(officer, "面会の録画", "other");
            choose(officer, file("large.pdf", SampleFiles.pdfOf(30 << 20)));
            send(officer);
            Locator problem = officer.page().locator("#file-file-problem");
            assertThat(problem).containsText("10");
            assertThat(officer.page().locator("#file-title")).hasValue("面会の録画");
            assertThat(officer.page().locator("#file-kind")).hasValue("other");
            Screens.keep(officer, "files-too-large");
        }
    }

    @Test
    void withoutJavaScriptTheSame() throws IOException {
        try (Person officer = office.withoutJavaScript("officer", Locale.JAPANESE)) {
            String documents = documentsOfSomeCase(officer);
            for (int size : new int[] {(10 << 20) + 1, (11 << 20) + 1, 20 << 20}) {
                officer.open(documents);
                fill(officer, "写し", "other");
                choose(officer, file("a.pdf", SampleFiles.pdfOf(size)));
                send(officer);
                assertThat(officer.page().locator("#file-file-problem")).containsText("10MB");
                assertThat(officer.page().locator("#file-title")).hasValue("写し");
            }
            fill(officer, "写し", "other");
            choose(officer, file("a.pdf", SampleFiles.pdfOf(10 << 20)));
            send(officer);
            assertThat(officer.page().locator(".live .notice")).isVisible();
        }
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static String documentsOfSomeCase(Person officer) {
        officer.open("/inbox?tab=roles");
        return "/cases/" + officer.page().locator("a.number").first().innerText() + "/documents";
    }

    private static void fill(Person person, String title, String kind) {
        Page page = person.page();
        page.locator("#file-title").fill(title);
        page.locator("#file-kind").selectOption(kind);
    }

    private static void choose(Person person, FilePayload file) {
        person.page().locator("#file-file").setInputFiles(file);
    }

    private static void choose(Person person, Path file) {
        person.page().locator("#file-file").setInputFiles(file);
    }

    private static void send(Person person) {
        person.page().locator("form.upload button.main").click();
        person.page().waitForLoadState();
    }
}
