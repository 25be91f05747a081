package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A worried neighbour rings, and advice is enough: the short way, in English. */
@Tag("slow")
@BrowserTest
class AdviceOnlyBrowserTests {

    private final Office office;

    @Autowired
    AdviceOnlyBrowserTests(Office office) {
        this.office = office;
    }

    @Test
    void aCallThatEndsWithAdvice() {
        try (CaseInTheBrowser kase = new CaseInTheBrowser(office, Locale.ENGLISH)) {
            kase.consultation("reception")
                    .choose("How it came", "Phone")
                    .choose(
                            "Type of abuse (main)",
                            "Not abuse by a guardian (care, delinquency, harm by a third person)")
                    .write(
                            "What was said (when, where, who, what, how, how often)",
                            "A child cries in the evening; no sign of violence.")
                    .complete();
            kase.registered("reception");
            kase.take("supervisor", "Screening")
                    .choose("Which meeting", "Regular meeting")
                    .complete();
            kase.take("supervisor", "Acceptance meeting")
                    .choose("Decision on acceptance", "End with advice")
                    .complete();
            kase.take("officer", "Advice").complete();
            kase.shows("officer", "Closed");
            assertThat(kase.person("officer").page().locator("section.tab")).containsText("advice");
            Screens.keep(kase.person("officer"), "case-advice-only");
        }
    }
}
