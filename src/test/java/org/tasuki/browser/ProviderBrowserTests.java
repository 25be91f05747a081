package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tasuki.people.web.OfficeProvider;

/** Through the city's identity provider and back, in a real browser with the office's strict rules. */
@Tag("slow")
@BrowserTest
class ProviderBrowserTests {

    private static final OfficeProvider CITY = OfficeProvider.open();

    private final Office office;

    @Autowired
    ProviderBrowserTests(Office office) {
        this.office = office;
    }

    @DynamicPropertySource
    static void theCitysProvider(DynamicPropertyRegistry settings) {
        CITY.introduce(settings);
        settings.add("demo.cases", () -> 0);
    }

    @AfterAll
    static void theCityGoesHome() {
        CITY.close();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fromThePageAskedForThroughTheProviderAndBackToIt(Locale language) {
        CITY.knows("suzuki@city", "officer", "児童福祉司");
        try (Person officer = office.stranger(language)) {
            officer.open("/inbox?tab=roles");
            officer.read(language);
            Screens.keep(officer, "sign-in-provider");
            goOut(officer);
            signInThere(officer.page(), "suzuki@city");
            assertThat(officer.page()).hasURL(Pattern.compile(".*/inbox\\?tab=roles$"));
            assertThat(officer.page().locator("header .who")).isVisible();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whoeverHasNoAccountIsToldSo(Locale language) {
        CITY.knows("visitor@city", "no-such-account", "児童福祉司");
        try (Person visitor = office.stranger(language)) {
            visitor.read(language);
            goOut(visitor);
            signInThere(visitor.page(), "visitor@city");
            assertThat(visitor.page().locator("main [role=alert]"))
                    .containsText(visitor.say("アカウントが登録されていません", "there is no account for you"));
            Screens.keep(visitor, "sign-in-provider-refused");
        }
    }

    private static void goOut(Person person) {
        person.page()
                .locator(
                        "main a",
                        new Page.LocatorOptions()
                                .setHasText(person.say("庁内の共通認証でサインイン", "Sign in with the office account")))
                .click();
    }

    private static void signInThere(Page page, String name) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(OfficeProvider.PASSWORD);
        page.locator("button[type=submit]").click();
    }

    static Stream<Arguments> languages() {
        return Stream.of(Arguments.of(Locale.JAPANESE), Arguments.of(Locale.ENGLISH));
    }
}
