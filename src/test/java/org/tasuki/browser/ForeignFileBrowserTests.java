package org.tasuki.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
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
            assertThat(police.page().locator(".diagram")).isHidden();
            police.page().locator("#step-3 [data-forward]").click();
            assertThat(police.page().locator("li:target h3")).containsText("家庭訪問");
        }
    }

    /** The same large type as the house's own have, one step at a time; a branch is chosen, and back is where one came from. */
    @ParameterizedTest
    @MethodSource("languages")
    void inLargeTypeABranchIsChosen(Locale language) throws IOException {
        try (Person trainer = office.person("trainer", language)) {
            Page page = trainer.page();
            trainer.open(PATH);
            page.locator("#file").setInputFiles(new FilePayload("x.bpmn", "application/xml", sample("camunda")));
            page.locator("main form button[name=view]").click();
            assertThat(page.locator("main.presenter")).isVisible();
            assertThat(page.locator("header.site")).isHidden();
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            Screens.keep(trainer, "training-file-presenter");
            page.locator("#step-2").evaluate("() => location.hash = '#step-2'");
            assertThat(page.locator("ol.foreign > li:visible")).hasCount(1);
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("li:target h3")).containsText("Urgent?");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("ol.foreign .parting:target a").first()).isFocused();
            assertThat(page.locator("ol.foreign > li:visible")).hasCount(1);
            Screens.keep(trainer, "training-file-choice");
            page.locator(".parting:target a").last().click();
            assertThat(page.locator("li:target h3")).containsText("Meeting");
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("li:target h3")).containsText("Count");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("li:target h3")).containsText("Urgent?");
            page.setViewportSize(320, 640);
            assertThat(((Number) page.evaluate(SIDEWAYS)).intValue()).isZero();
            Screens.keep(trainer, "training-file-telephone");
            page.locator("[data-presenter]").click();
            assertThat(page.locator("header.site")).isVisible();
        }
    }

    /** What says nothing of its places is laid out here, and says so; several diagrams are chosen from. */
    @ParameterizedTest
    @MethodSource("languages")
    void whatHasNoDrawingIsLaidOut(Locale language) throws IOException {
        try (Person trainer = office.person("trainer", language)) {
            Page page = trainer.page();
            trainer.open(PATH);
            bring(trainer, "x.bpmn", sample("undrawn-pools"));
            assertThat(page.locator(".diagram .canvas.drawn")).isVisible();
            assertThat(page.locator(".laid-out")).isVisible();
            assertThat(page.locator("[data-element-id=Visit].djs-shape")).isVisible();
            assertThat(page.locator("[data-element-id=F1].djs-connection")).hasCount(1);
            Screens.keep(trainer, "training-file-laid-out");
            trainer.open(PATH);
            bring(trainer, "x.bpmn", sample("three-diagrams"));
            assertThat(page.locator("[data-element-id=A2].djs-shape")).isVisible();
            assertThat(page.locator(".laid-out")).isHidden();
            page.locator("#sheet").selectOption(new SelectOption().setLabel("By night"));
            assertThat(page.locator("[data-element-id=Z2].djs-shape")).isVisible();
            Screens.keep(trainer, "training-file-sheets");
            trainer.open(PATH);
            bring(trainer, "x.bpmn", sample("collapsed-plane"));
            assertThat(page.locator("[data-element-id=Sub].djs-shape")).isVisible();
            page.evaluate("() => location.hash = '#step-4'");
            assertThat(page.locator("[data-element-id=Talk].djs-shape.current")).isVisible();
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

    /** A drawing that makes no sense is made anew; one that cannot be made hides itself, and the list stays. */
    @Test
    void aDrawingThatCannotBeMade() throws IOException {
        String xml =
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI">
                  <process id="a"><task id="b" name="連絡する"/></process>
                  <d:BPMNDiagram><d:BPMNPlane bpmnElement="nowhere"><d:BPMNShape bpmnElement="b"/></d:BPMNPlane></d:BPMNDiagram></definitions>
                """;
        try (Person trainer = office.person("trainer", Locale.JAPANESE)) {
            trainer.open(PATH);
            bring(trainer, "odd.bpmn", xml.getBytes(StandardCharsets.UTF_8));
            assertThat(trainer.page().locator(".laid-out")).isVisible();
            assertThat(trainer.page().locator("#step-1")).containsText("連絡する");
            trainer.open(PATH);
            bring(trainer, "talks.bpmn", sample("choreography"));
            assertThat(trainer.page().locator(".diagram .failed")).isVisible();
            assertThat(trainer.page().locator("ol.foreign").first()).isVisible();
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
