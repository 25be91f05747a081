package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A police officer takes their course: reads, answers each kind of question by mouse, by keyboard and without a script. */
@BrowserTest
class CoursesBrowserTests {

    private static final String QUESTIONS = "/training/questions/police-referral";
    private static final String MATERIALS = "/training/courses/materials";
    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final Office office;

    @Autowired
    CoursesBrowserTests(Office office) {
        this.office = office;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aCourseIsTakenFromItsFirstUnitToItsLast(Locale language) {
        try (Person police = office.person("police", language)) {
            Page page = police.page();
            police.open("/training");
            Screens.keep(police, "training-with-courses");
            page.locator("main a[href='/training/courses']").click();
            assertThat(page.locator("main h2").first())
                    .containsText(police.say("警察官 あなたの職種向け", "Police officers For your profession"));
            Screens.keep(police, "courses");
            page.locator("main h3 a").first().click();
            Screens.keep(police, "course");
            // Where one goes on depends on what was done before; here it begins with the first.
            page.locator("main ol a").first().click();
            for (String kind : List.of("text", "walkthrough", "text", "walkthrough")) {
                assertThat(page.locator(".outline [aria-current=page]")).hasCount(1);
                Screens.keep(police, "course-unit-" + kind);
                page.locator("main form[action$='/done'] button").click();
            }
            assertThat(page.locator("form.questions")).isVisible();
            page.locator("main a[rel=next]").click();
            assertThat(page.locator("main h2").first()).isVisible();
            Screens.keep(police, "course-unit-practice");
            page.locator("main form[action$='/done'] button").click();
            assertThat(page).hasURL(Pattern.compile(".*/training/courses/police$"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachKindOfQuestionIsAnsweredByMouse(Locale language) {
        try (Person police = office.person("police", language)) {
            Page page = police.page();
            police.open(QUESTIONS);
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            Screens.keep(police, "questions");
            page.locator("form.questions button.main").click();
            assertThat(page.locator(".problem-summary li")).hasCount(4);
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            Screens.keep(police, "questions-missing");

            page.locator("input[value=choice]").check();
            page.locator(".djs-element[data-element-id=decideAnew]").click();
            assertThat(page.locator("input[value=decideAnew]")).isChecked();
            assertThat(page.locator(".djs-element.current[data-element-id=decideAnew]"))
                    .hasCount(1);
            page.locator(".places li").nth(0).locator("button").nth(1).click();
            assertThat(page.locator(".places li").nth(0).locator("select")).hasValue("1");
            page.locator("input[value=little]").check();
            page.locator("form.questions button.main").click();
            assertThat(page.locator("main .notice.caution")).containsText(police.say("4問中2問正解です", "2 of 4 are right"));
            assertThat(page.locator("input[value=choice]")).isChecked();
            assertThat(page.locator("input[value=decideAnew]")).isChecked();
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            Screens.keep(police, "questions-told");
            page.setViewportSize(320, 640);
            assertThat(((Number) page.evaluate(SIDEWAYS)).intValue()).isZero();
            Screens.keep(police, "questions-telephone");
        }
    }

    @Test
    void theKeyboardIsEnough() {
        try (Person police = office.person("police", Locale.JAPANESE)) {
            Page page = police.page();
            police.open(QUESTIONS);
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            police.tabTo(page.locator("input[value=duty]"));
            page.keyboard().press("Space");
            police.tabTo(page.locator("#question-2 input[type=radio]").first());
            while (!page.locator("input[value=decideAnew]").isChecked()) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(page.locator(".djs-element.current[data-element-id=decideAnew]"))
                    .hasCount(1);
            Locator sending = page.locator(".places li").filter(new Locator.FilterOptions().setHasText("送付"));
            police.tabTo(sending.locator("button").nth(1));
            page.keyboard().press("Enter");
            page.keyboard().press("Enter");
            assertThat(page.locator(".places li .words")).hasText(new String[] {"要請書の作成", "決裁", "送付"});
            police.tabTo(page.locator("#question-4 input").first());
            page.keyboard().press("ArrowDown");
            assertThat(page.locator("input[value=little]")).isChecked();
            police.tabTo(page.locator("form.questions button.main"));
            page.keyboard().press("Enter");
            assertThat(page.locator("main .notice.done")).containsText("全4問正解です");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void withoutJavaScriptListsAndNumbersDoTheSame(Locale language) {
        try (Person police = office.withoutJavaScript("police", language)) {
            Page page = police.page();
            police.open(QUESTIONS);
            assertThat(page.locator("main .diagram")).isHidden();
            page.locator("input[value=duty]").check();
            page.locator("input[value=decideAnew]").check();
            page.locator("select").nth(0).selectOption("3");
            page.locator("select").nth(1).selectOption("1");
            page.locator("select").nth(2).selectOption("1");
            page.locator("input[value=little]").check();
            page.locator("form.questions button.main").click();
            assertThat(page.locator(".field-problem")).containsText(police.say("異なる順番", "none twice"));
            assertThat(page.locator("select").nth(0)).hasValue("3");
            page.locator("select").nth(2).selectOption("2");
            page.locator("form.questions button.main").click();
            assertThat(page.locator("main .notice.done")).containsText(police.say("全4問正解です", "All 4 are right"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void materialIsBroughtInAndRemovedAgain(Locale language) {
        try (Person trainer = office.person("trainer", language)) {
            Page page = trainer.page();
            trainer.open(MATERIALS);
            byte[] school = page.request()
                    .get(page.url().replace("/materials", "/school/material.zip"))
                    .body();
            bring(trainer, "no zip".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".field-problem")).isVisible();
            Screens.keep(trainer, "course-materials-refused");
            bring(trainer, school);
            assertThat(page.locator("main h2"))
                    .hasText(trainer.say("学校の教職員のための通告と見守り", "Notifying and keeping watch, for school staff"));
            Screens.keep(trainer, "course-plan");
            page.locator("main form button.main").click();
            assertThat(page.locator("main tbody tr")).hasCount(1);
            page.locator("main tbody summary").click();
            Screens.keep(trainer, "course-materials");
            page.setViewportSize(320, 640);
            assertThat(((Number) page.evaluate(SIDEWAYS)).intValue()).isZero();
            page.locator("main tbody form button").click();
            assertThat(page.locator("main tbody")).hasCount(0);
        }
    }

    @Test
    void nothingScrollsSidewaysOnATelephone() {
        try (Person police = office.person("police", Locale.ENGLISH)) {
            police.page().setViewportSize(320, 640);
            for (String path : List.of(
                    "/training/courses",
                    "/training/courses/prosecution",
                    "/training/courses/prosecution/beside-the-case",
                    "/training/courses/juvenile-guidance/takedown",
                    "/training/courses/juvenile-guidance/practise-images-on-sns")) {
                police.open(path);
                assertThat(((Number) police.page().evaluate(SIDEWAYS)).intValue())
                        .as(path)
                        .isZero();
            }
            Screens.keep(police, "course-telephone");
        }
    }

    private static void bring(Person trainer, byte[] content) {
        trainer.page().locator("#file").setInputFiles(new FilePayload("courses.zip", "application/zip", content));
        trainer.page().locator("main form button.main").click();
        trainer.page().waitForLoadState();
    }
}
