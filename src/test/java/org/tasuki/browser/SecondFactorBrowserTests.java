package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.people.factors.AuthenticatorApp;

/** Getting a second factor, and signing in with it. */
@Tag("slow")
@BrowserTest
class SecondFactorBrowserTests {

    private final Office office;

    @Autowired
    SecondFactorBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void anAuthenticatorApp(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        try (Person lawyer = office.person("lawyer", language)) {
            Page page = lawyer.page();
            lawyer.open("/account/factors");
            Screens.keep(lawyer, "factors-none");
            page.locator("main form[action='/account/factors/app'] button").click();
            assertThat(page.locator("img.qr")).isVisible();
            Screens.keep(lawyer, "factors-app");
            AuthenticatorApp app = new AuthenticatorApp(page.locator(".secret").innerText());
            page.locator("#code").fill("12345");
            page.locator("main button.main").click();
            assertThat(page.locator(".field-problem")).isVisible();
            page.locator("#code").fill(app.code(0));
            page.locator("main button.main").click();
            assertThat(page.locator(".codes li")).hasCount(10);
            Screens.keep(lawyer, "recovery-codes");
            page.locator("main a.button").click();
            lawyer.open("/account/factors");
            Screens.keep(lawyer, "factors");
            again(language, app);
            page.locator("form[action='/account/factors/app/removal'] button").click();
            assertThat(page.locator(".notice.done")).isVisible();
        }
    }

    private void again(Locale language, AuthenticatorApp app) {
        try (Person lawyer = office.stranger(language)) {
            Page page = lawyer.page();
            page.locator("input[name=username]:visible").fill("lawyer");
            page.locator("input[name=password]:visible").fill("tasuki-demo");
            page.locator("main form button").first().click();
            assertThat(page.locator("#code")).isFocused();
            Screens.keep(lawyer, "sign-in-code");
            page.locator("#code").fill(app.code(1));
            page.keyboard().press("Enter");
            assertThat(page.locator("header .who")).isVisible();
            lawyer.open("/account/password");
            Screens.keep(lawyer, "password");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aPasskey(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        try (Person school = office.stranger(language)) {
            Page page = school.page();
            page.navigate(page.url().replace("127.0.0.1", "localhost"));
            Authenticators.plugIn(page);
            school.signIn("school");
            school.read(language);
            school.open("/account/factors");
            page.locator("form[action='/account/factors/passkeys/new'] button").click();
            Screens.keep(school, "passkey-new");
            page.locator("#label").fill("机の上の鍵");
            page.locator("main button.main").click();
            assertThat(page.locator("main")).containsText("机の上の鍵");
            Screens.keep(school, "factors-passkey");
            signsOut(page);
            page.locator("form[data-passkey] button").click();
            assertThat(page.locator("header .who")).isVisible();
            signsOut(page);
            withThePasswordAlone(page);
            Screens.keep(school, "sign-in-code-or-passkey");
            page.locator("form[data-passkey] button").click();
            assertThat(page.locator("header .who")).isVisible();
            school.open("/account/factors");
            page.locator("form[action$='/removal'] button").click();
            assertThat(page.locator(".notice.done")).isVisible();
            signsOut(page);
            page.locator("form[data-passkey] button").click();
            assertThat(page.locator("main [role=alert]")).isVisible();
            Screens.keep(school, "sign-in-passkey-refused");
        }
    }

    private static void signsOut(Page page) {
        page.locator("header form[action='/sign-out'] button").click();
        assertThat(page.locator("#username")).isVisible();
    }

    private static void withThePasswordAlone(Page page) {
        page.locator("input[name=username]:visible").fill("school");
        page.locator("input[name=password]:visible").fill("tasuki-demo");
        page.locator("main form button").first().click();
        assertThat(page.locator("#code")).isVisible();
    }
}
