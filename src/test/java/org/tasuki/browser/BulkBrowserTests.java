package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Many tasks at once: ticked, looked at, begun, followed; by mouse, by keyboard, on a telephone, without scripts. */
@Tag("slow")
@BrowserTest
class BulkBrowserTests {

    private final Office office;

    @Autowired
    BulkBrowserTests(Office office) {
        this.office = office;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aSupervisorPutsTasksFirstAndTakesItBack(Locale language) {
        try (Person supervisor = office.person("supervisor", language)) {
            Page page = supervisor.page();
            supervisor.open("/inbox?tab=held");
            Screens.keep(supervisor, "bulk-held");
            page.locator("#selection button").first().click();
            assertThat(page.locator(".notice.caution")).isVisible();
            page.locator("input[name=task]").nth(3).check();
            page.locator("input[name=task]").nth(4).check();
            Screens.keep(supervisor, "bulk-ticked");
            page.locator("#selection button").first().click();
            page.locator("main form button").first().click();
            assertThat(page.locator("#act-problem")).isVisible();
            Screens.keep(supervisor, "bulk-refused");
            page.locator("input[name=act][value=raise]").check();
            page.locator("input[name=reason][value=urgent]").check();
            page.locator("main form button").first().click();
            assertThat(page.locator("#preview")).isFocused();
            Screens.keep(supervisor, "bulk-preview");
            page.locator(".preview form button").click();
            assertThat(page.locator(".run-state")).containsText(supervisor.say("終わりました", "Finished"));
            Screens.keep(supervisor, "bulk-done");
            supervisor.open("/inbox?tab=held");
            assertThat(page.locator("tr[data-row] .raised")).hasCount(2);
            Screens.keep(supervisor, "bulk-raised");
            page.locator("tr[data-row]:has(.raised) a[data-open]").first().click();
            Screens.keep(supervisor, "task-raised");
            page.locator("form[action$='/priority'] button").click();
            assertThat(page.locator(".notice.done")).isVisible();
            Screens.keep(supervisor, "task-lowered");
            supervisor.open("/inbox?tab=held");
            page.locator("tr[data-row]:has(.raised) input[name=task]").check();
            page.locator("#selection button").first().click();
            page.locator("input[name=act][value=lower]").check();
            page.locator("main form button").first().click();
            page.locator(".preview form button").click();
            supervisor.open("/inbox?tab=held");
            assertThat(page.locator("tr[data-row] .raised")).hasCount(0);
            supervisor.open("/bulk");
            Screens.keep(supervisor, "bulk-list");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aSelectionIsGivenToSomebodyOnATelephone(Locale language) {
        try (Person supervisor = office.person("supervisor", language)) {
            Page page = supervisor.page();
            page.setViewportSize(390, 844);
            supervisor.open("/inbox?tab=held");
            Screens.keep(supervisor, "telephone-bulk-held");
            noSidewaysScroll(page);
            tick(page, supervisor.say("社会診断", "Social diagnosis"));
            tick(page, supervisor.say("初期判断", "Screening"));
            page.locator("#selection button").first().click();
            page.locator("input[name=act][value=give]").check();
            page.locator("#person").selectOption(supervisor.say("officer2", "officer"));
            page.locator("input[name=reason][value=load]").check();
            page.locator("main form button").first().click();
            Screens.keep(supervisor, "telephone-bulk-preview");
            noSidewaysScroll(page);
            page.locator(".preview form button").click();
            assertThat(page.locator(".run-state")).containsText(supervisor.say("終わりました", "Finished"));
            assertThat(page.locator(".run-state")).containsText(supervisor.say("役割を持っていません", "desk"));
            Screens.keep(supervisor, "telephone-bulk-done");
            noSidewaysScroll(page);
        }
    }

    private static void tick(Page page, String step) {
        page.locator("tr[data-row]:has-text('" + step + "') input[name=task]")
                .first()
                .check();
    }

    @Test
    void theWholeWayByKeyboardAlone() {
        try (Person supervisor = office.person("supervisor", Locale.JAPANESE)) {
            Page page = supervisor.page();
            supervisor.open("/inbox?tab=held");
            page.locator("input[name=task]").first().focus();
            page.keyboard().press("Space");
            assertThat(page.locator("input[name=task]").first()).isChecked();
            page.locator("#selection button").first().focus();
            page.keyboard().press("Enter");
            page.locator("input[name=act]").first().focus();
            page.keyboard().press("ArrowUp");
            assertThat(page.locator("input[name=act][value=print]")).isChecked();
            page.keyboard().press("Enter");
            assertThat(page.locator("#preview")).isFocused();
            page.keyboard().press("Tab");
            assertThat(page.locator(".preview form button")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator(".papers-of-run")).isVisible();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aSelectionIsPrinted(Locale language) throws Exception {
        try (Person supervisor = office.person("supervisor", language)) {
            Page page = supervisor.page();
            supervisor.open("/inbox?tab=held");
            page.locator("#selection button[name=all]").click();
            page.locator("input[name=act][value=print]").check();
            page.locator("main form button").first().click();
            page.locator(".preview form button").click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.locator(".papers-of-run")).isVisible();
            Screens.keep(supervisor, "bulk-printed");
            Download paper = page.waitForDownload(
                    () -> page.locator(".papers-of-run a").last().click());
            assertThat(paper.suggestedFilename()).matches("tasks-[0-9a-f-]{36}\\.pdf");
            assertThat(new String(Files.readAllBytes(paper.path()), 0, 5)).isEqualTo("%PDF-");
            Files.copy(
                    paper.path(),
                    java.nio.file.Path.of("target/screens/bulk-" + language.getLanguage() + ".pdf"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Download table = page.waitForDownload(
                    () -> page.locator("a[href$='/results']").click());
            assertThat(Files.readString(table.path())).startsWith("\uFEFF\"").contains("\r\n\"");
        }
    }

    @Test
    void itWorksWithoutScripts() {
        try (Person supervisor = office.withoutJavaScript("supervisor", Locale.JAPANESE)) {
            Page page = supervisor.page();
            supervisor.open("/inbox?tab=held");
            page.locator("input[name=task]").first().check();
            page.locator("#selection button").first().click();
            page.locator("input[name=act][value=print]").check();
            page.locator("main form button").first().click();
            page.locator(".preview form button").click();
            assertThat(page.locator(".papers-of-run")).isVisible();
        }
    }

    private static void noSidewaysScroll(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    static Stream<Arguments> languages() {
        return Stream.of(Arguments.of(Locale.JAPANESE), Arguments.of(Locale.ENGLISH));
    }
}
