package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A class of four: a call comes in, two days pass in a moment, the trainer looks at every desk and takes one of them. */
@Tag("slow")
@BrowserTest
class PracticeBrowserTests {

    private final Office office;

    @Autowired
    PracticeBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aClassOfFour(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        try (Person trainer = office.person("trainer", language);
                Person reception = office.stranger(language);
                Person officer = office.stranger(language);
                Person supervisor = office.stranger(language);
                Person police = office.stranger(language)) {
            String code = opened(trainer);
            join(reception, language, code, "reception", trainer.say("受付さん", "Reiko"));
            join(officer, language, code, "officer", trainer.say("担当さん", "Oki"));
            join(supervisor, language, code, "supervisor", trainer.say("ＳＶさん", "Sue"));
            join(police, language, code, "police", trainer.say("警察さん", "Paul"));
            aCallComesIn(reception);
            twoDaysPass(trainer);
            supervisor.open("/inbox");
            assertThat(supervisor.page().locator("aside.practice")).isVisible();
            Screens.keep(supervisor, "practice-inbox");
            takesADesk(trainer);
            trainer.page().locator("form[action$='/end'] button").click();
            assertThat(trainer.page().locator(".notice.caution")).isVisible();
            Screens.keep(trainer, "practice-class-over");
        }
    }

    private static String opened(Person trainer) {
        Page page = trainer.page();
        trainer.open("/practice");
        Screens.keep(trainer, "practice-classes-none");
        page.locator("#name").fill(trainer.say("新任研修 第1回", "Newcomers, first day"));
        page.locator("#name").press("Enter");
        assertThat(page.locator(".notice.done")).isVisible();
        return page.locator(".join-code strong").innerText();
    }

    private static void join(Person person, Locale language, String code, String desk, String nick) {
        Page page = person.page();
        page.navigate(page.url().replaceAll("(https?://[^/]+).*", "$1") + "/practice/join");
        person.read(language);
        page.locator("#code").fill("AAAAAA");
        page.locator("#nick").fill(nick);
        page.locator("#desk").selectOption(new SelectOption().setValue(desk));
        page.locator("main form button.main").click();
        assertThat(page.locator("#code-problem")).isVisible();
        assertThat(page.locator("#nick")).hasValue(nick);
        Screens.keep(person, "practice-join-refused");
        page.locator("#code").fill(code.toLowerCase(Locale.ROOT));
        page.locator("main form button.main").click();
        assertThat(page.locator("main .notice")).isVisible();
        Screens.keep(person, "practice-seat");
    }

    private static void aCallComesIn(Person reception) {
        reception.open("/consultations/new");
        new Sheet(reception.page()).rest().complete();
        assertThat(reception.page().locator("aside.practice")).isVisible();
    }

    private static void twoDaysPass(Person trainer) {
        Page page = trainer.page();
        page.reload();
        assertThat(page.locator("#tasks-title ~ table tbody tr")).not().hasCount(0);
        Screens.keep(trainer, "practice-class");
        page.locator("button[name=by][value=PT48H]").click();
        assertThat(page.locator(".notice.done")).isVisible();
        assertThat(page.locator("strong.over").first()).isVisible();
        Screens.keep(trainer, "practice-class-late");
    }

    private static void takesADesk(Person trainer) {
        Page page = trainer.page();
        page.locator("button[name=desk][value=director]").click();
        assertThat(page.locator("aside.practice")).isVisible();
        page.locator("aside.practice a").click();
        Screens.keep(trainer, "practice-seat-trainer");
        page.locator("form[action$='/leave'] button").click();
        assertThat(page.locator("#desks-title")).isVisible();
    }
}
