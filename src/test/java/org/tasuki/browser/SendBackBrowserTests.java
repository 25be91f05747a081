package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting that cannot decide sends the screening back, and says why. */
@BrowserTest
class SendBackBrowserTests {

    private static final String REASON = "きょうだいの安否が書かれていません。学校に確認してください。";

    private final Office office;

    @Autowired
    SendBackBrowserTests(Office office) {
        this.office = office;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theReasonIsAskedForAndStandsOnTop(Locale language) {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.JAPANESE)) {
            kase.phoneCall("夜中に子どもだけでいるとの電話");
            Sheet screening = kase.take("supervisor", "初期判断").choose("会議の区分", "緊急受理会議");
            kase.person("supervisor").page().locator("textarea[name=findings]").fill("住民票を確認した");
            screening.complete();
            kase.take("director", "緊急受理会議");
            Person director = kase.person("director");
            director.read(language);
            sendsBack(director, language);
            comesAgain(kase, kase.person("supervisor"), language);
        }
    }

    private static void sendsBack(Person director, Locale language) {
        Page page = director.page();
        page.locator("details.send-back summary").focus();
        page.keyboard().press("Enter");
        page.locator("details.send-back form > button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#send-back-problem")).isVisible();
        assertThat(page.locator("#send-back-reason")).isFocused();
        assertThat(page.locator("details.send-back input[name=to]")).isChecked();
        Screens.keep(director, "send-back-refused");
        page.locator("#send-back-reason").fill(REASON);
        page.locator("details.send-back form > button").click();
        assertThat(page.locator("#live .notice.done")).isVisible();
        assertThat(page.locator("h1")).hasText(language.equals(Locale.JAPANESE) ? "受信箱" : "Inbox");
    }

    private static void comesAgain(CaseInTheBrowser kase, Person supervisor, Locale language) {
        kase.take("supervisor", "初期判断");
        supervisor.read(language);
        Page page = supervisor.page();
        assertThat(page.locator("section.came")).containsText(REASON);
        assertThat(page.locator("textarea[name=findings]")).hasValue("住民票を確認した");
        Screens.keep(supervisor, "send-back-came");
        supervisor.open("/cases/" + kase.number());
        assertThat(page.locator("main")).containsText(REASON);
        Screens.keep(supervisor, "send-back-timeline");
    }
}
