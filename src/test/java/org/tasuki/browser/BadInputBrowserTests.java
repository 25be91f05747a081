package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.terms.Japan;

/** What people send that cannot stand: each gets a clear answer, and nothing that was typed is lost. */
@BrowserTest
class BadInputBrowserTests {

    private static final String REASON = "判断の理由";
    private static final String HOSTILE =
            "<script>document.title='x'</script>\"><img src=x onerror=alert(1)> {{7*7}} ${7*7} 𠮷";

    private final Office office;
    private CaseInTheBrowser kase;

    @Autowired
    BadInputBrowserTests(Office office) {
        this.office = office;
        this.kase = new CaseInTheBrowser(office, Locale.JAPANESE);
    }

    @BeforeEach
    void aCaseToBeScreened() {
        kase.phoneCall("泣き声が続くとの電話");
    }

    @AfterEach
    void everybodyLeaves() {
        kase.close();
    }

    @Test
    void whatIsMissingIsNamedAndWhatWasTypedIsKept() {
        Sheet screening = kase.take("supervisor", "初期判断").write(REASON, "記録を確かめた");
        screening.send();
        Page page = kase.person("supervisor").page();
        assertThat(page.locator(".problem-summary")).isFocused();
        assertThat(page.locator(".problem-summary")).containsText("会議の区分");
        page.locator(".problem-summary a", containing("会議の区分")).click();
        assertThat(screening.field("会議の区分")).isInViewport();
        assertThat(screening.field(REASON).locator("textarea")).hasValue("記録を確かめた");
        screening.choose("会議の区分", "受理会議（定例）").complete();
    }

    @Test
    void overlongWordsComeBackWhole() {
        Sheet screening = kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）");
        Locator reason = screening.rest().field(REASON).locator("textarea");
        reason.evaluate("area => area.removeAttribute('maxlength')");
        String overlong = "長".repeat(5_000);
        reason.fill(overlong);
        screening.send();
        assertThat(screening.field(REASON).locator(".field-problem")).containsText("字以内");
        assertThat(reason).hasValue(overlong);
    }

    @Test
    void hostileWordsAreWords() {
        Sheet screening =
                kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）").write(REASON, HOSTILE);
        screening.complete();
        Person supervisor = kase.person("supervisor");
        supervisor.open("/cases/" + kase.number() + "/documents");
        supervisor.page().locator("section.tab tbody a").first().click();
        assertThat(supervisor.page().locator(".answers")).containsText(HOSTILE);
        assertThat(supervisor.page().locator(".answers img")).hasCount(0);
        assertThat(supervisor.page().title()).contains(kase.number());
    }

    @Test
    void numbersAndDatesThatAreNoneAreNamed() {
        Person reception = kase.person("reception");
        reception.open("/consultations/new");
        Sheet sheet = new Sheet(reception.page());
        Locator received = sheet.field("受付日時").locator("input");
        received.evaluate("input => { input.type = 'text'; input.value = '2026-02-30T10:00'; }");
        sheet.field("年齢（歳）").locator("input").fill("三十");
        sheet.send();
        assertThat(sheet.field("受付日時").locator(".field-problem")).isVisible();
        assertThat(sheet.field("年齢（歳）").locator(".field-problem")).isVisible();
        assertThat(sheet.field("年齢（歳）").locator("input")).hasValue("三十");
    }

    @Test
    void theFutureHasNotHappened() {
        Sheet meeting = meetingAt(LocalDateTime.now(Japan.ZONE).plusDays(30));
        meeting.send();
        assertThat(meeting.field("開催日時").locator(".field-problem")).containsText("未来の日時");
    }

    @Test
    void aMeetingIsNotHeldBeforeTheCall() {
        Sheet meeting = meetingAt(LocalDateTime.now(Japan.ZONE).minusDays(1));
        meeting.send();
        assertThat(meeting.field("開催日時").locator(".field-problem")).containsText("受付日時より前");
    }

    private Sheet meetingAt(LocalDateTime held) {
        kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）").complete();
        return kase.take("supervisor", "受理会議")
                .choose("受理の決定", "助言で終える")
                .write("開催日時", Sheet.MINUTE.format(held))
                .rest();
    }

    @Test
    void anUntouchedSheetOpensNoCase() {
        Person reception = kase.person("reception");
        reception.open("/consultations/new");
        new Sheet(reception.page()).send();
        assertThat(reception.page().locator(".problem-summary")).isVisible();
        assertThat(reception.page().locator("#draft")).not().containsText("SM-");
    }

    @Test
    void theWayBackToADoneTaskSaysWhoDidIt() {
        Person supervisor = kase.person("supervisor");
        Sheet screening = kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）");
        String task = supervisor.page().url();
        screening.complete();
        supervisor.open(task);
        assertThat(supervisor.page().locator("main")).containsText("桐生 和子が完了しています");
    }

    @Test
    void aFieldThatIsNotInTheFormRefusesTheWhole() {
        Sheet screening =
                kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）").rest();
        Page page = kase.person("supervisor").page();
        page.locator("#task-form")
                .evaluate("form => form.insertAdjacentHTML('beforeend', '<input name=smuggled value=1>')");
        screening.send();
        assertThat(page.locator(".problem-summary")).containsText("この画面にない項目");
    }

    @Test
    void theSecondIsToldWhoWasFirst() {
        try (Person other = office.person("supervisor2", Locale.JAPANESE)) {
            String task = waiting(other);
            kase.take("supervisor", "初期判断");
            other.page().locator(".take button").click();
            assertThat(other.page().locator("#live .notice")).containsText("桐生 和子");
            other.open(task);
            assertThat(other.page().locator("#task-form .finish")).hasCount(0);
        }
    }

    @Test
    void whatSomebodyElseCompletedIsShownWithWhatWasTyped() {
        Person supervisor = kase.person("supervisor");
        Sheet first =
                kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）").rest();
        try (Person again = office.person("supervisor", Locale.JAPANESE)) {
            again.open(supervisor.page().url());
            Sheet second = new Sheet(again.page()).write(REASON, "二つ目の画面で書いた理由");
            first.complete();
            second.send();
            assertThat(again.page().locator("main")).containsText("桐生 和子がすでに完了しました");
            assertThat(again.page().locator("main textarea", withValue("二つ目の画面で書いた理由")))
                    .isVisible();
        }
    }

    @Test
    void aDoubleClickSendsOnce() {
        kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）").rest();
        Page page = kase.person("supervisor").page();
        page.locator(".finish button.main").dblclick();
        assertThat(page.locator("h1")).hasText("受信箱");
        assertThat(page.locator("#live .notice")).containsText("完了しました");
        kase.person("supervisor").open("/inbox?tab=roles");
        assertThat(kase.person("supervisor").row("受理会議", kase.number())).hasCount(1);
    }

    @Test
    void aCaseThatIsNotTheirsLooksLikeNone() {
        try (Person police = office.person("police", Locale.JAPANESE)) {
            Response foreign = police.open("/cases/" + kase.number());
            String theirs = police.page().locator("main").innerText();
            Response unknown = police.open("/cases/SM-1999-00001");
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(police.page().locator("main").innerText()).isEqualTo(theirs);
        }
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedInWords() {
        Sheet screening = kase.take("supervisor", "初期判断");
        Page page = kase.person("supervisor").page();
        screening
                .field(REASON)
                .locator("textarea")
                .evaluate("area => { area.removeAttribute('maxlength');"
                        + " area.value = 'x'.repeat(3 * 1024 * 1024); }");
        screening.send();
        assertThat(page.locator("h1")).hasText("送られた内容が大きすぎます");
    }

    private String waiting(Person supervisor) {
        supervisor.open("/inbox?tab=roles");
        supervisor.row("初期判断", kase.number()).locator("[data-open]").click();
        supervisor.page().waitForURL("**/tasks/**");
        return supervisor.page().url();
    }

    private static Page.LocatorOptions containing(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }

    private static Page.LocatorOptions withValue(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
