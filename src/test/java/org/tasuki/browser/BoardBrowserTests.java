package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The board as a supervisor reads it: the diagram and its list, the cases behind a number, what is told while one reads. */
@Tag("slow")
@BrowserTest
class BoardBrowserTests {

    private final Office office;

    @Autowired
    BoardBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fromTheDiagramToTheCases(Locale language) {
        try (Person supervisor = office.person("supervisor", language)) {
            Page page = supervisor.page();
            supervisor.open("/board?process=guidance-center");
            assertThat(page.locator(".canvas.drawn")).isVisible();
            Locator badge = page.locator("a.badge").first();
            assertThat(badge).isVisible();
            Screens.keep(supervisor, "board");
            badge.click();
            assertThat(page.locator("h1")).containsText(supervisor.say("にある事例", "Cases at"));
            Screens.keep(supervisor, "board-step");
            supervisor.open("/board?process=guidance-center&colour=load&days=30");
            assertThat(page.locator(".canvas.drawn")).isVisible();
            Screens.keep(supervisor, "board-load");
            supervisor.open("/board?process=referral&colour=time&days=365");
            assertThat(page.locator(".canvas.drawn")).isVisible();
            Screens.keep(supervisor, "board-time");
            supervisor.open("/board/meeting");
            Screens.keep(supervisor, "board-meeting");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void onATelephoneNothingRunsOut(Locale language) {
        try (Person supervisor = office.person("supervisor", language)) {
            Page page = supervisor.page();
            page.setViewportSize(390, 844);
            supervisor.open("/board");
            assertThat(page.locator(".canvas.drawn")).isVisible();
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("no sideways scroll")
                    .isTrue();
            Screens.keep(supervisor, "telephone-board");
        }
    }

    @Test
    void aBadgeIsReachedByKeyboard() {
        try (Person supervisor = office.person("supervisor", Locale.JAPANESE)) {
            Page page = supervisor.page();
            supervisor.open("/board?process=guidance-center");
            Locator badge = page.locator("a.badge").first();
            assertThat(badge).isVisible();
            supervisor.tabTo(badge);
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText("にある事例");
        }
    }

    /** From the board to what waits for approval, and back, without a mouse. */
    @ParameterizedTest
    @MethodSource("languages")
    void whatWaitsForApprovalIsReachedByKeyboard(Locale language) {
        try (Person supervisor = office.person("supervisor", language)) {
            Page page = supervisor.page();
            supervisor.open("/board");
            supervisor.tabTo(page.locator("a[href$='/board/approvals']"));
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText(supervisor.say("承認・確認待ち", "To approve"));
            Screens.keep(supervisor, "board-approvals");
            supervisor.tabTo(page.locator("main a[href$='/board']").first());
            page.keyboard().press("Enter");
            assertThat(page.locator("dl.great")).isVisible();
        }
    }

    /** Somebody begins a consultation elsewhere: the numbers are told, and nothing on the page moves. */
    @Test
    void whatMovesIsToldAndNothingJumps() {
        try (Person supervisor = office.person("supervisor", Locale.JAPANESE);
                Person reception = office.person("reception", Locale.JAPANESE)) {
            Page page = supervisor.page();
            supervisor.open("/board");
            String before = page.locator("dl.great").innerText();
            reception.open("/consultations/new");
            reception.page().locator("textarea").first().fill("泣き声が続いている");
            reception
                    .page()
                    .locator("main form button.primary, main form button[type=submit], main form button")
                    .last()
                    .click();
            reception.page().waitForURL(address -> !address.contains("/new"));
            assertThat(page.locator("#news p"))
                    .containsText("状況が変わりました", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
            assertThat(page.locator("dl.great").innerText()).isEqualTo(before);
            Screens.keep(supervisor, "board-news");
            page.locator("#news a").click();
            assertThat(page.locator("dl.great")).not().hasText(before);
        }
    }

    static Stream<Arguments> languages() {
        return Stream.of(Arguments.of(Locale.JAPANESE), Arguments.of(Locale.ENGLISH));
    }
}
