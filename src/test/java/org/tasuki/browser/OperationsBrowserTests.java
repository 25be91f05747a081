package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.launch.TestDatabase;

/** A supervisor tries again what failed, and moves a case to another step, with the keyboard alone. */
@BrowserTest
class OperationsBrowserTests {

    private static final String REASON = "受付の内容を取り違えていたため。";

    private static final String TYPED = "住民票を確認した";

    private final Office office;
    private final TestDatabase database;

    @Autowired
    OperationsBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatFailedIsTriedAgain(Locale language) {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            kase.phoneCall("夜中に子どもだけでいるとの電話");
            theTimerIsDead(kase.number());
            Person supervisor = kase.person("supervisor");
            supervisor.read(language);
            Page page = supervisor.page();
            supervisor.open("/operations");
            var row = page.locator("tr[data-row]", new Page.LocatorOptions().setHasText(kase.number()));
            assertThat(row).hasCount(1);
            Screens.keep(supervisor, "operations");
            row.locator("button").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#live .notice.done")).isVisible();
            assertThat(row).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aCaseIsMovedAfterALook(Locale language) {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            kase.phoneCall("夜中に子どもだけでいるとの電話");
            Person supervisor = kase.person("supervisor");
            supervisor.read(language);
            Page page = supervisor.page();
            supervisor.open("/operations");
            page.locator("#number").focus();
            page.keyboard().type("7");
            page.keyboard().press("Enter");
            assertThat(page.locator("#number-problem")).isVisible();
            assertThat(page.locator("#number")).isFocused();
            Screens.keep(supervisor, "operations-refused");
            page.locator("#number").fill(kase.number());
            page.keyboard().press("Enter");
            assertThat(page.locator("#to-0")).isVisible();
            page.locator("#to-0").selectOption("advice");
            page.locator("form.stack button").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#reason-0-problem")).isVisible();
            assertThat(page.locator("#reason-0")).isFocused();
            assertThat(page.locator("#to-0")).hasValue("advice");
            Screens.keep(supervisor, "operations-move-refused");
            page.locator("#reason-0").fill(REASON);
            page.locator("form.stack button").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("p.words")).hasText(REASON);
            Screens.keep(supervisor, "operations-move-preview");
            page.locator("main form button.main").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#live .notice.done")).isVisible();
            Screens.keep(supervisor, "operations-moved");
            supervisor.open("/cases/" + kase.number());
            assertThat(page.locator("main")).containsText(REASON);
            Screens.keep(supervisor, "operations-timeline");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatWasTypedBeforeTheMoveIsFoundAgain(Locale language) {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            kase.phoneCall("夜中に子どもだけでいるとの電話");
            kase.take("supervisor", "初期判断");
            Person supervisor = kase.person("supervisor");
            Page page = supervisor.page();
            page.locator("textarea[name=findings]").fill(TYPED);
            assertThat(page.locator("#draft")).containsText("保存済み");
            moves(kase.person("director"), kase.number(), "reception");
            supervisor.read(language);
            supervisor.open("/inbox");
            page.locator("main a[href$='/kept#left']").click();
            assertThat(page.locator("#left")).containsText(TYPED);
            assertThat(page.locator("#left")).containsText(kase.number());
            Screens.keep(supervisor, "left-kept");
            moves(kase.person("director"), kase.number(), "screening");
            page.reload();
            page.locator("#left li")
                    .filter(of(kase))
                    .locator("a[href*='/tasks/']")
                    .click();
            assertThat(page.locator("#left")).containsText(TYPED);
            Screens.keep(supervisor, "left-unclaimed");
            page.locator("form[action$='/claim'] button.main").first().click();
            page.locator("textarea[name=findings]").fill("あとで打った");
            page.locator("form[data-replaces] button").focus();
            Screens.keep(supervisor, "left-offer");
            page.keyboard().press("Enter");
            assertThat(page.locator("#live .notice.done")).isVisible();
            assertThat(page.locator("textarea[name=findings]")).hasValue(TYPED);
            assertThat(page.locator("#left")).hasCount(0);
        }
    }

    private static Locator.FilterOptions of(CaseInTheBrowser kase) {
        return new Locator.FilterOptions().setHasText(kase.number());
    }

    private static void moves(Person mover, String number, String to) {
        Page page = mover.page();
        mover.open("/operations/cases/" + number);
        page.locator("#to-0").selectOption(to);
        page.locator("#reason-0").fill(REASON);
        page.locator("form.stack button").first().click();
        assertThat(page.locator("main")).containsText("入力した本人だけ");
        page.locator("main form button.main").click();
        assertThat(page.locator("#live .notice.done")).isVisible();
    }

    /** As the engine does with a timer that failed three times; its time has come a moment ago. */
    private void theTimerIsDead(String number) {
        String columns =
                """
                id_, rev_, category_, type_, exclusive_, execution_id_, process_instance_id_, proc_def_id_, element_id_,
                element_name_, scope_id_, sub_scope_id_, scope_type_, scope_definition_id_, correlation_id_, duedate_, repeat_,
                handler_type_, handler_cfg_, custom_values_id_, create_time_, tenant_id_
                """;
        database.asSuperuser()
                .sql(
                        "update deadline set due_at = now() - interval '1 minute' where case_number = ? and ended_at is null")
                .param(number)
                .update();
        database.asSuperuser()
                .sql(
                        """
                with dead as (delete from engine.act_ru_timer_job where process_instance_id_ in
                    (select id_ from engine.act_ru_execution where business_key_ = ?) returning *)
                insert into engine.act_ru_deadletter_job (%1$s) select %1$s from dead
                """
                                .formatted(columns))
                .param(number)
                .update();
    }
}
