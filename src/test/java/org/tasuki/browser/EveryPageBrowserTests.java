package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.engine.ShippedProcesses;
import org.tasuki.launch.TestDatabase;

/** Every page in both languages: pictures to look at, nothing for axe to find, no sideways scroll on a telephone. */
@BrowserTest
class EveryPageBrowserTests {

    private static final List<String> TABS = List.of(
            "people", "contacts", "comments", "documents", "hand-overs", "meetings", "process", "team", "access");

    private final Office office;
    private final TestDatabase database;

    @Autowired
    EveryPageBrowserTests(Office office, TestDatabase database) {
        this.office = office;
        this.database = database;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void signingIn(Locale language) {
        try (Person stranger = office.stranger(language)) {
            look(stranger, "/sign-in", "sign-in");
            stranger.page().locator("input[name=username]:visible").fill("officer");
            stranger.page().locator("input[name=password]:visible").fill("guessed");
            stranger.page().locator("main form button").first().click();
            assertThat(stranger.page().locator("main [role=alert]")).isVisible();
            look(stranger, "sign-in-refused");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theInboxOfEachDesk(Locale language) {
        for (String account : List.of("officer", "supervisor", "director", "reception", "police", "trainer")) {
            try (Person person = office.person(account, language)) {
                look(person, "/inbox?tab=mine", "inbox-mine-" + account);
                look(person, "/inbox?tab=roles", "inbox-roles-" + account);
            }
        }
    }

    /** What is near its limit or over it; whoever has read one has one fewer. */
    @ParameterizedTest
    @MethodSource("languages")
    void theNoticesOfEachDesk(Locale language) {
        threeAreReported();
        for (String account : List.of("officer", "police", "supervisor")) {
            try (Person person = office.person(account, language)) {
                look(person, "/notices", "notices-" + account);
            }
        }
        try (Person supervisor = office.person("supervisor", language)) {
            supervisor.open("/notices");
            int fresh = supervisor.page().locator("tr.new").count();
            assertThat(fresh).isPositive();
            assertThat(supervisor.page().locator("header nav .count.new")).containsText(String.valueOf(fresh));
            supervisor.page().locator("tr.new button").first().click();
            assertThat(supervisor.page().locator("tr.new")).hasCount(fresh - 1);
            assertThat(supervisor.page().locator("tr.read")).not().hasCount(0);
        }
    }

    /** What is late in the demo office depends on the day; three that climbed, and whom they called at night, do not. */
    private void threeAreReported() {
        database.asSuperuser()
                .sql(
                        """
                        delete from notice_read;
                        insert into notice (case_number, center, task_id, desk, kind, deadline, round, step, due_at, at)
                        select i.case_number, i.center, i.task_id, 'supervisor', 'escalated', d.id, 99, 0, i.due_at, now()
                        from inbox_item i join deadline d on d.wait_id = i.wait_id and d.ended_at is null
                        where i.agency is null order by i.task_id limit 3 on conflict do nothing;
                        insert into on_call_notice select id, 'officer', center, false, now() from notice
                        where round = 99 order by id limit 2 on conflict do nothing
                        """)
                .update();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTaskAndItsCase(Locale language) {
        try (Person officer = office.person("officer2", language)) {
            officer.open("/inbox?tab=mine");
            String number = officer.page().locator("a.number").first().innerText();
            officer.page().locator("[data-open]").first().click();
            look(officer, "task");
            look(officer, "/cases/" + number, "case-timeline");
            TABS.forEach(tab -> look(officer, "/cases/" + number + "/" + tab, "case-" + tab));
            officer.open("/cases/" + number + "/documents");
            officer.page().locator("section.tab tbody a").first().click();
            look(officer, "document");
        }
    }

    /** A broken file and a sound one, compared on both diagrams, and what would become of running cases. */
    @ParameterizedTest
    @MethodSource("languages")
    void processesAndTheirVersions(Locale language) {
        String shipped = ShippedProcesses.all().stream()
                .filter(file -> file.name().equals("matter.bpmn"))
                .map(file -> new String(file.xml(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        String changed = shipped.replaceFirst("(<bpmn:documentation>)", "$1" + language + " ");
        try (Person admin = office.person("admin", language)) {
            look(admin, "/administration/processes", "processes");
            admin.page().locator("main form button.main").click();
            assertThat(admin.page().locator(".field-problem")).hasCount(1);
            look(admin, "processes-no-file");
            bring(admin, "broken.bpmn", "<x>" + "&amp;".repeat(10));
            assertThat(admin.page().locator("main .notice.caution")).isVisible();
            look(admin, "process-refused");
            admin.open("/administration/processes");
            bring(admin, "matter.bpmn", changed);
            assertThat(admin.page().locator(".diagram .canvas.drawn")).hasCount(2);
            look(admin, "process-version");
            if (admin.page().locator("#moving ~ p a.button").count() > 0) {
                admin.page().locator("#moving ~ p a.button").click();
                assertThat(admin.page().locator("tbody tr").first()).isVisible();
                look(admin, "process-dry-run");
                admin.page().locator("form[method=post] button.main").last().click();
                look(admin, "process-move");
            }
        }
    }

    private static void bring(Person admin, String name, String xml) {
        admin.page()
                .locator("#file")
                .setInputFiles(new FilePayload(name, "application/xml", xml.getBytes(StandardCharsets.UTF_8)));
        admin.page().locator("main form button.main").click();
    }

    /** Held courses and the record of who came; a certificate's number that nobody has. */
    @ParameterizedTest
    @MethodSource("languages")
    void coursesThatAreHeld(Locale language) {
        try (Person trainer = office.person("trainer", language)) {
            look(trainer, "/training/sessions", "sessions-every");
            look(trainer, "/training/sessions/new", "session-new-every");
            look(trainer, "/training/record", "record-every");
            look(trainer, "/training/people", "training-people-every");
            look(trainer, "/training/report", "training-report-every");
            look(trainer, "/training/certificates/AAAAA-BBBBB", "certificate-unknown");
        }
    }

    /** When offices work, what a change would move, and what was typed wrongly. */
    @ParameterizedTest
    @MethodSource("languages")
    void calendarsAndWhatTheyMove(Locale language) {
        try (Person admin = office.person("admin", language)) {
            look(admin, "/administration/calendars", "calendars");
            look(admin, "/administration/deadline-rules", "deadline-rules");
            look(admin, "/administration/calendars/-", "calendar");
            admin.page().locator("input[name=closes1]").fill("07:00");
            admin.page().locator("textarea[name=closed]").fill("2027-06-23 慰霊の日\n2027-06-23\n");
            admin.page().locator("main form button.main").click();
            assertThat(admin.page().locator(".field-problem")).hasCount(2);
            assertThat(admin.page().locator("textarea[name=closed]")).hasValue("2027-06-23 慰霊の日\n2027-06-23\n");
            look(admin, "calendar-refused");
            admin.page().locator("input[name=closes1]").fill("18:00");
            admin.page().locator("textarea[name=closed]").fill("2027-06-23 慰霊の日");
            admin.page().locator("main form button.main").click();
            assertThat(admin.page().locator("#moves")).isVisible();
            look(admin, "calendar-plan");
            admin.page().locator("button[name=again]").click();
            assertThat(admin.page().locator("input[name=closes1]")).hasValue("18:00");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theLimitsOfACase(Locale language) {
        try (Person supervisor = office.person("supervisor", language)) {
            supervisor.open("/inbox?tab=roles");
            String number = supervisor.page().locator("a.number").first().innerText();
            look(supervisor, "/cases/" + number + "/deadlines", "case-limits");
            look(supervisor, "/board", "board-every");
            look(supervisor, "/board/steps/consultation/reception", "board-step-every");
            look(supervisor, "/workload", "workload-every");
            look(supervisor, "/figures", "figures-every");
            look(supervisor, "/figures/report", "figures-report-every");
            look(supervisor, "/operations", "operations-every");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void takingAConsultation(Locale language) {
        try (Person reception = office.person("reception", language)) {
            look(reception, "/consultations/new", "new-consultation");
            Sheet sheet = new Sheet(reception.page());
            sheet.send();
            assertThat(reception.page().locator(".problem-summary")).isVisible();
            look(reception, "new-consultation-refused");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void searchingAndNotFinding(Locale language) {
        try (Person officer = office.person("officer", language)) {
            officer.open("/inbox");
            officer.page().locator("#find").fill("さ");
            officer.page().locator("#find").press("Enter");
            assertThat(officer.page().locator("h1")).isVisible();
            look(officer, "search");
            look(officer, "/cases/SM-1999-00001", "not-found");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void administration(Locale language) {
        try (Person admin = office.person("admin", language)) {
            look(admin, "/accounts", "accounts");
            look(admin, "/accounts/new", "new-account");
            look(admin, "/agencies/new", "new-agency");
            look(admin, "/sections", "sections");
            look(admin, "/sections/new", "new-section");
            look(admin, "/sections/east/change", "change-section");
            look(admin, "/accounts/officer/change", "change-account");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theCourses(Locale language) {
        try (Person trainer = office.person("trainer", language)) {
            look(trainer, "/training/courses", "courses-every");
            look(trainer, "/training/courses/school", "course-every");
            look(trainer, "/training/courses/school/duty", "course-text-every");
            look(trainer, "/training/courses/school/check-consultation", "course-questions-every");
            look(trainer, "/training/courses/materials", "course-materials-every");
            look(trainer, "/training/questions/closing", "questions-every");
        }
    }

    /** A class with a scripted case and one that somebody takes; paused, which its desks hear; looked back at, from both sides. */
    @ParameterizedTest
    @MethodSource("languages")
    void aClassAndItsDebrief(Locale language) {
        try (Person trainer = office.person("trainer", language);
                Person hanako = office.stranger(language)) {
            Page page = trainer.page();
            trainer.open("/practice");
            page.locator("#name").fill(trainer.say("夜間の演習", "At night"));
            page.locator("#name").press("Enter");
            String code = page.locator(".join-code strong").innerText();
            takesACall(hanako, language, code);
            page.reload();
            page.locator("#way").selectOption("night-handover");
            page.locator("#way ~ button").click();
            page.locator(".scripts form button").first().click();
            assertThat(page.locator(".notice.done")).isVisible();
            look(trainer, "class-scripted");
            page.locator("form[action$='/pause'] button").click();
            assertThat(hanako.page().locator("aside.practice .stands"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(25_000));
            look(hanako, "class-paused-desk");
            look(trainer, "class-paused");
            page.locator("a[href$='/debrief']").click();
            look(trainer, "debrief-every");
            page.locator("form[action$='/opening'] button").click();
            assertThat(page.locator("form[action$='/closing'] button")).isVisible();
            page.locator("section a[href*='/debrief/']").first().click();
            assertThat(page.locator(".diagram .canvas.drawn")).not().hasCount(0);
            look(trainer, "debrief-group-every");
            look(hanako, "/practice/seat", "seat-debrief");
            hanako.page().locator("main a.button.main").click();
            look(hanako, "debrief-own");
            hanako.page().locator("section a.button.main").first().click();
            assertThat(hanako.page().locator(".diagram .canvas.drawn")).not().hasCount(0);
            assertThat(hanako.page().locator("main"))
                    .containsText(trainer.say("お手本：夜間の身柄付通告", "Ideal way: A child handed over by the police at night"));
            look(hanako, "debrief-own-group");
            page.setViewportSize(390, 844);
            for (String path : List.of("", "/debrief")) {
                trainer.open("/practice/classes/" + code + path);
                assertThat(sideways(page)).as(path).isZero();
                look(trainer, "telephone-class" + path.replace('/', '-'));
            }
        }
    }

    private static void takesACall(Person person, Locale language, String code) {
        Page page = person.page();
        person.open("/practice/join?code=" + code);
        person.read(language);
        page.locator("#nick").fill(person.say("はなこ", "Hanako"));
        page.locator("#desk").selectOption("all");
        page.locator("main form button.main").click();
        assertThat(page.locator("main .notice")).isVisible();
        person.open("/consultations/new");
        new Sheet(page).rest().complete();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theTrail(Locale language) {
        somebodyLooksAtMuch();
        try (Person auditor = office.person("auditor", language)) {
            look(auditor, "/audit", "audit");
            assertThat(auditor.page().locator("main table tbody tr").first()).isVisible();
            auditor.page().locator("main form[method=post] button").first().click();
            look(auditor, "audit-checked");
            look(auditor, "/audit?act=account-closed&from=2020-01-01T00:00&until=2020-01-02T00:00", "audit-empty");
            look(auditor, "/audit?case=nothing", "audit-refused");
            look(auditor, "/audit/anomalies", "audit-anomalies");
            auditor.page().locator("main tbody a").first().click();
            assertThat(auditor.page().locator("main tbody tr").first()).containsText("officer2");
            look(auditor, "/audit/anomalies?from=2020-01-01&until=2020-01-07", "audit-anomalies-none");
        }
    }

    private void somebodyLooksAtMuch() {
        for (String act : List.of("case-viewed", "access-refused", "notifier-shown")) {
            database.asSuperuser()
                    .sql(
                            """
                            insert into audit_entry (at, actor, center, case_number, act, detail)
                            select now(), a.id, a.center, 'SM-1999-' || lpad(n::text, 5, '0'), ?, '{"because": "excluded"}'
                            from account a, generate_series(1, 64) n where a.id = 'officer2'
                            """)
                    .param(act)
                    .update();
        }
    }

    @Test
    void nothingScrollsSidewaysOnATelephone() {
        try (Person officer = office.person("officer2", Locale.JAPANESE)) {
            officer.page().setViewportSize(390, 844);
            officer.open("/inbox?tab=mine");
            String number = officer.page().locator("a.number").first().innerText();
            String task = officer.page().locator("[data-open]").first().getAttribute("href");
            for (String path : List.of(
                    "/inbox?tab=roles",
                    String.valueOf(task),
                    "/cases/" + number,
                    "/cases/" + number + "/process",
                    "/consultations/new")) {
                officer.open(path);
                assertThat(sideways(officer.page())).as(path).isZero();
            }
            look(officer, "/inbox?tab=roles", "telephone-inbox");
            look(officer, String.valueOf(task), "telephone-task");
        }
    }

    private static int sideways(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }

    private static void look(Person person, String path, String name) {
        person.open(path);
        look(person, name);
    }

    private static void look(Person person, String name) {
        person.page().waitForLoadState();
        Screens.keep(person, name);
    }

    static Stream<Arguments> languages() {
        return Stream.of(Arguments.of(Locale.JAPANESE), Arguments.of(Locale.ENGLISH));
    }
}
