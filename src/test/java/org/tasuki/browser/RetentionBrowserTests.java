package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.launch.TestDatabase;

/** The yearly list of records whose time is over, from the empty list to the stub of an erased case. */
@Tag("slow")
@BrowserTest
class RetentionBrowserTests {

    private final Office office;
    private final TestDatabase database;

    @Autowired
    RetentionBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void twoPeopleDecide(Locale language) {
        String number = "SM-1998-0000" + (language.equals(Locale.JAPANESE) ? 1 : 2);
        try (Person supervisor = office.person("supervisor", language);
                Person director = office.person("director", language)) {
            supervisor.open("/retention");
            Screens.keep(supervisor, "retention-empty");
            oldCase(number);
            supervisor.open("/retention");
            Screens.keep(supervisor, "retention-list");
            supervisor.page().locator("main [data-open]").first().click();
            supervisor.page().locator("input[value=keep]").check();
            supervisor
                    .page()
                    .locator("section[aria-labelledby=proposal] button")
                    .click();
            assertThat(supervisor.page().locator("#until-problem")).isVisible();
            Screens.keep(supervisor, "retention-refused");
            supervisor.page().locator("input[value=erase]").check();
            supervisor.page().locator("#reason").fill("保存の必要がない");
            supervisor
                    .page()
                    .locator("section[aria-labelledby=proposal] button")
                    .click();
            assertThat(supervisor.page().locator("section[aria-labelledby=decision]"))
                    .isVisible();
            Screens.keep(supervisor, "retention-proposed");
            director.open("/retention/" + number);
            Screens.keep(director, "retention-to-approve");
            director.page()
                    .locator("section[aria-labelledby=answer] button.main")
                    .click();
            director.page().locator("#sure").fill(number);
            Screens.keep(director, "retention-to-erase");
            director.page().locator("section[aria-labelledby=erasure] button").click();
            assertThat(director.page().locator("h1")).containsText(number);
            Screens.keep(director, "case-erased");
        }
    }

    /** Closed long ago, of a child who is long grown up. */
    private void oldCase(String number) {
        database.asSuperuser()
                .sql(
                        """
                        insert into case_file (number, center, status, outcome, opened_at, closed_at)
                        select '%1$s', key, 'closed', 'closed', '1998-06-01', '1999-02-01' from center where prefix = 'SM';
                        insert into child (case_number, center, name, kana, birth_date)
                        select '%1$s', key, '古川 実', 'フルカワ ミノル', '1988-04-12' from center where prefix = 'SM'
                        """
                                .formatted(number))
                .update();
    }
}
