package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.launch.TestDatabase;
import org.tasuki.terms.Japan;

/** How somebody hears of deadlines, who is called at night, and which mails never got there. */
@Tag("slow")
@BrowserTest
class NoticeSettingsBrowserTests {

    private final Office office;
    private final TestDatabase database;
    private final Clock clock;

    @Autowired
    NoticeSettingsBrowserTests(Office office, TestDatabase database, Clock clock) {
        this.office = office;
        this.database = database;
        this.clock = clock;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @BeforeEach
    void nothingWasChosen() {
        database.asSuperuser()
                .sql(
                        """
                        delete from on_call; delete from calendar_feed; delete from notice_preference; delete from outgoing_mail;
                        delete from mail_address
                        """)
                .update();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void onesOwnSettings(Locale language) {
        database.asSuperuser()
                .sql(
                        "insert into mail_address values ('officer', 'fukushi@example.lg.jp', '12345678', 0, 'admin', now(), null)")
                .update();
        try (Person officer = office.person("officer", language)) {
            Page page = officer.page();
            officer.open("/account/sessions");
            page.locator("nav.tabs a[href='/account/notices']").click();
            Screens.keep(officer, "notice-settings");
            page.locator("input[value=digest]").check();
            for (int day = 1; day <= 7; day++) {
                page.locator("input[name=days][value='" + day + "']").uncheck();
            }
            page.locator("section[aria-labelledby=mail-title] button.main").click();
            assertThat(page.locator("#days-problem")).isVisible();
            assertThat(page.locator("input[value=digest]")).isChecked();
            Screens.keep(officer, "notice-settings-refused");
            page.locator("input[name=days][value='1']").check();
            page.locator("section[aria-labelledby=mail-title] button.main").click();
            assertThat(page.locator(".notice.done")).isVisible();
            assertThat(page.locator("input[value=digest]")).isChecked();
            page.locator("#code").fill("１２３４５６７８");
            page.locator("section[aria-labelledby=address-title] button").click();
            assertThat(page.locator("#code")).hasCount(0);
            page.locator("section[aria-labelledby=calendar-title] form button").click();
            assertThat(page.locator("#calendar-address")).hasValue(Pattern.compile("http.*/calendar/[\\w-]{43}\\.ics"));
            Screens.keep(officer, "notice-settings-calendar");
            officer.open("/account/notices");
            assertThat(page.locator("#calendar-address")).hasCount(0);
            page.locator("form[action$='/revocation'] button").click();
            assertThat(page.locator("form[action$='/revocation']")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whoIsCalled(Locale language) {
        LocalDate tomorrow = LocalDate.now(clock.withZone(Japan.ZONE)).plusDays(1);
        try (Person supervisor = office.person("supervisor", language);
                Person officer = office.person("officer", language)) {
            Page page = supervisor.page();
            supervisor.open("/notices");
            page.locator("main a[href='/on-call']").click();
            Screens.keep(supervisor, "on-call-empty");
            page.locator("#account").selectOption("officer");
            page.locator("#from").fill(tomorrow + "T17:15");
            page.locator("#until").fill(tomorrow + "T08:30");
            String pattern = supervisor.say("M月d日(E)", "EEE d MMM uuuu");
            String day = tomorrow.format(DateTimeFormatter.ofPattern(pattern, language));
            assertThat(page.locator("#from-words")).containsText(day);
            assertThat(page.locator("#from-words")).containsText(supervisor.say("午後5時15分", "17:15"));
            page.locator("main button.main").click();
            assertThat(page.locator("#until-problem")).isVisible();
            assertThat(page.locator("#account")).hasValue("officer");
            Screens.keep(supervisor, "on-call-refused");
            page.locator("#until").fill(tomorrow.plusDays(1) + "T08:30");
            page.locator("main button.main").click();
            assertThat(page.locator("tbody form button").first()).isVisible();
            Screens.keep(supervisor, "on-call");
            officer.open("/on-call?week=" + tomorrow);
            assertThat(officer.page().locator("tbody td .hint").first()).isVisible();
            assertThat(officer.page().locator("main form[method=post]")).hasCount(0);
            page.locator("tbody form button").first().click();
            assertThat(page.locator(".notice.done")).isVisible();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatNeverGotThere(Locale language) {
        database.asSuperuser()
                .sql(
                        """
                        insert into outgoing_mail (center, account, kind, occasion, made_at, due_at, state, tries, why, ended_at)
                        select a.center, a.id, 'urgent', 'x:' || a.id, now(), now(), 'dead', 12, 'unreachable', now()
                        from account a where a.id in ('officer', 'officer2')
                        """)
                .update();
        try (Person supervisor = office.person("supervisor", language);
                Person admin = office.person("admin", language)) {
            Page page = supervisor.page();
            supervisor.open("/mail");
            Screens.keep(supervisor, "undelivered");
            page.locator("form[action$='giving-up'] button").first().click();
            assertThat(page.locator(".field-problem")).isVisible();
            Screens.keep(supervisor, "undelivered-refused");
            page.locator(".field-error input").fill("電話で伝えた");
            page.locator("form[action$='giving-up'] button").first().click();
            assertThat(page.locator("tr[data-row]")).hasCount(1);
            admin.open("/accounts/officer");
            admin.page().locator("a[href='/accounts/officer/mail']").click();
            admin.page().locator("#address").fill("officer@example");
            admin.page().locator("main button.main").click();
            assertThat(admin.page().locator("#address-problem")).isVisible();
            Screens.keep(admin, "mail-address");
            admin.page().locator("#address").fill("officer@example.lg.jp");
            admin.page().locator("main button.main").click();
            assertThat(admin.page().locator(".notice.done")).isVisible();
        }
    }

    @Test
    void onATelephoneNothingScrollsSideways() {
        try (Person supervisor = office.person("supervisor", Locale.JAPANESE)) {
            supervisor.page().setViewportSize(390, 844);
            for (String path : new String[] {"/account/notices", "/on-call", "/mail", "/notices"}) {
                supervisor.open(path);
                Screens.keep(supervisor, "telephone" + path.replace('/', '-'));
                org.assertj.core.api.Assertions.assertThat(((Number)
                                        supervisor
                                                .page()
                                                .evaluate(
                                                        "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                                .intValue())
                        .as(path)
                        .isZero();
            }
        }
    }
}
