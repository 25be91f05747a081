package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tasuki.engine.ForeignCorpus;
import org.tasuki.engine.ForeignCorpus.Specimen;
import org.tasuki.engine.ForeignFile;
import org.tasuki.engine.NotOpened;

/** The corpus in a real browser, one file of each kind: it is drawn, each of its steps is listed, and nothing is complained of. */
@Tag("slow")
@BrowserTest
class ForeignCorpusBrowserTests {

    /** Whose drawing is beyond anybody, or who have nothing to draw; the list of their steps is there. */
    private static final Set<String> UNDRAWN = Set.of("nothing-in-it.bpmn", "choreography.bpmn");

    private final Office office;
    private final List<String> complaints = new ArrayList<>();

    @Autowired
    ForeignCorpusBrowserTests(Office office) {
        this.office = office;
    }

    @Test
    void eachIsDrawnAndListed() {
        try (Person trainer = office.person("trainer", Locale.JAPANESE)) {
            Page page = trainer.page();
            page.onConsoleMessage(said -> {
                if (said.type().equals("error")) {
                    complaints.add("console: " + said.text());
                }
            });
            page.onPageError(error -> complaints.add("page: " + error));
            assertThat(ForeignCorpus.oneOfEachKind()).hasSizeGreaterThan(80);
            List<String> wrong = new ArrayList<>();
            for (Specimen one : ForeignCorpus.oneOfEachKind()) {
                shown(trainer, one).forEach(what -> wrong.add(one.name() + ": " + what));
            }
            if (!wrong.isEmpty()) {
                fail(String.join("\n", wrong));
            }
        }
    }

    private List<String> shown(Person trainer, Specimen one) {
        ForeignFile file;
        try {
            file = ForeignFile.read(one.xml());
        } catch (NotOpened refused) {
            return List.of();
        }
        Page page = trainer.page();
        trainer.open("/training/file");
        page.locator("#file").setInputFiles(new FilePayload("file.bpmn", "application/xml", one.xml()));
        page.locator("main form button.main").click();
        List<String> wrong = new ArrayList<>();
        assertThat(page.locator("#opened")).isVisible();
        page.waitForLoadState();
        if (page.locator("ol.foreign > li").count() != file.size()) {
            wrong.add("steps missing");
        }
        if (!UNDRAWN.contains(one.name())) {
            Locator ended = page.locator(".canvas.drawn, .diagram .failed:visible");
            ended.first().waitFor();
            if (page.locator(".diagram .failed:visible").count() > 0) {
                wrong.add("not drawn");
            } else if (page.locator(".canvas .djs-shape").count() == 0) {
                wrong.add("no shape");
            }
        }
        wrong.addAll(complaints);
        complaints.clear();
        return wrong;
    }
}
