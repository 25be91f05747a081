package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.training.Route;

/** A trainer walks through every process that is shipped, by its buttons, its keys, its choices, and without a script. */
@BrowserTest
class WalkthroughBrowserTests {

    private static final String WALK = "/training/walkthrough/";
    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final Office office;
    private final ProcessCatalog catalog;

    @Autowired
    WalkthroughBrowserTests(Office office, ProcessCatalog catalog) {
        this.office = office;
        this.catalog = catalog;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyProcessIsWalkedFromStartToEnd(Locale language) {
        try (Person trainer = office.person("trainer", language)) {
            assertThat(trainer.page().locator("h1")).hasText(trainer.say("研修", "Training"));
            Screens.keep(trainer, "training");
            for (ProcessFacts process : catalog.processes()) {
                walk(trainer, process, language);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aNamedWayIsTold(Locale language) {
        try (Person trainer = office.person("trainer", language)) {
            trainer.page()
                    .locator("main a[href='/training/ways/child-not-seen']")
                    .click();
            Screens.keep(trainer, "training-way");
            trainer.page().locator("ol.way a").first().click();
            assertThat(trainer.page().locator("h1")).containsText(trainer.say("受付", "Reception"));
        }
    }

    /** Forward to an end, at each branch by the last way that is not yet walked; what lies beside that way by its number. */
    private static void walk(Person trainer, ProcessFacts process, Locale language) {
        Page page = trainer.page();
        Route route = Route.of(process);
        trainer.open("/training");
        page.locator("main a[href='" + WALK + process.key() + "']").click();
        assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
        page.locator("main [data-forward]").click();
        Set<String> seen = new LinkedHashSet<>();
        for (String at = told(page, route, language); seen.add(at); at = told(page, route, language)) {
            if (page.locator("main .go [data-forward]").count() == 0) {
                break;
            }
            goOn(page, seen);
        }
        assertThat(seen).as(process.key()).hasSizeGreaterThan(2);
        Screens.keep(trainer, "training-end-" + process.key());
        for (StepFacts step : route.steps()) {
            if (!seen.contains(step.id())) {
                page.locator(".outline a").nth(route.number(step.id()) - 1).click();
                assertThat(told(page, route, language)).isEqualTo(step.id());
            }
        }
    }

    private static void goOn(Page page, Set<String> seen) {
        page.locator("main .go [data-forward]").click();
        if (page.url().endsWith("#ways")) {
            List<Locator> ways = page.locator("#ways a").all();
            ways.stream()
                    .filter(way -> !seen.contains(step(way.getAttribute("href"))))
                    .reduce((first, last) -> last)
                    .orElse(ways.get(0))
                    .click();
        }
    }

    /** The id of the step that is shown, with its name and its place in every list. */
    private static String told(Page page, Route route, Locale language) {
        String id = step(page.url());
        String name = route.step(id).orElseThrow().name().in(language);
        assertThat(page.locator("h1"))
                .containsText(route.number(id) + " / " + route.steps().size());
        assertThat(page.locator("h1")).containsText(name);
        assertThat(page.locator(".outline [aria-current=step]")).containsText(name);
        assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
        return id;
    }

    private static String step(String address) {
        return address.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
    }

    /** Forward takes no branch by itself, goes on along the one that was chosen, and back is where one came from. */
    @ParameterizedTest
    @MethodSource("languages")
    void aBranchIsChosenAndForwardFollowsIt(Locale language) {
        try (Person trainer = office.person("trainer", language)) {
            Page page = trainer.page();
            trainer.open(WALK + "consultation/screening");
            assertThat(page.locator(".go .main")).hasText(trainer.say("進む道を選ぶ ↓", "Choose a way ↓"));
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#ways a").first()).isFocused();
            Screens.keep(trainer, "training-choice");
            for (int way = 0; way < page.locator("#ways a").count(); way++) {
                String goal = step(page.locator("#ways a").nth(way).getAttribute("href"));
                page.locator("#ways a").nth(way).click();
                assertThat(page).hasURL(Pattern.compile(".*/" + goal + "\\?came=screening$"));
                page.keyboard().press("ArrowLeft");
                assertThat(page).hasURL(Pattern.compile(".*/screening$"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aStepTellsEverythingOnceAndInLargeType(Locale language) {
        try (Person trainer = office.person("trainer", language)) {
            Page page = trainer.page();
            trainer.open(WALK + "closing/proposeClosing");
            assertThat(page.locator("main h2"))
                    .containsText(
                            language.equals(Locale.JAPANESE)
                                    ? new String[] {"ここで行うこと", "期限", "つまずきやすいところ", "次の担当に渡るもの", "様式", "すべての段階"}
                                    : new String[] {
                                        "What happens here",
                                        "Time limit",
                                        "What can go wrong",
                                        "What the next desk gets",
                                        "Form",
                                        "All steps"
                                    });
            assertThat(page.locator(".shown-form .field").first()).isVisible();
            assertThat(page.locator(".shown-form :is(input, select, textarea):enabled"))
                    .hasCount(0);
            assertThat(page.locator("main form")).hasCount(0);
            assertThat(page.locator(".notes p")).isHidden();
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            Screens.keep(trainer, "training-step");
            page.getByText(trainer.say("発表用の画面", "Presenter view")).click();
            assertThat(page.locator("header.site")).isHidden();
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            Screens.keep(trainer, "training-presenter");
            page.setViewportSize(320, 640);
            assertThat(((Number) page.evaluate(SIDEWAYS)).intValue()).isZero();
            trainer.open(WALK + "closing/proposeClosing");
            assertThat(((Number) page.evaluate(SIDEWAYS)).intValue()).isZero();
            Screens.keep(trainer, "training-telephone");
        }
    }

    @Test
    void theKeysGoBackAndForthAndKeepTheView() {
        try (Person trainer = office.person("trainer", Locale.JAPANESE)) {
            Page page = trainer.page();
            trainer.open(WALK + "closing/closingDue?view=presenter");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("h1")).containsText("2 / ");
            assertThat(page.locator("main.presenter")).isVisible();
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("h1")).containsText("1 / ");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("h1")).containsText("1 / ");
        }
    }

    /** Into what a step calls, and on from there in the process that called. */
    @Test
    void aCalledProcessIsOpenedInPlaceAndLeftAgain() {
        try (Person trainer = office.person("trainer", Locale.ENGLISH)) {
            Page page = trainer.page();
            trainer.open(WALK + "referral/consultation");
            String step = page.locator("h1").innerText();
            page.locator(".go a[href*='from=referral.consultation']").click();
            assertThat(page.locator("nav.path")).containsText(step.replaceFirst("^\\S+ / \\S+\\s+", ""));
            Set<String> seen = new LinkedHashSet<>();
            while (page.url().contains("/consultation/")) {
                seen.add(step(page.url()));
                goOn(page, seen);
            }
            assertThat(page.locator("h1")).containsText("2 / ");
            assertThat(page.url()).contains(WALK + "referral/").doesNotContain("from=");
        }
    }

    /** A choice leads to its step, and a number on the diagram to its own. */
    @Test
    void aBranchAndAJump() {
        try (Person trainer = office.person("trainer", Locale.JAPANESE)) {
            Page page = trainer.page();
            trainer.open(WALK + "consultation/screening");
            Locator way = page.locator("#ways a").last();
            String name = way.innerText();
            way.click();
            assertThat(page.locator("h1")).containsText(name.replaceFirst("^\\d+\\s+", ""));
            page.locator(".djs-overlays .step-no[data-at=reception]").dispatchEvent("click");
            assertThat(page).hasURL(Pattern.compile(".*/consultation/reception$"));
        }
    }

    @Test
    void withoutJavaScriptItIsANumberedOutline() {
        try (Person officer = office.withoutJavaScript("police", Locale.JAPANESE)) {
            Page page = officer.page();
            page.locator("footer a[href='/training']").click();
            page.locator("main a[href='" + WALK + "closing']").click();
            int steps = page.locator("ol.told > li").count();
            assertThat(page.locator("main .diagram")).isHidden();
            page.locator("main [data-forward]").click();
            Set<String> seen = new LinkedHashSet<>();
            while (seen.add(step(page.url()))
                    && page.locator("main .go [data-forward]").count() > 0) {
                goOn(page, seen);
            }
            assertThat(seen).hasSizeGreaterThan(2);
            assertThat(page.locator(".outline li")).hasCount(steps);
            officer.open(WALK + "closing/proposeClosing");
            page.locator(".notes summary").click();
            assertThat(page.locator(".notes p")).isVisible();
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        try (Person trainer = office.person("trainer", Locale.JAPANESE)) {
            for (String path : List.of("nothing", "closing/nothing", "closing/mayClose", "closing/proposeClosingDue")) {
                assertThat(trainer.open(WALK + path).status()).as(path).isEqualTo(404);
            }
            assertThat(trainer.open(WALK + "closing/closed?from=..%2Fx,%3Cb%3E,no.thing&view=%3Cscript%3E")
                            .status())
                    .isEqualTo(200);
        }
    }
}
