package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that is not one's own, the emergency at night, and what the supervisor does about it. */
@Tag("slow")
@BrowserTest
class WhoSeesItBrowserTests {

    private final Office office;

    @Autowired
    WhoSeesItBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anEmergencyOpensACaseAndTheSupervisorReviewsIt(Locale language) {
        String number = caseOf(language);
        try (Person night = office.person("protection", language)) {
            night.open("/cases/" + number);
            assertThat(night.page().locator("h1")).hasText(night.say("緊急閲覧", "Emergency access"));
            assertThat(night.page().locator("#typed")).hasValue(number);
            Screens.keep(night, "emergency");
            night.page().locator("main form button.main").click();
            assertThat(night.page().locator("#reason-problem")).isVisible();
            night.page().locator("input[name=reason][value=police]").check();
            night.page().locator("#words").fill("警察署から、保護した児童について照会があった。");
            night.page().locator("main form button.main").click();
            assertThat(night.page().locator("h1")).containsText(number);
            Screens.keep(night, "emergency-opened");
        }
        try (Person supervisor = office.person("supervisor", language)) {
            String step = supervisor.say("緊急閲覧の確認", "Review emergency access");
            Sheet sheet = supervisor.take(step, number);
            assertThat(supervisor.page().locator("#looked")).isVisible();
            Screens.keep(supervisor, "emergency-review");
            supervisor.page().locator("input[name=verdict][value=justified]").check();
            sheet.send();
            supervisor.open("/cases/" + number + "/team");
            assertThat(supervisor.page().locator("section.team")).containsText(supervisor.say("妥当", "justified"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aSupervisorKeepsACaseFromAColleagueAndRestrictsIt(Locale language) {
        String number = caseOf(language);
        try (Person supervisor = office.person("supervisor", language)) {
            supervisor.open("/cases/" + number + "/team");
            Screens.keep(supervisor, "case-team");
            supervisor.page().locator("summary").nth(0).click();
            supervisor.page().locator("#exclude-person").selectOption("reception");
            supervisor.page().locator("input[name=reason][value=neighbour]").check();
            Screens.keep(supervisor, "case-team-excluding");
            button(supervisor, "除外する", "Exclude").click();
            assertThat(supervisor.page().locator("section.team"))
                    .containsText(supervisor.say("近隣・知人", "Neighbour or acquaintance"));
            seesNothing("reception", number, language);
            restrict(supervisor, number);
        }
        try (Person director = office.person("director", language)) {
            director.open("/cases/" + number + "/team");
            button(director, "制限を解く", "Lift the restriction").click();
            assertThat(director.page().locator(".list-only")).hasCount(0);
            director.page()
                    .locator("form[action$='/exclusions/lifting'] button")
                    .click();
            assertThat(director.page().locator("form[action$='/exclusions/lifting']"))
                    .hasCount(0);
        }
    }

    private void restrict(Person supervisor, String number) {
        supervisor
                .page()
                .locator("form[action$='/restriction'] >> xpath=ancestor::details >> summary")
                .click();
        supervisor.page().locator("input[name=reason][value=staff]").check();
        for (String reader : List.of("supervisor", "director")) {
            supervisor
                    .page()
                    .locator("input[name=readers][value=" + reader + "]")
                    .check();
        }
        button(supervisor, "制限する", "Restrict").click();
        assertThat(supervisor.page().locator(".list-only")).isVisible();
        Screens.keep(supervisor, "case-team-restricted");
        assertThat(supervisor.page().url()).endsWith("/cases/" + number + "/team");
    }

    private void seesNothing(String account, String number, Locale language) {
        try (Person person = office.person(account, language)) {
            assertThat(person.open("/cases/" + number).status()).isEqualTo(404);
        }
    }

    /** A case with a task that an officer has taken; each language has one of its own, because an emergency lasts. */
    private String caseOf(Locale language) {
        try (Person officer = office.person("officer2", language)) {
            officer.open("/inbox?tab=mine");
            Locator numbers = officer.page().locator("a.number");
            assertThat(numbers.first()).isVisible();
            List<String> all = numbers.allInnerTexts().stream().distinct().toList();
            return all.get(language.equals(Locale.JAPANESE) ? 0 : all.size() - 1);
        }
    }

    private static Locator button(Person person, String ja, String en) {
        return person.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(person.say(ja, en)).setExact(true));
    }

    static Stream<Arguments> languages() {
        return Stream.of(Arguments.of(Locale.JAPANESE), Arguments.of(Locale.ENGLISH));
    }
}
