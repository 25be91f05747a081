package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From a number to its case, with nothing for axe to find, and no sideways scroll where there is little room. */
@BrowserTest
class FiguresBrowserTests {

    private final Office office;

    @Autowired
    FiguresBrowserTests(Office office) {
        this.office = office;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aNumberOpensItsCases(Locale language) {
        try (Person supervisor = office.person("supervisor", language)) {
            supervisor.open("/figures");
            assertThat(supervisor.page().locator("section.figure").first()).isVisible();
            Screens.keep(supervisor, "figures");
            String number = supervisor
                    .page()
                    .locator("table.grid tbody tr td:nth-child(2) a")
                    .first()
                    .innerText();
            supervisor
                    .page()
                    .locator("table.grid tbody tr td:nth-child(2) a")
                    .first()
                    .click();
            assertThat(supervisor.page().locator("main tbody tr")).hasCount(Integer.parseInt(number));
            Screens.keep(supervisor, "figures-cases");
            supervisor.page().locator("main [data-open]").first().click();
            assertThat(supervisor.page().locator("h1")).isVisible();
            supervisor.open("/figures/report");
            Screens.keep(supervisor, "figures-report");
            supervisor.open("/figures/accepted-type/chart.svg");
            for (String by : new String[] {"section", "officer"}) {
                supervisor.open("/figures?by=" + by);
                assertThat(supervisor.page().locator("#by")).hasValue(by);
                Screens.keep(supervisor, "figures-by-" + by);
            }
            supervisor.page().setViewportSize(320, 700);
            for (String path :
                    new String[] {"/figures", "/figures?by=section", "/figures/report", "/figures/safety/cases"}) {
                supervisor.open(path);
                assertThat(((Number)
                                        supervisor
                                                .page()
                                                .evaluate(
                                                        "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                                .intValue())
                        .as(path)
                        .isZero();
            }
            supervisor.page().setViewportSize(1280, 900);
            supervisor.open("/figures");
            supervisor.page().locator("form[action$='/figures/export'] button").click();
            assertThat(supervisor.page().locator("#reason-problem")).isVisible();
            Screens.keep(supervisor, "figures-refused");
        }
    }
}
