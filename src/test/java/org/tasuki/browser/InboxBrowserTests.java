package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.launch.TestDatabase;

/** The inbox narrowed, saved, and moving under somebody's eyes. */
@Tag("slow")
@BrowserTest
class InboxBrowserTests {

    /** Two officers' cases wait at agencies of two kinds. */
    private static final String AWAY =
            """
            insert into inbox_item (task_id, case_number, center, desk, agency, process, step, form, wait_id, born_at, due_at)
            select 'away-' || f.number, f.number, f.center, 'agency:' || a.key, a.key, p.process, p.step, 'hand-over-answer', 'away-' || f.number,
                   now() - interval '1 day', now() + interval '1 day' * f.n
            from (select *, row_number() over (order by officer) as n from (
                      select distinct on (officer) * from case_file f where officer is not null and status = 'open'
                      and not exists (select from case_clock k where k.case_number = f.number) order by officer, number) one_each) f
            join (values (1, 'police', 'police-referral', 'awaitPoliceAnswer'), (2, 'school', 'support-referral', 'awaitServiceAnswer'))
                 p (n, kind, process, step) on p.n = f.n
            join lateral (select * from agency a where a.center = f.center and a.kind = p.kind order by a.key limit 1) a on true
            """;

    private final Office office;
    private final TestDatabase database;

    @Autowired
    InboxBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @AfterEach
    void nothingIsSaved() {
        database.asSuperuser().sql("delete from saved_view").update();
        database.asSuperuser()
                .sql("delete from inbox_item where task_id like 'away-%'")
                .update();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aListIsNarrowedByKeyboardAndTheAddressSaysHow(Locale language) {
        try (Person officer = office.person("officer", language)) {
            officer.open("/inbox?tab=roles");
            Page page = officer.page();
            Screens.keep(officer, "inbox-filters");
            page.locator("#filter-urgency").focus();
            page.keyboard().type("A");
            page.keyboard().press("Tab");
            assertThat(page).hasURL(Pattern.compile("tab=roles.*urgency=A"));
            page.navigate(
                    page.url().replaceFirst("urgency=AA?", "urgency=D") + "&type=sexual&age=older&officer=officer2");
            assertThat(page.locator(".empty")).isVisible();
            Screens.keep(officer, "inbox-empty-filtered");
            page.locator(".empty a").click();
            assertThat(page.locator("tr[data-row]").first()).isVisible();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aNarrowedListGetsANameAndIsOpenedFirst(Locale language) {
        try (Person officer = office.person("officer", language)) {
            Page page = officer.page();
            officer.open("/inbox?tab=roles&urgency=none");
            page.locator("form.filters a[href*=views]").click();
            page.locator("#name-0").press("Enter");
            assertThat(page.locator("#problem-0")).isVisible();
            Screens.keep(officer, "inbox-views-refused");
            page.locator("#name-0").fill(officer.say("未評価の仕事", "Not assessed"));
            page.locator("form.sheet input[type=checkbox]").check();
            page.locator("#name-0").press("Enter");
            assertThat(page.locator(".views a[aria-current]")).hasText(officer.say("未評価の仕事", "Not assessed"));
            Screens.keep(officer, "inbox-saved");
            officer.open("/inbox");
            assertThat(page).hasURL(Pattern.compile("tab=roles&urgency=none"));
            officer.open("/inbox/views");
            Screens.keep(officer, "inbox-views");
            page.locator(".view button.plain").click();
            assertThat(page.locator(".view")).hasCount(0);
            officer.open("/inbox");
            assertThat(page).not().hasURL(Pattern.compile("urgency"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatAColleagueTakesIsSaidAtOnceAndTheListStaysAsItIs(Locale language) {
        try (Person reader = office.person("officer", language);
                Person colleague = office.person("officer2", language)) {
            reader.page().waitForResponse("**/inbox/stream", () -> reader.open("/inbox?tab=roles"));
            colleague.page().waitForResponse("**/inbox/stream", () -> colleague.open("/inbox?tab=roles"));
            String id = onBothPages(reader, colleague);
            Locator row = colleague.page().locator("#" + id);
            int rows = reader.page().locator("tr[data-row]").count();
            row.locator(".act button").click();

            // Long before the page would ask by itself.
            assertThat(reader.page().locator("#news p"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
            assertThat(reader.page().locator("tr[data-row]")).hasCount(rows);
            Screens.keep(reader, "inbox-news");
            assertThat(colleague.page().locator("#live p.done")).isVisible();
            assertThat(colleague.page().locator("#news p")).hasCount(0);
            reader.page().locator("#news a").click();
            assertThat(reader.page().locator("#" + id)).hasCount(0);
            colleague.open("/tasks/" + id.substring("task-".length()));
            colleague.page().locator("form.release button").click();
        }
    }

    /** A task that both see and either may take: whoever has been kept from a case hears nothing of it. */
    private static String onBothPages(Person reader, Person colleague) {
        List<String> seen = rows(reader);
        return rows(colleague).stream().filter(seen::contains).findFirst().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<String> rows(Person person) {
        return (List<String>)
                person.page().locator("tr[data-row]:has(.act button)").evaluateAll("rows => rows.map(row => row.id)");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void onATelephone(Locale language) {
        try (Person officer = office.person("officer", language)) {
            officer.page().setViewportSize(390, 844);
            officer.open("/inbox?tab=roles");
            org.assertj.core.api.Assertions.assertThat(officer.page()
                            .evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0);
            Screens.keep(officer, "inbox-telephone");
        }
    }

    /** What waits at agencies is narrowed to a step or an officer as well. */
    @ParameterizedTest
    @MethodSource("languages")
    void whatWaitsAtAgenciesIsNarrowedToAStepAndAnOfficer(Locale language) {
        database.asSuperuser().sql(AWAY).update();
        try (Person supervisor = office.person("supervisor", language)) {
            supervisor.open("/inbox?tab=away");
            Page page = supervisor.page();
            Screens.keep(supervisor, "inbox-away");
            for (String filter : new String[] {"step", "officer"}) {
                Locator pick = page.locator("#filter-" + filter);
                pick.focus();
                page.keyboard().press("ArrowDown");
                page.keyboard().press("Tab");
                assertThat(page).hasURL(Pattern.compile("tab=away.*" + filter + "=\\w+"));
            }
            assertThat(page.locator("tr[data-row]").first()).isVisible();
            Screens.keep(supervisor, "inbox-away-narrowed");
        }
    }
}
