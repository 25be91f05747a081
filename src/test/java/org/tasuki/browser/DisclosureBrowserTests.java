package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A request to see the records of a case, from the empty list to the file that is given out. */
@Tag("slow")
@BrowserTest
class DisclosureBrowserTests {

    private final Office office;

    @Autowired
    DisclosureBrowserTests(Office office) {
        this.office = office;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void oneAsksAndAnotherDecides(Locale language) throws Exception {
        try (Person officer = office.person("officer", language);
                Person director = office.person("director", language)) {
            officer.open("/inbox?tab=roles");
            String number = officer.page().locator("a.number").first().innerText();
            officer.open("/cases/" + number + "/disclosures");
            Screens.keep(officer, "disclosure-list");
            officer.page().locator("input[value=self]").check();
            officer.page().locator("#received").fill(LocalDate.of(1999, 1, 1).toString());
            officer.page().locator("main form button.main").click();
            assertThat(officer.page().locator("#received-problem")).isVisible();
            Screens.keep(officer, "disclosure-refused");
            officer.page()
                    .locator("#received")
                    .fill(officer.page()
                            .evaluate("new Date(Date.now() - 864e5).toISOString().slice(0, 10)")
                            .toString());
            officer.page().locator("main form button.main").click();
            officer.page().locator("#words").fill("浜野");
            Screens.keep(officer, "disclosure-parts");
            officer.page().locator("button[name=propose]").click();
            assertThat(officer.page().locator("#words")).hasCount(0);
            director.open(officer.page().url());
            Screens.keep(director, "disclosure-to-decide");
            director.page()
                    .locator("section[aria-labelledby=decision] button.main")
                    .first()
                    .click();
            Download taken = director.page()
                    .waitForDownload(
                            () -> director.page().locator("a[download]").click());
            try (PDDocument document = Loader.loadPDF(taken.path().toFile())) {
                Assertions.assertThat(new PDFTextStripper().getText(document)).contains("保有個人情報の開示", "不開示");
            }
            Screens.keep(director, "disclosure-decided");
            officer.open("/inbox");
            officer.page()
                    .locator(
                            "a",
                            new Page.LocatorOptions()
                                    .setHasText(language == Locale.JAPANESE ? "通知と交付" : "Notify and hand out"))
                    .first()
                    .click();
            officer.page().locator("input[value=post]").check();
            Screens.keep(officer, "disclosure-hand-out");
            officer.page().locator("form[action$=handing-out] button.main").click();
            assertThat(officer.page().locator("form[action$=handing-out]")).hasCount(0);
        }
    }
}
