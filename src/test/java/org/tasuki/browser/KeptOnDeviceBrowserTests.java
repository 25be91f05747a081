package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.launch.TestDatabase;

/** What a device keeps: how long, until whose sign-out, and what becomes of it when somebody else was there first. */
@Tag("slow")
@BrowserTest
class KeptOnDeviceBrowserTests {

    private static final String NOTHING = "[]";
    private static final Duration SHORT_OF_IT = Duration.ofHours(71);
    private static final Duration BEYOND_IT = Duration.ofHours(73);

    private final Office office;
    private final JdbcClient database;
    private final SafetyChecks checks;
    private String task = "";

    @Autowired
    KeptOnDeviceBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database.asSuperuser();
        this.checks = new SafetyChecks(office, this.database);
    }

    @BeforeEach
    void aChildIsToBeSeen() {
        task = checks.fresh();
    }

    @AfterEach
    void theBoardIsCleared() {
        database.sql("delete from kept_entry").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void signingOutSaysHowManyWouldBeLostAndThenLeavesNothing(String language) {
        try (Person officer = office.atTheDoor("officer", Locale.forLanguageTag(language), 390, 844)) {
            Page page = officer.page();
            keepsOne(officer, "まだ送っていない");
            page.locator(signOut()).click();
            assertThat(page.locator("#live .notice")).isVisible();
            assertThat(page.locator("#unsent .count")).hasText("1");

            page.route("**/tasks/*/kept", Route::abort);
            page.context().setOffline(false);
            Questions asked = new Questions(page);
            page.locator(signOut()).click();
            page.waitForCondition(() -> asked.words().size() == 1);
            assertThat(asked.words().get(0)).contains(officer.say("未送信の記録が1件", "Unsent entries on this device: 1"));
            assertThat(page.locator("header .who")).isVisible();
            assertThat(SafetyChecks.onTheDevice(page)).isNotEqualTo(NOTHING);

            asked.yes();
            page.locator(signOut()).click();
            assertThat(page.locator("input[name=username]:visible")).isVisible();
            assertThat(SafetyChecks.onTheDevice(page)).isEqualTo(NOTHING);
        }
    }

    @Test
    void theNextPersonsSignOutCountsWhatTheyCannotReadAndWipesItToo() {
        try (Person device = office.atTheDoor("officer", Locale.JAPANESE, 390, 844)) {
            Page page = device.page();
            keepsOne(device, "置いていった");
            page.context().clearCookies();
            page.navigate("about:blank");
            page.context().setOffline(false);
            page.navigate(office.address("/sign-in"));
            device.signIn("officer2");
            assertThat(page.locator("#unsent")).isHidden();
            Questions asked = new Questions(page).yes();
            page.locator(signOut()).click();
            assertThat(page.locator("input[name=username]:visible")).isVisible();
            // In whichever language the next person reads.
            assertThat(asked.words()).singleElement().asString().containsPattern("1件|device: 1\\.");
            assertThat(SafetyChecks.onTheDevice(page)).isEqualTo(NOTHING);
        }
    }

    @Test
    void anEntryIsThereForThreeDaysAndNotLonger() {
        try (Person officer = office.atTheDoor("officer", Locale.JAPANESE, 390, 844)) {
            Page page = officer.page();
            Instant typed = Instant.now();
            keepsOne(officer, "三日のあいだ");
            page.navigate("about:blank");
            page.context().setOffline(false);
            page.route("**/tasks/*/kept", Route::abort);

            page.clock().setFixedTime(typed.plus(SHORT_OF_IT).toEpochMilli());
            page.navigate(office.address("/kept"));
            assertThat(page.locator(".kept-row")).hasCount(1);
            page.clock().setFixedTime(typed.plus(BEYOND_IT).toEpochMilli());
            page.navigate(office.address("/kept"));
            assertThat(page.locator("#kept-none")).isVisible();
            assertThat(SafetyChecks.onTheDevice(page)).isEqualTo(NOTHING);
        }
    }

    @Test
    void whatIsTooOldGoesBeforeAnybodyHasSignedIn() {
        try (Person officer = office.atTheDoor("officer", Locale.JAPANESE, 390, 844)) {
            Page page = officer.page();
            keepsOne(officer, "忘れられた電話");
            page.context().clearCookies();
            page.navigate("about:blank");
            page.context().setOffline(false);
            page.clock().setFixedTime(Instant.now().plus(BEYOND_IT).toEpochMilli());
            page.navigate(office.address("/sign-in"));
            page.waitForCondition(() -> SafetyChecks.onTheDevice(page).equals(NOTHING));
        }
    }

    /** It says so, and what was typed stands in the form for as long as the page is open. */
    @Test
    void anOpenPageDoesNotRenewWhatItKept() {
        try (Person officer = office.atTheDoor("officer", Locale.JAPANESE, 390, 844)) {
            Page page = officer.page();
            keepsOne(officer, "開いたままの画面");
            page.clock().setFixedTime(Instant.now().plus(BEYOND_IT).toEpochMilli());
            page.evaluate("dispatchEvent(new Event('online'))");
            page.waitForCondition(() -> SafetyChecks.onTheDevice(page).equals(NOTHING));
            assertThat(page.locator("#draft")).containsText("保存できていません");
            assertThat(page.locator("textarea[name=nextSteps]")).hasValue("開いたままの画面");
        }
    }

    @Test
    void ofTwoTabsOneIsHeardAndTheOtherIsShownBesideIt() {
        try (Person officer = office.atTheDoor("officer", Locale.JAPANESE, 390, 844)) {
            Page first = officer.page();
            SafetyChecks.seen(officer, task);
            Page second = first.context().newPage();
            second.navigate(office.address("/tasks/" + task));
            first.context().setOffline(true);
            List<Page> tabs = List.of(first, second);
            for (Page tab : tabs) {
                tab.locator("textarea[name=nextSteps]").fill(tab == first ? "一枚目で書いた" : "二枚目で書いた");
                tab.locator(".finish button.main").click();
                assertThat(tab.locator("#draft")).containsText("回線が戻ると自動で送信し、完了します");
            }
            first.context().setOffline(false);
            first.waitForCondition(() -> checks.answers(task) == 1);
            Page list = first.context().newPage();
            list.navigate(office.address("/kept"));
            assertThat(list.locator("#unsent .count")).hasText("1");
            list.locator("[data-compare]").click();
            assertThat(list.locator(".both")).containsText("一枚目で書いた");
            assertThat(list.locator(".both")).containsText("二枚目で書いた");
            assertThat(checks.answers(task)).isOne();
        }
    }

    @Test
    void oneEntrySentByTwoTabsAtOnceIsDoneOnce() {
        try (Person officer = office.atTheDoor("officer", Locale.JAPANESE, 390, 844)) {
            Page page = officer.page();
            Page other = page.context().newPage();
            other.navigate(office.address("/kept"));
            SafetyChecks.seen(officer, task);
            page.context().setOffline(true);
            page.locator("textarea[name=nextSteps]").fill("一度だけ");
            page.locator(".finish button.main").click();
            assertThat(page.locator("#unsent .count")).hasText("1");
            page.context().setOffline(false);
            page.waitForCondition(() -> SafetyChecks.onTheDevice(other).equals(NOTHING));
            assertThat(page.locator("h1")).hasText("受信箱");
            assertThat(checks.answers(task)).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aColleagueWhoTookItOverKeepsItAndNothingIsLost(String language) {
        Locale locale = Locale.forLanguageTag(language);
        try (Person telephone = office.atTheDoor("officer", locale, 390, 844)) {
            Page page = telephone.page();
            keepsOne(telephone, "玄関先で話を聞いた");
            Screens.keep(telephone, "kept-offline");
            try (Person colleague = office.person("officer2", locale)) {
                colleague.open("/tasks/" + task);
                colleague.page().locator(".take button").click();
                colleague.page().locator("textarea[name=nextSteps]").fill("同僚が書いた");
                assertThat(colleague.page().locator("#draft")).containsText(colleague.say("保存済み", "saved"));
                page.context().setOffline(false);
                assertThat(page.locator("#live .notice")).containsText(telephone.say("上書きしませんでした", "not overwritten"));
                assertThat(page.locator("textarea[name=nextSteps]")).hasValue("玄関先で話を聞いた");
                page.locator("#unsent").click();
                page.locator("[data-compare]").click();
                assertThat(page.locator("main [role=alert]")).containsText(telephone.say("湊 健吾", "Kengo Minato"));
                assertThat(page.locator(".both")).containsText("玄関先で話を聞いた");
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(390);
                Screens.keep(telephone, "kept-taken-over");
                colleague.open("/tasks/" + task);
                assertThat(colleague.page().locator("textarea[name=nextSteps]")).hasValue("同僚が書いた");
            }
            page.locator("form[action$='/contacts'] button").click();
            assertThat(page.locator("main")).containsText("玄関先で話を聞いた");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void withTheKeysAlone(String language) {
        try (Person officer = office.atTheDoor("officer", Locale.forLanguageTag(language), 390, 844)) {
            Page page = officer.page();
            page.waitForResponse("**/device-key", () -> officer.open("/tasks/" + task));
            page.context().setOffline(true);
            officer.tabTo(page.locator("input[name=safety]").first());
            page.keyboard().press("Space");
            officer.tabTo(page.locator("textarea[name=nextSteps]"));
            page.keyboard().type("また来る");
            officer.tabTo(page.locator(".finish button.main"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#unsent .count")).hasText("1");
            page.route("**/tasks/*/kept", Route::abort);
            page.context().setOffline(false);
            officer.tabTo(page.locator("#unsent"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".kept-row")).hasCount(1);
            Screens.keep(officer, "kept-list");
            officer.tabTo(page.locator("[data-send]"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".kept-row [data-state]")).containsText(officer.say("つながりません", "no connection"));
            new Questions(page).yes();
            officer.tabTo(page.locator("[data-discard]"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#kept-none")).isVisible();
            assertThat(page.locator("#kept-none")).isFocused();
            assertThat(SafetyChecks.onTheDevice(page)).isEqualTo(NOTHING);
        }
    }

    /** The line is gone, and one entry lies on the device. */
    private void keepsOne(Person officer, String words) {
        Page page = officer.page();
        page.waitForResponse("**/device-key", () -> officer.open("/tasks/" + task));
        page.context().setOffline(true);
        page.locator("textarea[name=nextSteps]").fill(words);
        assertThat(page.locator("#unsent .count")).hasText("1");
    }

    private static String signOut() {
        return "form[action$='/sign-out'] button";
    }
}
