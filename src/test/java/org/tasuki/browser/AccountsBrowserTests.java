package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A new colleague: the administrator makes the account and hands a code over, the colleague chooses a password. */
@Tag("slow")
@BrowserTest
class AccountsBrowserTests {

    private static final String PASSWORD = "forty sleepy otters";

    private final Office office;

    @Autowired
    AccountsBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aNewColleagueChoosesTheirOwnPassword(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        String account = "hanasaki." + tag;
        try (Person admin = office.person("admin", language)) {
            String code = added(admin, account);
            chooses(account, code, language);
            looksAfter(admin, account);
        }
    }

    private static String added(Person admin, String account) {
        Page page = admin.page();
        admin.open("/accounts/new");
        page.locator("#account").fill(account);
        page.locator("#ja").fill("花咲 桃子");
        page.locator("#en").fill("Hanasaki Momoko");
        page.locator("input[name=roles][value=officer]").check();
        page.locator("main form[action='/accounts'] button.main").click();
        Screens.keep(admin, "password-code");
        String code = page.locator(".codes code").innerText();
        page.locator("main a.button").click();
        assertThat(page.locator("h1")).hasText(admin.say("花咲 桃子", "Hanasaki Momoko"));
        Screens.keep(admin, "account-waiting");
        return code;
    }

    private void chooses(String account, String code, Locale language) {
        try (Person newcomer = office.stranger(language)) {
            Page page = newcomer.page();
            newcomer.read(language);
            page.locator("main a[href='/sign-in/password']").click();
            Screens.keep(newcomer, "choose-password");
            choose(page, account, "0000-0000-0000-0000-0000-0000");
            assertThat(page.locator("#code-problem")).isVisible();
            assertThat(page.locator("#password")).hasValue("");
            Screens.keep(newcomer, "choose-password-refused");
            choose(page, account, code);
            assertThat(page.locator(".notice.done")).isVisible();
            Screens.keep(newcomer, "sign-in-password-chosen");
            page.locator("input[name=username]:visible").fill(account);
            page.locator("input[name=password]:visible").fill(PASSWORD);
            page.locator("main form button").first().click();
            assertThat(page.locator("header .who")).isVisible();
        }
    }

    private static void choose(Page page, String account, String code) {
        page.locator("#username").fill(account);
        page.locator("#code").fill(code);
        page.locator("#password").fill(PASSWORD);
        page.locator("main form[action='/sign-in/password'] button").click();
    }

    private static void looksAfter(Person admin, String account) {
        Page page = admin.page();
        admin.open("/accounts");
        page.locator("#q").fill("花咲桃子");
        page.locator("#q").press("Enter");
        page.locator("tr[data-row] a", new Page.LocatorOptions().setHasText(account))
                .click();
        Screens.keep(admin, "account");
        page.locator("main a[href$='/change']").click();
        page.locator("input[name=roles][value=officer]").uncheck();
        page.locator("main form button.main").click();
        assertThat(page.locator("#roles-problem")).isVisible();
        Screens.keep(admin, "change-account-refused");
        page.locator("input[name=roles][value=psychologist]").check();
        page.locator("main form button.main").click();
        assertThat(page.locator(".notice.done")).isVisible();
        page.locator("main a[href$='/closure']").click();
        Screens.keep(admin, "close-account");
        page.locator("main form button.main").click();
        assertThat(page.locator("form[action$='/reopening']")).isVisible();
        Screens.keep(admin, "account-closed");
        admin.open("/accounts/sessions");
        Screens.keep(admin, "end-all-sessions");
    }
}
