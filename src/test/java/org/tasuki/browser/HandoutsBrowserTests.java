package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Handouts are taken from a list that everybody can read. */
@BrowserTest
class HandoutsBrowserTests {

    private final Office office;

    @Autowired
    HandoutsBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aPosterIsTakenFromTheList(Locale language) {
        try (Person officer = office.person("officer", language)) {
            Page page = officer.page();
            officer.open("/training/handouts");
            Screens.keep(officer, "handouts");
            Download poster = page.waitForDownload(
                    () -> page.locator("a[href$='poster.pdf']").click());
            assertThat(poster.suggestedFilename()).isEqualTo("processes-poster.pdf");
            page.setViewportSize(320, 800);
            officer.open("/training/handouts");
            assertThat(page.locator("h1")).isVisible();
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("no sideways scroll")
                    .isTrue();
            Screens.keep(officer, "telephone-handouts");
        }
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }
}
