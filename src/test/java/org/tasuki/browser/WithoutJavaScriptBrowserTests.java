package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where scripts are blocked, the work goes on. */
@BrowserTest
class WithoutJavaScriptBrowserTests {

    private final Office office;

    @Autowired
    WithoutJavaScriptBrowserTests(Office office) {
        this.office = office;
    }

    @Test
    void aConsultationIsTakenAndScreened() {
        try (Person reception = office.withoutJavaScript("reception", Locale.JAPANESE);
                Person supervisor = office.withoutJavaScript("supervisor", Locale.JAPANESE)) {
            reception.open("/consultations/new");
            new Sheet(reception.page())
                    .choose("受付方法", "電話")
                    .choose("虐待の種別（主たるもの）", "ネグレクト（保護の怠慢・拒否）")
                    .write("相談・通告の内容（いつ・どこで・誰が・何を・どのように・どのくらい）", "食事を与えられていないようだとの電話")
                    .complete();
            String number = reception.page().url().replaceFirst(".*/cases/", "");
            Sheet screening = supervisor.take("初期判断", number);
            screening.send();
            assertThat(supervisor.page().locator(".problem-summary")).isVisible();
            screening.choose("会議の区分", "受理会議（定例）").complete();
            assertThat(supervisor.page().locator("h1")).hasText("受信箱");
        }
    }

    @Test
    void rowsOfAListAreAddedAndRemoved() {
        try (Person reception = office.withoutJavaScript("reception", Locale.JAPANESE)) {
            reception.open("/consultations/new");
            new Sheet(reception.page()).write("氏名", "白浜 凪").addRow();
            assertThat(reception.page().locator(".dynlist-row")).hasCount(1);
            assertThat(new Sheet(reception.page()).field("氏名").locator("input")).hasValue("白浜 凪");
            reception.page().locator("button[name=_remove]").click();
            assertThat(reception.page().locator(".dynlist-row")).hasCount(0);
        }
    }
}
