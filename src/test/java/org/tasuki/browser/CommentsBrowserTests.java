package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.launch.TestDatabase;

/** Colleagues speak about a case, and call each other by name: with the keys alone, on a desk and on a telephone. */
@Tag("slow")
@BrowserTest
class CommentsBrowserTests {

    private static final String WORDS = "明日の家庭訪問に同行をお願いします。\n玄関先だけの予定です。";

    private final Office office;
    private final JdbcClient database;

    @Autowired
    CommentsBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database.asSuperuser();
    }

    @AfterEach
    void nothingWasSaid() {
        database.sql("delete from comment_mention; delete from case_comment").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aColleagueIsCalledWithTheKeysAloneAndFindsIt(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String comments;
        try (Person officer = office.person("officer2", locale)) {
            Page page = officer.page();
            comments = commentsOfACase(officer);
            officer.open(comments);
            Screens.keep(officer, "comments-empty");
            officer.tabTo(page.locator("form.stack button.main"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#comment-problem")).isVisible();
            Screens.keep(officer, "comments-refused");
            officer.tabTo(page.locator("#comment-text"));
            page.keyboard().insertText(WORDS);
            officer.tabTo(page.locator("input[name=mentions][value=supervisor]"));
            page.keyboard().press("Space");
            officer.tabTo(page.locator("form.stack button.main"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".said li .text")).hasText(WORDS);
            Screens.keep(officer, "comments");
        }
        try (Person supervisor = office.person("supervisor", locale)) {
            Page page = supervisor.page();
            supervisor.open("/notices");
            Screens.keep(supervisor, "comments-called");
            supervisor.tabTo(page.locator("section[aria-labelledby=calls] a").first());
            page.keyboard().press("Enter");
            assertThat(page.locator(".said .badge")).isVisible();
            Screens.keep(supervisor, "comments-to-me");
            supervisor.open("/notices");
            assertThat(page.locator("section[aria-labelledby=calls]")).hasCount(0);
        }
        try (Person officer = office.atTheDoor("officer2", locale, 390, 844)) {
            officer.open(comments);
            assertThat(officer.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            Screens.keep(officer, "telephone-comments");
            officer.tabTo(officer.page().locator(".said form button"));
            officer.page().keyboard().press("Enter");
            assertThat(officer.page().locator(".said li.withdrawn")).hasCount(1);
            Screens.keep(officer, "telephone-comments-withdrawn");
        }
    }

    @Test
    void itIsWrittenWhereScriptsAreBlocked() {
        try (Person officer = office.withoutJavaScript("officer2", Locale.JAPANESE)) {
            Page page = officer.page();
            officer.open(commentsOfACase(officer));
            page.locator("#comment-text").fill(WORDS);
            page.locator("input[name=mentions][value=supervisor]").check();
            page.locator("form.stack button.main").click();
            assertThat(page.locator(".said li")).hasCount(1);
            assertThat(page.locator(".said li")).containsText("宛先");
        }
    }

    private static String commentsOfACase(Person officer) {
        officer.open("/inbox?tab=mine");
        return "/cases/" + officer.page().locator("a.number").first().innerText() + "/comments";
    }
}
