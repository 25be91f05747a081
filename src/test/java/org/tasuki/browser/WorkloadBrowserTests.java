package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The supervisor looks who carries how much, what is behind a number, and what two officers more would bring. */
@Tag("slow")
@BrowserTest
class WorkloadBrowserTests {

    private final Office office;

    @Autowired
    WorkloadBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whoCarriesHowMuchAndWhatIf(Locale language) {
        try (Person supervisor = office.person("supervisor", language)) {
            Page page = supervisor.page();
            supervisor.open("/workload");
            assertThat(page.locator("svg.weeks .came")).hasCount(12);
            Screens.keep(supervisor, "workload");
            page.locator("section[aria-labelledby=sections] tbody a").first().click();
            assertThat(page.locator("section[aria-labelledby=officers] tbody tr"))
                    .hasCount(12);
            page.locator("nav.sorts").nth(1).locator("a").nth(3).click();
            assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
            page.locator("#what-if-change").fill("-99");
            page.locator("main form button.main").click();
            assertThat(page.locator("#what-if-change-problem")).isVisible();
            assertThat(page.locator("#what-if-change")).hasValue("-99");
            Screens.keep(supervisor, "workload-refused");
            page.locator("#what-if-change").fill("2");
            page.locator("main form button.main").click();
            assertThat(page.locator("#what-if table tbody tr")).hasCount(6);
            assertThat(page.locator("th[aria-sort=descending]")).hasCount(1);
            for (int width : new int[] {390, 320}) {
                page.setViewportSize(width, 844);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(width);
            }
            Screens.keep(supervisor, "telephone-workload");
            page.locator("section[aria-labelledby=officers] tbody a").first().click();
            assertThat(page.locator("#open")).isVisible();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
            page.setViewportSize(1280, 800);
            Screens.keep(supervisor, "workload-list");
        }
    }

    static Stream<Arguments> languages() {
        return Stream.of(Arguments.of(Locale.JAPANESE), Arguments.of(Locale.ENGLISH));
    }
}
