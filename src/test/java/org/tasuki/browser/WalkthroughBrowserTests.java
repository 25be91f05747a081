package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
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

    private static void walk(Person trainer, ProcessFacts process, Locale language) {
        Page page = trainer.page();
        trainer.open("/training");
        page.locator("main a[href='" + WALK + process.key() + "']").click();
        assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
        page.locator("main [data-forward]").click();
        List<String> names = Route.of(process).steps().stream()
                .map(step -> step.name().in(language))
                .toList();
        for (int at = 0; at < names.size(); at++) {
            assertThat(page.locator("h1")).containsText((at + 1) + " / " + names.size());
            assertThat(page.locator("h1")).containsText(names.get(at));
            assertThat(page.locator(".outline [aria-current=step]")).containsText(names.get(at));
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            if (at + 1 < names.size()) {
                page.locator("main [data-forward]").click();
            }
        }
        assertThat(page.locator("main [data-forward]")).hasCount(0);
        Screens.keep(trainer, "training-end-" + process.key());
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
            Locator forward = page.locator("main [data-forward]");
            while (page.url().contains("/consultation/")) {
                forward.click();
            }
            assertThat(page.locator("h1")).containsText("3 / ");
            assertThat(page.url()).contains(WALK + "referral/").doesNotContain("from=");
        }
    }

    /** A choice leads to its step, and a number on the diagram to its own. */
    @Test
    void aBranchAndAJump() {
        try (Person trainer = office.person("trainer", Locale.JAPANESE)) {
            Page page = trainer.page();
            trainer.open(WALK + "consultation/screening");
            Locator way = page.locator("#next ~ .ways a").last();
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
            for (int at = 1; at < steps; at++) {
                page.locator("main [data-forward]").click();
            }
            assertThat(page.locator("h1")).containsText(steps + " / " + steps);
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
