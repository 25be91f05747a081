package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tasuki.launch.TestDatabase;

/** In an office that asks before every weighty act: a passkey answers as well as the password does. */
@Tag("slow")
@BrowserTest
class StepUpBrowserTests {

    private final Office office;
    private final TestDatabase database;

    @Autowired
    StepUpBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database;
    }

    @DynamicPropertySource
    static void asksEachTime(DynamicPropertyRegistry settings) {
        settings.add("tasuki.sign-in.step-up", () -> "0s");
        settings.add("demo.cases", () -> 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aPasskeyConfirmsAndTheActGoesOnWithWhatWasTyped(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        try (Person admin = office.stranger(language)) {
            Page page = admin.page();
            page.navigate(page.url().replace("127.0.0.1", "localhost"));
            Authenticators.plugIn(page);
            admin.signIn("admin");
            admin.read(language);
            addsPasskey(admin);
            fillsInAStation(admin, "station-" + tag);
            assertThat(page.locator("#again-password")).isVisible();
            assertThat(page.locator("form[data-passkey]")).isVisible();
            Screens.keep(admin, "again-passkey");
            page.locator("form[data-passkey] button").click();
            assertThat(page.locator(".notice.done")).isVisible();
            assertThat(page.locator("main")).containsText("station-" + tag);
            assertThat(acts()).endsWith("stepped-up passkey", "agency-added");
            refusesAnotherAnswer(admin, tag);
            removesPasskey(page);
        }
    }

    private static void addsPasskey(Person admin) {
        Page page = admin.page();
        admin.open("/account/factors");
        page.locator("form[action='/account/factors/passkeys/new'] button").click();
        withPassword(page);
        page.locator("#label").fill("鍵");
        page.locator("main button.main").click();
        withPassword(page);
        assertThat(page.locator("main")).containsText("鍵");
    }

    private static void fillsInAStation(Person admin, String key) {
        Page page = admin.page();
        admin.open("/agencies/new");
        page.locator("#ja").fill("港&\"署");
        page.locator("#en").fill("Minato");
        page.locator("#key").fill(key);
        page.locator("main button.main").click();
    }

    /** What somebody made up, or an answer to a question of before. */
    private void refusesAnotherAnswer(Person admin, String tag) {
        Page page = admin.page();
        fillsInAStation(admin, "forged-" + tag);
        page.evaluate("() => { const form = document.querySelector('form[data-passkey]');"
                + "form.querySelector('[data-answer]').value = '{}'; HTMLFormElement.prototype.submit.call(form); }");
        assertThat(page.locator("#again-problem")).isVisible();
        Screens.keep(admin, "again-passkey-refused");
        assertThat(acts()).endsWith("step-up-refused passkey");
        assertThat(database.asSuperuser()
                        .sql("select count(*) from agency where key = ?")
                        .param("forged-" + tag)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void removesPasskey(Page page) {
        page.navigate(page.url().replaceFirst("(://[^/]+).*", "$1/account/factors"));
        page.locator("form[action$='/removal'] button").first().click();
        withPassword(page);
        assertThat(page.locator(".notice.done")).isVisible();
    }

    private static void withPassword(Page page) {
        page.locator("#again-password").fill("tasuki-demo");
        page.locator("main form button.main").first().click();
    }

    private List<String> acts() {
        return database.asSuperuser()
                .sql(
                        "select act || coalesce(' ' || (detail ->> 'by'), '') from audit_entry where actor = 'admin' order by id")
                .query(String.class)
                .list();
    }
}
