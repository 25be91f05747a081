package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Whoever is too quick is told so where they are, and has what they typed. */
@BrowserTest
@TestPropertySource(
        properties = {
            "demo.cases=0",
            "tasuki.limits.searches.at-once=1",
            "tasuki.limits.searches.a-minute=1",
            "tasuki.limits.typing.at-once=1",
            "tasuki.limits.typing.a-minute=1"
        })
@Tag("slow")
class SlowedBrowserTests {

    private static final int OFTEN = 20;

    private final Office office;

    @Autowired
    SlowedBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void thePageKeepsTheFormAndSendsItAgain(String language) {
        try (Person officer = office.person("officer", Locale.forLanguageTag(language))) {
            Page page = officer.page();
            officer.open("/search");
            for (int i = 0; i < OFTEN && page.locator("h1").innerText().contains(officer.say("検索", "Search")); i++) {
                page.locator("main form input[name=q]").fill("鵜飼 みずほ");
                page.locator("main form button").first().click();
            }
            assertThat(page.locator("h1")).hasText(officer.say("短い時間に操作が集中しています", "Too much at once"));
            assertThat(page.locator("main form input[name=q]")).hasValue("鵜飼 みずほ");
            Screens.keep(officer, "too-soon");
            page.locator("main form button").click();
            assertThat(page.locator("main form input[name=q]")).hasValue("鵜飼 みずほ");
        }
    }

    @Test
    void aDraftThatIsSavedTooOftenIsSaidToBeStillOnThePage() {
        try (Person reception = office.person("reception", Locale.JAPANESE)) {
            Page page = reception.page();
            reception.open("/consultations/new");
            Locator kana = new Sheet(page).field("フリガナ").locator("input");
            Locator live = page.locator("#live");
            for (int i = 0; i < OFTEN && !live.innerText().contains("短い時間"); i++) {
                kana.fill("ウカイ ミズホ" + "ー".repeat(i));
                page.waitForResponse(answer -> answer.url().contains("/consultations/"), () -> kana.press("End"));
            }
            assertThat(live).containsText("短い時間に操作が集中しています。入力した内容はこの画面に残っています");
            assertThat(kana).hasValue(Pattern.compile("ウカイ ミズホー*"));
        }
    }
}
