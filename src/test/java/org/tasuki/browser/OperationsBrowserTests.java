package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
