package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/** Somebody at a desk: a browser window, an account, a language. */
final class Person implements AutoCloseable {

    private static final String PASSWORD = "tasuki-demo";
    private static final int MOST_TABS = 200;

    private final Page page;
    private final boolean japanese;

    Person(Page page, Locale language) {
        this.page = page;
        this.japanese = Objects.equals(language.getLanguage(), "ja");
    }

    Page page() {
        return page;
    }

    /** The words of the person's language. */
    String say(String inJapanese, String inEnglish) {
        return japanese ? inJapanese : inEnglish;
    }

    void signIn(String account) {
        page.locator("input[name=username]:visible").fill(account);
        page.locator("input[name=password]:visible").fill(PASSWORD);
        page.locator("main form button").first().click();
        assertThat(page.locator("header .who")).isVisible();
    }

    /** The account remembers its language; other tests may have left another. */
    void read(Locale language) {
        if (!language.getLanguage().equals(page.locator("html").getAttribute("lang"))) {
            page.locator("form.language button").click();
            assertThat(page.locator("html")).hasAttribute("lang", language.getLanguage());
        }
    }

    Response open(String path) {
        return Objects.requireNonNull(
                page.navigate(URI.create(page.url()).resolve(path).toString()));
    }

    /** With the Tab key alone, round the whole page if need be. */
    void tabTo(Locator target) {
        for (int tabs = 0; tabs < MOST_TABS && !isFocused(target); tabs++) {
            page.keyboard().press("Tab");
        }
        assertThat(target).isFocused();
    }

    private static boolean isFocused(Locator target) {
        return (boolean) target.evaluate("one => one === document.activeElement");
    }

    /** Opens a case's task from the inbox, the person's own or one that waits at their desks, and claims it. */
    Sheet take(String step, String number) {
        open("/inbox?tab=roles");
        Locator row = row(step, number);
        if (row.count() == 0) {
            open("/inbox?tab=mine");
        }
        row.first().getByRole(AriaRole.LINK, named(step)).click();
        page.waitForLoadState();
        Locator claim = page.locator(".take button");
        if (claim.count() > 0) {
            claim.click();
        }
        assertThat(page.locator("h1")).hasText(step);
        return new Sheet(page);
    }

    /** The rows of this step and case in the list that is open. */
    Locator row(String step, String number) {
        return page.locator("tr[data-row]")
                .filter(new Locator.FilterOptions().setHasText(number))
                .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.LINK, exactly(step))));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
