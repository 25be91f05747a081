package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer with a telephone in one hand: everything with the keys alone. */
@BrowserTest
class KeyboardBrowserTests {

    private final Office office;

    @Autowired
    KeyboardBrowserTests(Office office) {
        this.office = office;
    }

    @Test
    void rowsAreWalkedAndOpened() {
        try (Person officer = office.person("officer2", Locale.JAPANESE)) {
            officer.open("/inbox?tab=mine");
            Page page = officer.page();
            Locator rows = page.locator("[data-open]");
            page.keyboard().press("j");
            assertThat(rows.first()).isFocused();
            page.keyboard().press("j");
            assertThat(rows.nth(1)).isFocused();
            page.keyboard().press("k");
            assertThat(rows.first()).isFocused();
            String step = rows.first().innerText();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText(step);
        }
    }

    @Test
    void searchHelpAndTheWayOut() {
        try (Person officer = office.person("officer", Locale.JAPANESE)) {
            officer.open("/inbox");
            Page page = officer.page();
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#keys")).isHidden();
            page.keyboard().press("/");
            assertThat(page.locator("#find")).isFocused();
            page.keyboard().type("j?");
            assertThat(page.locator("#find")).hasValue("j?");
            page.keyboard().press("Escape");
            assertThat(page.locator("#find")).not().isFocused();
        }
    }

    @Test
    void theFirstTabLeadsToTheContent() {
        try (Person officer = office.person("officer", Locale.JAPANESE)) {
            officer.open("/inbox");
            Page page = officer.page();
            page.keyboard().press("Tab");
            assertThat(page.locator("a.skip")).isFocused();
            assertThat(page.locator("a.skip")).isInViewport();
        }
    }

    @Test
    void aTaskIsClaimedFilledInAndCompleted() {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            kase.phoneCall("夜泣きが続くとの電話");
            Person supervisor = kase.person("supervisor");
            Sheet screening =
                    kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）").rest();
            Locator send = supervisor.page().locator(".finish button.main");
            screening.field("判断の理由").locator("textarea").focus();
            supervisor.tabTo(send);
            supervisor.page().keyboard().press("Enter");
            assertThat(supervisor.page().locator("h1")).hasText("受信箱");
        }
    }
}
