package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.launch.TestDatabase;
import org.tasuki.terms.Japan;

/** An officer asks the supervisor and keeps the task; the answer comes back to it. */
@Tag("slow")
@BrowserTest
class QuestionBrowserTests {

    private static final String WORDS = "妹の通園先をご存じですか。\n送迎は誰がしていますか。";

    private final Office office;
    private final TestDatabase database;

    @Autowired
    QuestionBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aQuestionGoesOutAndItsAnswerComesBack(Locale language) {
        String task = "/tasks/" + taskOfTheOfficer();
        try (Person officer = office.person("officer2", language);
                Person supervisor = office.person("supervisor", language)) {
            Page page = officer.page();
            officer.open(task);
            page.locator("a[href$='/questions']").click();
            page.locator("#words").fill(WORDS);
            page.locator("main button.main").click();
            assertThat(page.locator("#to-problem")).isVisible();
            assertThat(page.locator("#words")).hasValue(WORDS);
            Screens.keep(officer, "question-refused");
            ask(page, "supervisor");
            assertThat(page.locator(".notice.done")).isVisible();
            assertThat(page.locator("section[aria-labelledby=questions] li")).hasCount(1);
            page.locator("a[href$='/questions']").click();
            page.locator("#words").fill("前回の立入調査はいつでしたか。");
            ask(page, "director");
            Screens.keep(officer, "question-asked");

            supervisor.open("/inbox?tab=mine");
            supervisor.open("/tasks/" + taskOfTheQuestion("supervisor"));
            assertThat(supervisor.page().locator("#asked + p")).containsText(WORDS);
            Screens.keep(supervisor, "question-to-answer");
            supervisor.page().locator("form.sheet textarea").fill("青空保育園です。送迎は祖母がしています。");
            supervisor.page().locator("form.sheet button.main").click();
            assertThat(supervisor.page().locator("form.sheet")).hasCount(0);

            officer.open("/notices");
            assertThat(page.locator("tr.new", new Page.LocatorOptions().setHas(page.locator("a[href='" + task + "']"))))
                    .containsText(officer.say("照会に回答がありました", "A question was answered"));
            officer.open(task);
            assertThat(page.locator(".answer .text")).hasText("青空保育園です。送迎は祖母がしています。");
            Screens.keep(officer, "question-answered");
            page.setViewportSize(390, 844);
            officer.open(task);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            Screens.keep(officer, "telephone-question");
            page.setViewportSize(1280, 800);
            page.locator("form[action$=withdrawal] button").click();
            assertThat(page.locator("form[action$=withdrawal]")).hasCount(0);
            page.locator("a.number, .path a").last().click();
            officer.open(page.url().replaceAll("\\?.*", "") + "/matters");
            assertThat(page.locator("main")).containsText("青空保育園です。");
            Screens.keep(officer, "question-in-the-case");
        }
    }

    @Test
    void withTheKeysAlone() {
        try (Person officer = office.person("officer2", Locale.JAPANESE)) {
            Page page = officer.page();
            officer.open("/tasks/" + taskOfTheOfficer());
            reach(page, page.locator("a[href$='/questions']"));
            page.keyboard().press("Enter");
            reach(page, page.locator("#to"));
            page.keyboard().press("ArrowDown");
            reach(page, page.locator("#words"));
            page.keyboard().type("次の面接はいつがよいですか。");
            reach(page, page.locator("#day"));
            reach(page, page.locator("main button.main"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice.done")).isVisible();
            Locator withdrawal = page.locator("form[action$=withdrawal] button").first();
            reach(page, withdrawal);
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice.done")).containsText("取り下げました");
        }
    }

    private static void ask(Page page, String whom) {
        page.locator("#to").selectOption(whom);
        page.locator("#day").fill(LocalDate.now(Japan.ZONE).plusDays(3).toString());
        page.locator("main button.main").click();
    }

    private static void reach(Page page, Locator element) {
        for (int tabs = 0; tabs < 80 && !(boolean) element.evaluate("e => e === document.activeElement"); tabs++) {
            page.keyboard().press("Tab");
        }
        assertThat(element).isFocused();
    }

    /** One of the officer's, from which nothing was asked yet. */
    private String taskOfTheOfficer() {
        return one(
                """
                select i.task_id from inbox_item i where i.assignee = 'officer2' and i.process not in ('disclosure', 'matter', 'question')
                  and not exists (select from matter m where m.from_task = i.task_id)
                  and not exists (select from case_clock k where k.case_number = i.case_number)
                  and not exists (select from case_restriction r where r.case_number = i.case_number)
                order by i.due_at desc limit 1
                """);
    }

    private String taskOfTheQuestion(String person) {
        return one("select task_id from inbox_item where step = 'answerQuestion' and assignee = '" + person
                + "' order by born_at desc limit 1");
    }

    private String one(String sql) {
        return database.asSuperuser().sql(sql).query(String.class).single();
    }
}
