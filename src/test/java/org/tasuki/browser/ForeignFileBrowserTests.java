package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Another tool's file is drawn and walked through in the browser; what cannot be drawn is a list. */
@BrowserTest
class ForeignFileBrowserTests {

    private static final String PATH = "/training/file";
    private static final String SIDEWAYS =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final Office office;

    @Autowired
    ForeignFileBrowserTests(Office office) {
        this.office = office;
    }

    static Stream<Locale> languages() {
        return Stream.of(Locale.JAPANESE, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aFileIsDrawnAndWalkedByItsNumbersAndKeys(Locale language) throws IOException {
        try (Person trainer = office.person("trainer", language)) {
            Page page = trainer.page();
            trainer.open("/training");
            page.locator("main a[href='" + PATH + "']").click();
            Screens.keep(trainer, "training-file-empty");
            bring(trainer, "camunda.bpmn", sample("camunda"));
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            assertThat(page.locator(".diagram")).containsText("Register the");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("li:target h3")).containsText("Call comes in");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("li:target h3")).containsText("Register the call");
            assertThat(page.locator(".djs-element.current[data-element-id=Activity_Register]"))
                    .hasCount(1);
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("li:target h3")).containsText("Call comes in");
            Screens.keep(trainer, "training-file");
            page.setViewportSize(320, 640);
            assertThat(((Number) page.evaluate(SIDEWAYS)).intValue()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void withoutADrawingItIsAList(Locale language) throws IOException {
        try (Person police = office.withoutJavaScript("police", language)) {
            police.open(PATH);
            bring(police, "signavio.bpmn", sample("signavio"));
            assertThat(police.page().locator("ol.foreign > li")).hasCount(6);
            assertThat(police.page().locator(".diagram")).hasCount(0);
            police.page().locator("#step-3 [data-forward]").click();
            assertThat(police.page().locator("li:target h3")).containsText("家庭訪問");
        }
    }

    @Test
    void whatIsBrokenIsSaidAtItsField() {
        try (Person trainer = office.person("trainer", Locale.JAPANESE)) {
            trainer.open(PATH);
            bring(trainer, "x.bpmn", "<nothing/>".getBytes(StandardCharsets.UTF_8));
            assertThat(trainer.page().locator("#file-problem")).containsText("BPMN 2.0 のファイルではありません");
            Screens.keep(trainer, "training-file-refused");
            bring(trainer, "large.bpmn", new byte[12 * 1024 * 1024]);
            assertThat(trainer.page().locator("#file-problem")).containsText("10 MBまで");
        }
    }

    /** A drawing that makes no sense hides itself; the list stays. */
    @Test
    void aDrawingThatCannotBeMade() {
        String xml =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI">
                  <process id="a"><task id="b" name="連絡する"/></process>
                  <d:BPMNDiagram><d:BPMNPlane bpmnElement="nowhere"><d:BPMNShape bpmnElement="b"/></d:BPMNPlane></d:BPMNDiagram></definitions>
                """;
        try (Person trainer = office.person("trainer", Locale.JAPANESE)) {
            trainer.open(PATH);
            bring(trainer, "odd.bpmn", xml.getBytes(StandardCharsets.UTF_8));
            assertThat(trainer.page().locator(".diagram .failed")).isVisible();
            assertThat(trainer.page().locator("#step-1")).containsText("連絡する");
        }
    }

    private static void bring(Person person, String name, byte[] xml) {
        person.page().locator("#file").setInputFiles(new FilePayload(name, "application/xml", xml));
        person.page().locator("main form button.main").click();
    }

    private static byte[] sample(String name) throws IOException {
        try (var in = Objects.requireNonNull(
                ForeignFileBrowserTests.class.getResourceAsStream("/foreign/" + name + ".bpmn"))) {
            return in.readAllBytes();
        }
    }
}
