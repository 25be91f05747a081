package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The minute after a task is completed. */
@BrowserTest
class UndoBrowserTests {

    private static final String FINDINGS = "住民票と過去の記録を確認した";

    private final Office office;

    @Autowired
    UndoBrowserTests(Office office) {
        this.office = office;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aCompletionIsTakenBackByKeyboardAndComesBackAsADraft(Locale language) {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            kase.phoneCall("夜、泣き声が続いているとの電話");
            screened(kase);
            Person supervisor = kase.person("supervisor");
            supervisor.read(language);
            Page page = supervisor.page();
            assertThat(page.locator("form.undo")).containsText(kase.number());
            assertThat(page.locator("form.undo button")).containsText(say(language, "秒）", "s left)"));
            assertThat(page.locator("form.undo .said")).not().isEmpty();
            Screens.keep(supervisor, "undo-offered");
            press(page.locator("form.undo button"));
            assertThat(page.locator("#live .notice.done")).containsText(kase.number());
            assertThat(page.locator("form.sheet textarea[name=findings]")).hasValue(FINDINGS);
            assertThat(page.locator("input[name=meeting][value=regular]")).isChecked();
            Screens.keep(supervisor, "undo-done");
            supervisor.open("/cases/" + kase.number());
            assertThat(page.locator("main")).containsText(say(language, "取消し", "undone"));
            Screens.keep(supervisor, "undo-timeline");
            supervisor.open("/inbox");
            assertThat(page.locator("form.undo")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whoeverHasGoneOnIsNamedAndTheOfferIsGone(Locale language) {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            kase.phoneCall("昼間、子どもだけで家にいるとの電話");
            kase.take("supervisor", "初期判断").choose("会議の区分", "緊急受理会議").complete();
            Person supervisor = kase.person("supervisor");
            supervisor.read(language);
            kase.take("director", "緊急受理会議");
            Page page = supervisor.page();
            press(page.locator("form.undo button"));
            assertThat(page.locator("#live .notice.caution"))
                    .containsText(say(language, "緊急受理会議", "Emergency meeting"));
            Screens.keep(supervisor, "undo-refused");
            supervisor.open("/inbox");
            assertThat(page.locator("form.undo")).hasCount(0);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theMinuteEndsOnThePage(Locale language) {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            kase.phoneCall("昼間、子どもだけで家にいるとの電話");
            screened(kase);
            Person supervisor = kase.person("supervisor");
            supervisor.read(language);
            Page page = supervisor.page();
            page.clock().install();
            supervisor.open("/inbox");
            page.locator("form.undo button").focus();
            page.clock().fastForward(61_000);
            assertThat(page.locator("form.undo button")).hasCount(0);
            assertThat(page.locator("form.undo .said")).isFocused();
            Screens.keep(supervisor, "undo-over");
        }
    }

    @Test
    void withoutJavaScriptAsWell() {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE);
                Person supervisor = office.withoutJavaScript("supervisor", Locale.JAPANESE)) {
            kase.phoneCall("学校を続けて休んでいるとの電話");
            supervisor.take("初期判断", kase.number()).choose("会議の区分", "受理会議（定例）").complete();
            assertThat(supervisor.page().locator("form.undo")).containsText("まで取り消せます");
            supervisor.page().locator("form.undo button").click();
            assertThat(supervisor.page().locator("h1")).hasText("初期判断");
            assertThat(supervisor.page().locator("input[name=meeting][value=regular]"))
                    .isChecked();
        }
    }

    private static String say(Locale language, String ja, String en) {
        return language.equals(Locale.JAPANESE) ? ja : en;
    }

    private static void screened(CaseInTheBrowser kase) {
        kase.take("supervisor", "初期判断").choose("会議の区分", "受理会議（定例）");
        kase.person("supervisor").page().locator("textarea[name=findings]").fill(FINDINGS);
        new Sheet(kase.person("supervisor").page()).complete();
    }

    /** The header's links come first; from the head of the page's content it is the next stop. */
    private static void press(Locator button) {
        button.page().locator("#content").focus();
        button.page().keyboard().press("Tab");
        assertThat(button).isFocused();
        button.page().keyboard().press("Enter");
    }
}
