package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.launch.TestDatabase;
import org.tasuki.terms.Japan;

/** Who is away, who stands in, who is given what: entered and read in both languages. */
@Tag("slow")
@BrowserTest
class StaffingBrowserTests {

    private final Office office;
    private final TestDatabase database;

    @Autowired
    StaffingBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database;
    }

    @AfterEach
    void everybodyIsBack() {
        database.asSuperuser()
                .sql(
                        "delete from handing_note; delete from case_handing; delete from absence_substitute; delete from absence")
                .update();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void somebodyGoesAwayAndAnotherStandsIn(Locale language) {
        try (Person officer = office.person("officer", language)) {
            officer.open("/absences");
            Screens.keep(officer, "absences-empty");
            officer.page().locator("main button.main").click();
            assertThat(officer.page().locator("#from-problem")).isVisible();
            Screens.keep(officer, "absences-refused");
            LocalDate day = LocalDate.now(Japan.ZONE).plusDays(20);
            officer.page().locator("#from").fill(day.toString());
            officer.page().locator("#until").fill(day.plusDays(40).toString());
            officer.page().locator("main button.main").click();
            assertThat(officer.page().locator("#substitutes-problem")).isVisible();
            assertThat(officer.page().locator("#from")).hasValue(day.toString());
            officer.page().locator("#substitute1").selectOption("officer2");
            officer.page().locator("main button.main").click();
            assertThat(officer.page().locator("main tbody tr")).hasCount(1);
            Screens.keep(officer, "absences");
            officer.page().setViewportSize(390, 844);
            officer.open("/absences");
            assertThat((Integer) officer.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            Screens.keep(officer, "telephone-absences");
        }
        try (Person supervisor = office.person("supervisor", language)) {
            supervisor.open("/absences");
            Screens.keep(supervisor, "absences-supervisor");
            supervisor.page().locator("main tbody a").first().click();
            Screens.keep(supervisor, "handing");
            supervisor.page().locator("main button.main").click();
            assertThat(supervisor.page().locator("main .problem")).isVisible();
            supervisor.page().locator("main tbody input[type=checkbox]").first().check();
            supervisor.page().locator("main button.main").click();
            assertThat(supervisor.page().locator(".notice.done")).isVisible();
            Screens.keep(supervisor, "handing-gone");
            supervisor
                    .page()
                    .locator("section[aria-labelledby=gone] a[href$='/handing-sheet']")
                    .click();
            Screens.keep(supervisor, "handing-sheet-handed");
        }
    }

    /** Whoever goes away finds their cases, and writes what the records do not tell: with the keys, on a telephone too. */
    @ParameterizedTest
    @MethodSource("languages")
    void whoeverGoesAwayWritesTheSheets(Locale language) {
        database.asSuperuser()
                .sql(
                        """
                        insert into absence (center, account, kind, starts_at, ends_at, entered_by, entered_at)
                        select center, id, 'leave', now() + interval '20 days', now() + interval '80 days', id, now()
                        from account where id = 'officer2'
                        """)
                .update();
        try (Person officer = office.person("officer2", language)) {
            Page page = officer.page();
            officer.open("/absences");
            page.locator("main tbody a").first().click();
            assertThat(page.locator("input[name=case]")).hasCount(0);
            Screens.keep(officer, "handing-own");
            officer.tabTo(page.locator("a[href$='/handing-sheet']").first());
            page.keyboard().press("Enter");
            officer.tabTo(page.locator("main form button.main"));
            page.keyboard().press("Enter");
            assertThat(page.locator("#lookOut-problem")).isVisible();
            Screens.keep(officer, "handing-sheet-refused");
            officer.tabTo(page.locator("#lookOut"));
            page.keyboard().insertText("面接は必ず二人で。\n祖母の電話は平日の昼だけ。");
            page.locator("#nextVisit")
                    .fill(LocalDate.now(Japan.ZONE).plusDays(9).toString());
            officer.tabTo(page.locator("main form button.main"));
            page.keyboard().press("Enter");
            assertThat(page.locator("section[aria-labelledby=look-out] .typed").first())
                    .containsText("面接は必ず二人で。");
            Screens.keep(officer, "handing-sheet");
            page.setViewportSize(390, 844);
            page.reload();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            Screens.keep(officer, "telephone-handing-sheet");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aSupervisorGivesATaskToSomebody(Locale language) {
        String task = database.asSuperuser()
                .sql(
                        """
                        select i.task_id from inbox_item i join account a on a.id = 'supervisor' and a.center = i.center
                        where i.desk = 'officer' and i.assignee is not null and not i.begun
                          and not exists (select from case_clock k where k.case_number = i.case_number)
                          and not exists (select from case_restriction r where r.case_number = i.case_number)
                        order by i.due_at desc limit 1
                        """)
                .query(String.class)
                .single();
        try (Person supervisor = office.person("supervisor", language)) {
            supervisor.open("/tasks/" + task);
            Screens.keep(supervisor, "task-given");
            supervisor.page().locator("a[href$='/assignment']").click();
            Screens.keep(supervisor, "assignment");
            supervisor.page().locator("main form button.main").click();
            assertThat(supervisor.page().locator("#person-problem")).isVisible();
            supervisor.page().locator("input[name=reason]").first().check();
            supervisor.page().locator("input[name=person]:enabled").first().check();
            supervisor.page().locator("main form button.main").click();
            assertThat(supervisor.page().locator(".notice.done")).isVisible();
            Screens.keep(supervisor, "task-pushed");
            supervisor.page().setViewportSize(390, 844);
            supervisor.open("/tasks/" + task + "/assignment");
            assertThat((Integer) supervisor.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            Screens.keep(supervisor, "telephone-assignment");
            String number = supervisor.page().locator("p.path a").last().innerText();
            supervisor.page().setViewportSize(1280, 900);
            supervisor.open("/cases/" + number + "/needs");
            Screens.keep(supervisor, "needs");
            supervisor.page().locator("main button.main").click();
            assertThat(supervisor.page().locator(".notice.done")).isVisible();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anAdministratorKeepsWhatSomebodyBringsAlong(Locale language) {
        try (Person admin = office.person("admin", language)) {
            admin.open("/accounts/officer2/profile");
            admin.page().locator("#hours").fill("5");
            admin.page().locator("main button.main").click();
            assertThat(admin.page().locator("#hours-problem")).isVisible();
            Screens.keep(admin, "profile");
            admin.page().locator("#hours").fill("80");
            admin.page().locator("input[value=zh]").check();
            admin.page().locator("main button.main").click();
            assertThat(admin.page().locator(".notice.done")).isVisible();
        }
    }

    static Stream<Arguments> languages() {
        return Stream.of(Arguments.of(Locale.JAPANESE), Arguments.of(Locale.ENGLISH));
    }
}
