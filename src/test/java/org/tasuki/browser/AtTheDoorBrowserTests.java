package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tasuki.launch.TestDatabase;

/** An officer at a door, telephone in one hand, on a line that comes and goes. */
@BrowserTest
@TestMethodOrder(MethodOrderer.MethodName.class) // the office has two open safety checks: who uses one up comes last
class AtTheDoorBrowserTests {

    private static final int THUMB = 44;

    private final Office office;
    private final JdbcClient database;
    private final SafetyChecks checks;

    @Autowired
    AtTheDoorBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database.asSuperuser();
        this.checks = new SafetyChecks(office, this.database);
    }

    @AfterEach
    void theBoardIsCleared() {
        database.sql("delete from kept_entry").update();
    }

    @ParameterizedTest
    @CsvSource({"ja, 390, 844", "en, 390, 844", "ja, 360, 640", "en, 360, 640"})
    void theSafetyCheckIsInReachOfOneThumb(String language, int width, int height) {
        try (Person officer = office.atTheDoor("officer2", Locale.forLanguageTag(language), width, height)) {
            Page page = officer.page();
            officer.open("/tasks/" + safetyCheck("officer2"));
            BoundingBox button = page.locator(".finish button.main").boundingBox();
            assertThat(button.height).isGreaterThanOrEqualTo(THUMB);
            assertThat(button.y).isGreaterThan(height * 0.75);
            assertThat(button.y + button.height).isLessThanOrEqualTo(height);
            assertThat(page.locator(".finish .left")).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
            assertThat(page.locator("details.later[open]")).hasCount(0);
            for (Locator choice :
                    page.locator("#task-form .choices label:visible").all()) {
                assertThat(choice.boundingBox().height).isGreaterThanOrEqualTo(THUMB);
            }
            Screens.keepWindow(officer, "door-" + width);
            page.locator("input[name=safety]").first().check();
            page.locator("button[data-now]:visible").first().click();
            assertThat(page.locator("input[name=confirmedAt]").inputValue()).isNotEmpty();
            page.locator("input[name=safety]").first().scrollIntoViewIfNeeded();
            Screens.keepWindow(officer, "door-form-" + width);
            Screens.keep(officer, "door-whole-" + width);
        }
    }

    @Test
    void whatIsCompletedOnABadLineIsSentLaterAndOnce() {
        try (Person officer = office.atTheDoor("officer2", Locale.JAPANESE, 390, 844)) {
            Page page = officer.page();
            String task = safetyCheck("officer2");
            SafetyChecks.seen(officer, task);
            page.context().setOffline(true);
            page.locator("textarea[name=nextSteps]").fill("明日もう一度訪問");
            page.locator(".finish button.main").click();
            assertThat(page.locator("#draft"))
                    .containsText(officer.say("回線が戻ると自動で送信し、完了します", "sent and completed by itself"));
            assertThat(page.locator("#unsent .count")).hasText("1");
            Screens.keepWindow(officer, "door-offline");
            assertThat(checks.answers(task)).isZero();
            assertThat(SafetyChecks.onTheDevice(page)).doesNotContain("明日もう一度訪問", "nextSteps", task);

            AtomicInteger sent = new AtomicInteger();
            page.route("**/tasks/*/kept", route -> {
                if (sent.incrementAndGet() == 1) {
                    // The server has done it; its answer never arrives.
                    route.fetch();
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.context().setOffline(false);
            assertThat(page.locator("#live .notice")).containsText(officer.say("完了しました", "Completed"));
            assertThat(sent.get()).isGreaterThanOrEqualTo(2);
            assertThat(checks.answers(task)).isOne();
            assertThat(page.locator("#unsent")).isHidden();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aNewerDraftOfAnotherDeviceIsShownBesideAndNotOverwritten(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String task = safetyCheck("officer2");
        try (Person telephone = office.atTheDoor("officer2", locale, 390, 844)) {
            Page page = telephone.page();
            telephone.open("/tasks/" + task);
            page.context().setOffline(true);
            page.locator("textarea[name=nextSteps]").fill("電話で書いた");
            assertThat(page.locator("#unsent .count")).hasText("1");
            try (Person desk = office.person("officer2", locale)) {
                desk.open("/tasks/" + task);
                desk.page().locator("textarea[name=nextSteps]").fill("机で書いた");
                assertThat(desk.page().locator("#draft")).containsText(desk.say("保存済み", "saved"));
            }
            page.context().setOffline(false);
            assertThat(page.locator("#live .notice")).containsText(telephone.say("上書きしませんでした", "not overwritten"));
            page.locator("#unsent").click();
            Screens.keep(telephone, "kept");
            page.locator("[data-compare]").click();
            assertThat(page.locator(".both")).containsText("電話で書いた");
            assertThat(page.locator(".both")).containsText("机で書いた");
            Screens.keep(telephone, "kept-conflict");
            page.locator("form[action$='/kept'] button.main").click();
            assertThat(page.locator("#kept-none")).isVisible();
            telephone.open("/tasks/" + task);
            assertThat(page.locator("textarea[name=nextSteps]")).hasValue("電話で書いた");
        }
    }

    @Test
    void whoeverCompletedItMeanwhileStaysFirstAndTheWordsGoIntoTheContactLog() {
        String task = safetyCheck("officer2");
        try (Person telephone = office.atTheDoor("officer2", Locale.JAPANESE, 390, 844)) {
            Page page = telephone.page();
            SafetyChecks.seen(telephone, task);
            page.context().setOffline(true);
            page.locator("textarea[name=nextSteps]").fill("玄関で会えた");
            page.locator(".finish button.main").click();
            assertThat(page.locator("#unsent .count")).hasText("1");
            completedBySomebody(task);
            page.context().setOffline(false);
            assertThat(page.locator("#live .notice")).containsText("上書きしませんでした");
            page.locator("#unsent").click();
            page.locator("[data-compare]").click();
            assertThat(page.locator("main [role=alert]")).containsText("瀬戸 千尋がすでに完了しました");
            Screens.keep(telephone, "kept-completed");
            page.locator("form[action$='/contacts'] button").click();
            assertThat(page.locator("main")).containsText("玄関で会えた");
            assertThat(checks.answers(task)).isOne();
        }
    }

    @Test
    void theNextPersonOnTheDeviceSeesNothingAndTheWriterIsOfferedItAgain() {
        String task = safetyCheck("officer2");
        try (Person telephone = office.atTheDoor("officer2", Locale.JAPANESE, 390, 844)) {
            Page page = telephone.page();
            telephone.open("/tasks/" + task);
            page.context().setOffline(true);
            page.locator("textarea[name=nextSteps]").fill("あとで送る");
            assertThat(page.locator("#unsent .count")).hasText("1");
            page.context().clearCookies();
            page.navigate("about:blank");
            page.context().setOffline(false);

            page.navigate(office.address("/sign-in"));
            telephone.signIn("officer");
            telephone.open("/kept");
            assertThat(page.locator("#kept-none")).isVisible();
            assertThat(page.locator("#unsent")).isHidden();
            page.context().clearCookies();

            page.route("**/tasks/*/kept", Route::abort);
            page.navigate(office.address("/sign-in"));
            telephone.signIn("officer2");
            telephone.open("/kept");
            assertThat(page.locator(".kept-row")).containsText("端末に保存");
            page.unroute("**/tasks/*/kept");
            // It may be on its way by itself by now: then there is nothing left to press.
            page.evaluate("document.querySelector('[data-send]')?.click()");
            assertThat(page.locator("#unsent")).isHidden();
            telephone.open("/tasks/" + task);
            assertThat(page.locator("textarea[name=nextSteps]")).hasValue("あとで送る");
        }
    }

    /** An open safety check, in this officer's hands. */
    private String safetyCheck(String account) {
        String task = database.sql(
                        """
                        select task_id from inbox_item where step = 'safetyCheck' and agency is null
                        order by assignee is not distinct from ? desc, born_at desc limit 1
                        """)
                .param(account)
                .query(String.class)
                .single();
        database.sql("delete from draft where task_id = ?").param(task).update();
        give(task, account);
        return task;
    }

    /** Whoever is given a task joins its case, as the one who acts. */
    private void give(String task, String account) {
        database.sql(
                        """
                        with acting as materialized (select set_config('tasuki.account', :account, true) as account)
                        update inbox_item set assignee = acting.account from acting where task_id = :task
                        """)
                .param("account", account)
                .param("task", task)
                .update();
    }

    /** A colleague went in the officer's place, and was quicker. */
    private void completedBySomebody(String task) {
        give(task, "officer");
        try (Person colleague = office.person("officer", Locale.JAPANESE)) {
            SafetyChecks.seen(colleague, task);
            new Sheet(colleague.page()).send();
        }
    }
}
