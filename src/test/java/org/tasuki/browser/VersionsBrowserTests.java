package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.tasuki.engine.paths.NextGuidance;
import org.tasuki.launch.TestDatabase;

/**
 * An administrator changes a process: what is wrong with a file is said where it was chosen, a sound one is compared on both diagrams,
 * tried on the running cases, and these go over to it. On a database of its own: the other tests go by the shipped processes.
 */
@Tag("slow")
@BrowserTest
@TestPropertySource(properties = "tasuki.test.many-cases=versions in a browser")
class VersionsBrowserTests {

    private static final String LIST = "/administration/processes";

    /** What sticks out of a narrow screen. */
    private static final String WIDER =
            """
            document.documentElement.scrollWidth <= document.documentElement.clientWidth ? '' : [...document.querySelectorAll('main *')]
              .filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth)
              .map(one => one.outerHTML.slice(0, 80)).join()
            """;

    private final Office office;
    private final TestDatabase database;

    @Autowired
    VersionsBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsWrongIsSaidInItsPlace(Locale language) {
        try (Person admin = office.person("admin", language)) {
            Page page = admin.page();
            admin.open(LIST);
            page.locator("#from").fill("2020-04-01");
            press(admin, page.locator("main form button.main"));
            assertThat(page.locator("#file-problem")).isVisible();
            assertThat(page.locator("#from-problem")).isVisible();
            assertThat(page.locator("#file")).isFocused();
            assertThat(page.locator("#from")).hasValue("2020-04-01");
            Screens.keep(admin, "versions-nothing-chosen");
            bring(admin, "guidance.bpmn", current("matter"));
            assertThat(page.locator("#file-problem")).isVisible();
            Screens.keep(admin, "versions-same");
            bring(admin, "broken.bpmn", hostile());
            assertThat(page.locator("main .notice.caution")).isVisible();
            assertThat(page.locator("main tbody tr")).not().hasCount(0);
            Screens.keep(admin, "versions-refused");
        }
    }

    @Test
    void fromTheFileToTheLastCase() {
        try (Person admin = office.person("admin", Locale.JAPANESE)) {
            Page page = admin.page();
            bring(admin, "調査・援助 改正案.bpmn", NextGuidance.changed());
            assertThat(page.locator(".diagram .canvas.drawn")).hasCount(2);
            marksAreThoseOfTheList(page);
            assertThat(page.locator("#left ~ table")).containsText("judgementMeeting");
            both(admin, "versions-compared");
            narrow(admin, "versions-compared");
            press(admin, page.locator("#moving ~ p a.button"));
            assertThat(page.locator("tbody tr").first()).isVisible();
            both(admin, "versions-dry");
            narrow(admin, "versions-dry");
            namesWhatIsLost(admin);
            both(admin, "versions-dry-named");
            press(admin, page.locator("main form[method=post] button.main"));
            assertThat(page.locator(".run-state")).isVisible();
            assertThat(page.locator(".run-state progress")).hasCount(0, patiently());
            both(admin, "versions-moved");
            narrow(admin, "versions-moved");
            pausedAndGoesOn(admin);
            admin.open(LIST);
            both(admin, "versions-list");
            narrow(admin, "versions-list");
        }
    }

    /** Sign and number of every step stand on one diagram or on both; arrows are marked by their strokes. */
    private static void marksAreThoseOfTheList(Page page) {
        List<?> listed = (List<?>)
                page.evaluate(
                        """
                [...document.querySelectorAll('table.changes tbody tr')].filter(row => !/矢印|手順そのもの/.test(row.cells[3].textContent))
                  .map(row => row.querySelector('.change span').textContent + row.cells[0].textContent).sort()
                """);
        List<?> drawn = (List<?>)
                page.evaluate(
                        """
                [...new Set([...document.querySelectorAll('.compared .djs-overlays .badge')].map(one => one.textContent))].sort()
                """);
        assertThat(drawn).isNotEmpty().isEqualTo(listed);
        int arrows = ((Number)
                        page.evaluate(
                                """
                new Set([...document.querySelectorAll('.compared .djs-connection:is(.added, .removed, .changed, .moved)')]
                  .map(one => one.dataset.elementId)).size
                """))
                .intValue();
        assertThat(page.locator("table.changes tbody tr").filter(new Locator.FilterOptions().setHasText("矢印")))
                .hasCount(arrows);
    }

    private void namesWhatIsLost(Person admin) {
        Locator lost = admin.page().locator("select[name^='as.']");
        for (int place = 0; place < lost.count(); place++) {
            String step = lost.nth(place).getAttribute("name").substring(3);
            admin.tabTo(lost.nth(place));
            lost.nth(place).selectOption(step.equals("followUp") ? "followUpVisit" : "supportPolicyMeeting");
        }
        if (lost.count() > 0) {
            press(admin, admin.page().locator("main form.stack button"));
        }
    }

    /** The run is put back to where somebody paused it, with one case to go. */
    private void pausedAndGoesOn(Person admin) {
        Page page = admin.page();
        database.asSuperuser()
                .sql("update process_move set state = 'paused', ended_at = null")
                .update();
        database.asSuperuser()
                .sql("update process_move_row set state = 'waiting', why = null where place = 0")
                .update();
        page.reload();
        both(admin, "versions-paused");
        press(admin, page.locator("form[action$=resumption] button"));
        Screens.keepWindow(admin, "versions-running");
        assertThat(page.locator("form[action$=pause] button, form[action$=resumption] button"))
                .hasCount(0, patiently());
    }

    @Test
    void withoutJavaScriptItIsReadInWords() {
        try (Person admin = office.withoutJavaScript("admin", Locale.JAPANESE)) {
            Page page = admin.page();
            admin.open(LIST);
            page.locator("#from").fill("2027-04-01");
            choose(page, "matter.bpmn", current("matter").replaceFirst("(<bpmn:documentation>)", "$1改正。"));
            page.locator("main form button.main").click();
            assertThat(page.locator("table.changes tbody tr")).hasCount(1);
            assertThat(page.locator(".diagram .canvas:visible")).hasCount(0);
            Screens.keepWindow(admin, "versions-without-javascript");
            page.locator("form[action$=withdrawal] button").click();
            assertThat(page.locator(".notice.done")).isVisible();
            Screens.keepWindow(admin, "versions-withdrawn");
        }
    }

    private static String hostile() {
        return NextGuidance.shipped()
                .replaceFirst("<bpmn:userTask", "<bpmn:scriptTask id=\"evil\" name=\"x\" scriptFormat=\"groovy\"/>$0")
                .replace("${deadlines.due(execution, 'child-view')}", "${runtime.exec('id')}");
    }

    private String current(String process) {
        return org.tasuki.engine.ShippedProcesses.all().stream()
                .filter(file -> file.name().equals(process + ".bpmn"))
                .map(file -> new String(file.xml(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static void bring(Person admin, String name, String xml) {
        admin.open(LIST);
        choose(admin.page(), name, xml);
        press(admin, admin.page().locator("main form button.main"));
    }

    private static void choose(Page page, String name, String xml) {
        page.locator("#file")
                .setInputFiles(new FilePayload(name, "application/xml", xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static void press(Person person, Locator button) {
        person.tabTo(button);
        person.page().keyboard().press("Enter");
    }

    private static void both(Person person, String name) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            person.read(language);
            if (person.page().locator(".diagram .canvas").count() > 0) {
                assertThat(person.page().locator(".diagram .canvas.drawn")).hasCount(2);
            }
            Screens.keep(person, name);
        }
    }

    private static void narrow(Person person, String name) {
        Page page = person.page();
        page.setViewportSize(320, 700);
        page.reload();
        assertThat((String) page.evaluate(WIDER))
                .as("wider than the screen on " + name)
                .isEmpty();
        Screens.keep(person, "telephone-" + name);
        page.setViewportSize(1280, 800);
        page.reload();
    }

    private static LocatorAssertions.HasCountOptions patiently() {
        return new LocatorAssertions.HasCountOptions().setTimeout(20_000);
    }
}
