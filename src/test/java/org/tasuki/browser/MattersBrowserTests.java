package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

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
