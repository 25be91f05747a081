package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.courses.Course;
import org.tasuki.courses.Courses;
import org.tasuki.courses.UnitDone;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.SignedIn;
import org.tasuki.terms.Japan;

/** A course is announced, somebody comes and completes it, and the year's report says so: with nothing for axe to find, and on a telephone too. */
@BrowserTest
class EnrolmentBrowserTests {

    private final Office office;
    private final TestDatabase database;
    private final Courses courses;
    private final Accounts accounts;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    @Autowired
    EnrolmentBrowserTests(
            Office office,
            TestDatabase database,
            Courses courses,
            Accounts accounts,
            Acting acting,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.office = office;
        this.database = database;
        this.courses = courses;
        this.accounts = accounts;
        this.acting = acting;
        this.transaction = transaction;
        this.events = events;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aCourseIsHeld(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        SignedIn taught = accounts.find("officer").orElseThrow();
        Course course = acting.as(taught.actor(), () -> courses.all().get(tag.equals("ja") ? 0 : 1));
        try (Person trainer = office.person("trainer", language);
                Person officer = office.person("officer", language)) {
            officer.open("/training/record");
            Screens.keep(officer, "enrolment-record-none");
            String session = announced(trainer, course);
            Screens.keep(trainer, "enrolment-session-new");
            enrols(officer, session);
            runs(session);
            marks(trainer, session);
            complete(taught, course);
            takesTheCertificate(trainer, officer);
            report(trainer);
            cancels(trainer, officer, announced(trainer, course));
            narrow(officer, trainer, session);
        }
    }

    private static String announced(Person trainer, Course course) {
        Page page = trainer.page();
        trainer.open("/training/sessions/new");
        page.locator("main form button.main").click();
        assertThat(page.locator("#course-problem")).isVisible();
        assertThat(page.locator("#place-problem")).isVisible();
        Screens.keep(trainer, "enrolment-announcement-refused");
        page.locator("#course").selectOption(course.key());
        page.locator("#place").fill(trainer.say("3階 大会議室", "Room 3"));
        LocalDateTime tomorrow = LocalDateTime.now(Japan.ZONE).plusDays(1).truncatedTo(ChronoUnit.HOURS);
        page.locator("#starts").fill(tomorrow.toString());
        page.locator("#ends").fill(tomorrow.plusMinutes(150).toString());
        page.locator("main form button.main").click();
        assertThat(page.locator(".notice.done")).isVisible();
        return page.url().replaceAll(".*/", "");
    }

    private static void enrols(Person officer, String session) {
        officer.open("/training/sessions");
        Screens.keep(officer, "enrolment-sessions");
        officer.page().locator("a[href$='/sessions/" + session + "']").click();
        officer.page().locator("form[action$='/enrolment'] button").click();
        assertThat(officer.page().locator(".notice.done")).isVisible();
        Screens.keep(officer, "enrolment-session-mine");
    }

    private void runs(String session) {
        database.asSuperuser()
                .sql(
                        "update training_session set starts_at = now() - interval '1 hour', ends_at = now() + interval '90 minutes' where id = ?")
                .param(Long.parseLong(session))
                .update();
    }

    private static void marks(Person trainer, String session) {
        Page page = trainer.page();
        trainer.open("/training/sessions/" + session);
        page.locator("select[name=mark]").first().selectOption("present");
        page.locator("form[action$='/attendance'] button").click();
        assertThat(page.locator(".notice.done")).isVisible();
        page.locator("#office").selectOption("elsewhere");
        page.locator("#many").fill("12");
        page.locator("form[action$='/guests'] button").click();
        assertThat(page.locator("#guests-title ~ ul li")).hasCount(1);
        Screens.keep(trainer, "enrolment-session-running");
    }

    private void complete(SignedIn person, Course course) {
        acting.as(
                person.actor(),
                () -> transaction.executeWithoutResult(status -> course.units()
                        .forEach(unit -> events.publishEvent(
                                new UnitDone(person.getUsername(), course.key(), unit.key(), 3, 4)))));
    }

    private static void takesTheCertificate(Person trainer, Person officer) {
        Page page = officer.page();
        officer.open("/training/record");
        Screens.keep(officer, "enrolment-record");
        Download paper = page.waitForDownload(
                () -> page.locator("a[href$='/paper']").first().click());
        assertThat(paper.suggestedFilename()).startsWith("certificate-").endsWith(".pdf");
        String number = page.locator("td.code").first().innerText();
        trainer.open("/training/certificates");
        trainer.page().locator("#number").fill(number);
        trainer.page().locator("#number").press("Enter");
        assertThat(trainer.page().locator(".notice.done")).isVisible();
        Screens.keep(trainer, "enrolment-certificate");
    }

    private void report(Person trainer) {
        database.asSuperuser()
                .sql(
                        "update training_session set starts_at = starts_at - interval '2 hours', ends_at = now() - interval '1 minute' where cancelled_at is null")
                .update();
        trainer.open("/training/report");
        assertThat(trainer.page().locator("table.grid tbody tr")).not().hasCount(0);
        Screens.keep(trainer, "enrolment-report");
        Download file = trainer.page()
                .waitForDownload(() ->
                        trainer.page().locator("form[action$='/export'] button").click());
        assertThat(file.suggestedFilename()).endsWith(".xlsx");
        trainer.open("/training/people");
        Screens.keep(trainer, "enrolment-people");
    }

    /** Whoever had a place reads of it among their notices. */
    private static void cancels(Person trainer, Person officer, String session) {
        officer.open("/training/sessions/" + session);
        officer.page().locator("form[action$='/enrolment'] button").click();
        trainer.open("/training/sessions/" + session);
        trainer.page().locator("form[action$='/cancellation'] button").click();
        assertThat(trainer.page().locator(".notice.done")).isVisible();
        officer.open("/notices");
        assertThat(officer.page().locator("#trainings")).isVisible();
        Screens.keep(officer, "enrolment-notices");
    }

    private static void narrow(Person officer, Person trainer, String session) {
        officer.page().setViewportSize(320, 700);
        trainer.page().setViewportSize(320, 700);
        for (String path :
                new String[] {"/training/record", "/training/sessions", "/training/sessions/" + session, "/notices"}) {
            officer.open(path);
            fits(officer.page(), path);
        }
        for (String path : new String[] {
            "/training/report", "/training/people", "/training/sessions/new", "/training/sessions/" + session
        }) {
            trainer.open(path);
            fits(trainer.page(), path);
        }
        Screens.keep(trainer, "telephone-enrolment-session");
        officer.open("/training/record");
        Screens.keep(officer, "telephone-enrolment-record");
    }

    private static void fits(Page page, String path) {
        assertThat((Boolean)
                        page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("no sideways scroll at " + path)
                .isTrue();
    }
}
