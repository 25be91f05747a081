package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two groups of a class are looked back at: side by side, drawn over the ideal way, played again. */
@Tag("slow")
@BrowserTest
class DebriefBrowserTests {

    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final Office office;

    @Autowired
    DebriefBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aClassLooksBack(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        try (Person trainer = office.person("trainer", language);
                Person first = office.stranger(language);
                Person second = office.stranger(language)) {
            Page page = trainer.page();
            trainer.open("/practice");
            page.locator("#name").fill(trainer.say("泣き声の演習", "A cry next door"));
            page.locator("#name").press("Enter");
            String code = page.locator(".join-code strong").innerText();
            plays(first, language, code, first.say("はなこ", "Hanako"));
            plays(second, language, code, second.say("たろう", "Taro"));
            page.reload();
            page.locator("button[name=by][value=PT48H]").click();
            assertThat(page.locator(".notice.done")).isVisible();
            page.locator("a[href$='/debrief']").click();
            page.locator("#way").selectOption(new SelectOption().setValue("false-alarm"));
            assertThat(page).hasURL(Pattern.compile(".*way=false-alarm"));
            assertThat(page.locator(".told-apart thead th")).hasCount(4);
            Screens.keep(trainer, "debrief");
            page.locator("section a[href*='/debrief/']").first().click();
            assertThat(page.locator(".diagram .canvas.drawn")).not().hasCount(0);
            assertThat(page.locator(".replay")).isVisible();
            Screens.keep(trainer, "debrief-group");
            itIsPlayedAgain(trainer);
            page.setViewportSize(390, 844);
            assertThat(((Number) page.evaluate(SIDEWAYS)).intValue()).isZero();
            Screens.keep(trainer, "debrief-telephone");
            withoutAScript(language, page.url());
        }
    }

    private static void plays(Person person, Locale language, String code, String nick) {
        Page page = person.page();
        person.open("/practice/join?code=" + code);
        person.read(language);
        page.locator("#nick").fill(nick);
        page.locator("#desk").selectOption(new SelectOption().setValue("all"));
        page.locator("main form button.main").click();
        assertThat(page.locator("main .notice")).isVisible();
        person.open("/consultations/new");
        new Sheet(page).rest().complete();
        person.open("/inbox?tab=roles");
        page.locator("[data-open]").first().click();
        if (page.locator(".take button").count() > 0) {
            page.locator(".take button").click();
        }
        new Sheet(page).complete();
    }

    /** By the keyboard; at last by itself. */
    private static void itIsPlayedAgain(Person trainer) {
        Page page = trainer.page();
        Locator on = page.locator("[data-act=on]");
        trainer.tabTo(on);
        page.keyboard().press("Enter");
        assertThat(page.locator("tr[aria-current=step] td").first()).hasText("1");
        assertThat(page.locator(".replay .say")).containsText("1. ");
        page.keyboard().press("Enter");
        assertThat(page.locator("tr[aria-current=step] td").first()).hasText("2");
        Screens.keepWindow(trainer, "debrief-replay");
        trainer.tabTo(page.locator("#moment"));
        page.keyboard().press("Home");
        assertThat(page.locator("tr[aria-current=step]")).hasCount(0);
        page.locator("#speed").selectOption("4");
        page.locator("[data-act=play]").click();
        assertThat(page.locator("tr[aria-current=step] td").first()).hasText("2");
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.reload();
        assertThat(page.locator(".replay .still")).isVisible();
        assertThat(page.locator("[data-act=play]")).isHidden();
        on.click();
        assertThat(page.locator("tr[aria-current=step] td").first()).hasText("1");
    }

    private void withoutAScript(Locale language, String url) {
        try (Person trainer = office.withoutJavaScript("trainer", language)) {
            trainer.open(url);
            assertThat(trainer.page().locator(".drawings")).isHidden();
            assertThat(trainer.page().locator("tr[data-moment]")).not().hasCount(0);
        }
    }
}
