package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.terms.Japan;

/** A matter begun from a case, from the empty list to the task that it becomes, and taken back. */
@BrowserTest
class MattersBrowserTests {

    private static final String WORDS = "学校の担任に、登校の様子を電話で聞く";

    private final Office office;

    @Autowired
    MattersBrowserTests(Office office) {
        this.office = office;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aReminderToOneselfWaitsInTheInboxAndIsSettled(Locale language) {
        try (Person officer = office.person("officer", language)) {
            officer.open("/inbox?tab=roles");
            String number = officer.page().locator("a.number").first().innerText();
            officer.open("/cases/" + number);
            officer.page().locator("a[href$='/matters']").click();
            begin(officer, "1999-01-01");
            assertThat(officer.page().locator("#day-problem")).isVisible();
            assertThat(officer.page().locator("#words")).hasValue(WORDS);
            Screens.keep(officer, "matters-refused");
            begin(officer, today(officer));
            officer.page().locator("table a", withWords()).first().click();
            assertThat(officer.page().locator("#asked + p")).hasText(WORDS);
            Screens.keep(officer, "matters-task");
            officer.page().locator("input[value=done]").check();
            officer.page().locator("form.sheet button.main").click();
            assertThat(officer.page().locator("form.sheet")).hasCount(0);
            officer.open("/cases/" + number + "/matters");
            assertThat(officer.page().locator("form[action$=withdrawal]")).hasCount(0);
            begin(officer, today(officer));
            assertThat(officer.page().locator("form[action$=withdrawal]")).hasCount(1);
            Screens.keep(officer, "matters-list");
            officer.page().locator("form[action$=withdrawal] button").click();
            assertThat(officer.page().locator("form[action$=withdrawal]")).hasCount(0);
        }
    }

    /** The old date and why it was moved stay to be seen. */
    @ParameterizedTest
    @MethodSource("languages")
    void itsDateIsMovedWithTheKeysAloneOnATelephone(Locale language) {
        try (Person officer = office.atTheDoor("officer", language, 390, 844)) {
            Page page = officer.page();
            String matters = mattersOfACase(officer);
            officer.open(matters);
            officer.tabTo(page.locator("#words"));
            page.keyboard().insertText(WORDS);
            officer.tabTo(page.locator("#day"));
            page.locator("#day").fill(today(officer));
            officer.tabTo(page.locator("form[aria-labelledby=new] button.main"));
            page.keyboard().press("Enter");
            assertThat(page.locator("main tbody tr").first()).containsText(WORDS);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            Screens.keep(officer, "telephone-matters");
            officer.tabTo(page.locator("main tbody a[href$='/date']").first());
            page.keyboard().press("Enter");
            officer.tabTo(page.locator("main form button.main"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#reason-problem")).isVisible();
            Screens.keep(officer, "telephone-matter-date-refused");
            page.locator("#day").fill(later(officer));
            officer.tabTo(page.locator("#reason"));
            page.keyboard().insertText("担任が出張のため");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice.done")).isVisible();
            page.locator("main tbody a[href$='/date']").first().click();
            assertThat(page.locator("table")).containsText("担任が出張のため");
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            Screens.keep(officer, "telephone-matter-date");
            officer.open(matters);
            page.locator("form[action$=withdrawal] button").first().click();
        }
    }

    @Test
    void aMatterIsBegunMovedAndTakenBackWhereScriptsAreBlocked() {
        try (Person officer = office.withoutJavaScript("officer", Locale.JAPANESE)) {
            Page page = officer.page();
            officer.open(mattersOfACase(officer));
            LocalDate day = LocalDate.now(Japan.ZONE).plusDays(3);
            begin(officer, "");
            assertThat(page.locator("#day-problem")).isVisible();
            assertThat(page.locator("#words")).hasValue(WORDS);
            begin(officer, day.toString());
            page.locator("main tbody a[href$='/date']").first().click();
            page.locator("#day").fill(day.plusDays(4).toString());
            page.locator("#reason").fill("学校の行事のため");
            page.locator("main form button.main").click();
            assertThat(page.locator("main tbody tr").first()).containsText("変更あり");
            page.locator("form[action$=withdrawal] button").first().click();
            assertThat(page.locator("form[action$=withdrawal]")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aHandOverIsBegunFromTheCase(Locale language) {
        try (Person supervisor = office.person("supervisor", language)) {
            Page page = supervisor.page();
            supervisor.open(mattersOfACase(supervisor));
            page.locator("form[aria-labelledby=hand-over] button").click();
            assertThat(page.locator("#agency-problem")).isVisible();
            Screens.keep(supervisor, "matters-hand-over-refused");
            page.locator("#agency").selectOption(new SelectOption().setIndex(1));
            page.locator("#purpose").fill("登校の見守り");
            Screens.keep(supervisor, "matters-hand-over");
        }
        try (Person supervisor = office.atTheDoor("supervisor", language, 390, 844)) {
            supervisor.open(mattersOfACase(supervisor));
            assertThat(supervisor.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            Screens.keep(supervisor, "telephone-matters-hand-over");
        }
    }

    private static String mattersOfACase(Person person) {
        person.open("/inbox?tab=roles");
        return "/cases/" + person.page().locator("a.number").first().innerText() + "/matters";
    }

    private static String later(Person person) {
        return person.page()
                .evaluate("new Date(Date.now() + 9 * 864e5).toISOString().slice(0, 10)")
                .toString();
    }

    private static Page.LocatorOptions withWords() {
        return new Page.LocatorOptions().setHasText(WORDS);
    }

    private static void begin(Person person, String day) {
        person.page().locator("input[value=reminder]").check();
        person.page().locator("#words").fill(WORDS);
        person.page().locator("#day").fill(day);
        person.page().locator("form[aria-labelledby=new] button.main").click();
    }

    private static String today(Person person) {
        return person.page()
                .evaluate("new Date(Date.now() + 864e5).toISOString().slice(0, 10)")
                .toString();
    }
}
