package org.tasuki.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasuki.deadlines.DeadlineRules;
import org.tasuki.forms.Forms;
import org.tasuki.people.Role;

/** Each rule refuses a sample that differs from a sound one in a single place, and says where and why. */
class LinterTests {

    private static final Path SAMPLES = Path.of("src/test/resources/bad-processes");

    private final Linter linter = new Linter(SampleKnowledge.knowledge());

    @Test
    void everyProcessOfTheOfficeIsClean() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            List<ProcessSource> sources = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(LinterTests::source)
                    .toList();

            assertThat(sources).hasSizeGreaterThanOrEqualTo(7);
            assertThat(linter.lint(sources)).isEmpty();
        }
    }

    @Test
    void everyProcessRefersToRolesFormsAndRulesThatTheHouseHas() throws IOException {
        Forms forms = new Forms();
        LintKnowledge house = new LintKnowledge(
                Role.keys(), forms::knows, new DeadlineRules()::knows, forms::routingOf, forms::keptAside);

        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            assertThat(new Linter(house)
                            .lint(files.filter(file -> file.toString().endsWith(".bpmn"))
                                    .map(LinterTests::source)
                                    .toList()))
                    .isEmpty();
        }
    }

    @Test
    void theSoundSampleIsClean() {
        assertThat(linter.lint(List.of(source(sample("sound")), source(sample("visit")))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.tasuki.engine.Mistake#all")
    void oneMistakeGivesOneFinding(Mistake mistake) {
        List<Finding> findings = lint("sound.bpmn", mistake.in(text(sample("sound"))));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).element()).isEqualTo(mistake.element());
        assertThat(findings.get(0).message().en()).contains(mistake.message());
        assertThat(findings.get(0).message().ja()).isNotBlank();
    }

    /** Of two, nobody could say which one counts: the file is refused, and what runs goes on under the version before. */
    @Test
    void twoLimitsOfOneTaskAreRefused() {
        String two = text(sample("sound"))
                .replace(
                        "<bpmn:endEvent id=\"askOverdue\"",
                        """
                        <bpmn:boundaryEvent id="askDueToo" name="3時間" cancelActivity="false" attachedToRef="ask">
                          <bpmn:outgoing>askDueToo-to-askOverdue</bpmn:outgoing>
                          <bpmn:timerEventDefinition>
                            <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${deadlines.due(execution, 'temporary-protection')}</bpmn:timeDate>
                          </bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:endEvent id="askOverdue\"""")
                .replace(
                        "<bpmn:incoming>askDue-to-askOverdue</bpmn:incoming>",
                        """
                        <bpmn:incoming>askDue-to-askOverdue</bpmn:incoming>
                        <bpmn:incoming>askDueToo-to-askOverdue</bpmn:incoming>""")
                .replace(
                        "<bpmn:sequenceFlow id=\"askDue-to-askOverdue\"",
                        """
                        <bpmn:sequenceFlow id="askDueToo-to-askOverdue" sourceRef="askDueToo" targetRef="askOverdue" />
                        <bpmn:sequenceFlow id="askDue-to-askOverdue\"""");

        assertThat(lint("sound.bpmn", two))
                .filteredOn(finding -> finding.element().equals("ask"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message().en())
                            .isEqualTo("Attach exactly one boundary timer with the time limit (there are 2).");
                    assertThat(finding.message().ja()).contains("2 個");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"reads-a-file", "billion-laughs"})
    void aDocumentTypeIsNotEvenRead(String name) {
        List<Finding> findings = linter.lint(List.of(source(sample(name))));

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message().en()).contains("DOCTYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<a>", "<a/><b/>", "PK\u0003\u0004", "{\"type\": \"default\"}"})
    void whatIsNotXmlIsRefused(String text) {
        assertThat(messages("sound.bpmn", text)).singleElement().asString().contains("cannot be read as XML");
    }

    @Test
    void anotherVocabularyIsNotAProcess() {
        assertThat(messages("sound.bpmn", "<html/>")).containsExactly("This is not a BPMN 2.0 file.");
    }

    @Test
    void aHugeFileIsReadNoFurtherThanTheLimit() {
        InputStream endless = new SequenceInputStream(stream("<a>"), new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        });

        assertThat(linter.lint("sound.bpmn", endless))
                .singleElement()
                .extracting(finding -> finding.message().en())
                .asString()
                .contains("too large");
    }

    @Test
    void aDeepFileIsRefused() {
        assertThat(messages("sound.bpmn", "<a>".repeat(50_000) + "</a>".repeat(50_000)))
                .singleElement()
                .asString()
                .contains("cannot be read");
    }

    @Test
    void aBroadFileIsRefused() {
        String many = "<bpmn:endEvent id=\"e\"/>".repeat(11_000);

        assertThat(messages("sound.bpmn", text(sample("sound")).replace("</bpmn:process>", many + "</bpmn:process>")))
                .singleElement()
                .asString()
                .contains("too many elements");
    }

    /** The engine decodes as UTF-8 whatever the file declares, so the linter must not see another text than it. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "Shift_JIS"})
    void onlyUtf8IsRead(String encoding) {
        byte[] bytes = text(sample("sound")).getBytes(Charset.forName(encoding));

        assertThat(linter.lint("sound.bpmn", new ByteArrayInputStream(bytes)))
                .singleElement()
                .extracting(finding -> finding.message().en())
                .asString()
                .contains("not UTF-8");
    }

    @Test
    void aFalseDeclarationOfTheEncodingIsRefused() {
        String lie = text(sample("sound")).replaceFirst("UTF-8", "ISO-2022-JP");

        assertThat(messages("sound.bpmn", lie)).singleElement().asString().contains("not UTF-8");
    }

    @Test
    void aCallNeedsItsProcess() {
        assertThat(linter.lint(List.of(source(sample("sound")))))
                .singleElement()
                .hasToString("sound.bpmn: visit: 呼び出し先のプロセス「visit」がありません。 / There is no process visit to call.");
    }

    /** The sound sample sends something to an agency right after its first task. */
    @Test
    void whatIsSentAtOnceIsNotTakenBack() {
        String sends = text(sample("sound"))
                .replace(
                        "<bpmn:userTask id=\"ask\"",
                        "<bpmn:userTask xmlns:tasuki=\"https://tasuki.example/bpmn\" tasuki:undo=\"PT1M\" id=\"ask\"");

        assertThat(linter.lint(List.of(source("sound.bpmn", sends), source(sample("visit")))))
                .singleElement()
                .extracting(finding -> finding.message().en())
                .asString()
                .startsWith("Completing it may at once send something");
    }

    /** Followed over the ends of processes: with the approval the case closes. */
    @Test
    void anEndOfTheCaseIsNotTakenBack() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            List<ProcessSource> sources = files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> source(
                            file.getFileName().toString(),
                            text(file)
                                    .replace(
                                            "<bpmn:userTask id=\"approveClosing\"",
                                            "<bpmn:userTask tasuki:undo=\"PT1M\" id=\"approveClosing\"")))
                    .toList();

            assertThat(linter.lint(sources)).extracting(Finding::element).containsExactly("approveClosing");
        }
    }

    @Test
    void aCallOnlyTakesBackWhatTheProcessSets() {
        String mute =
                text(sample("visit")).replace("flowable:formKey=\"safety-check\"", "flowable:formKey=\"intake-sheet\"");

        assertThat(linter.lint(List.of(source(sample("sound")), source("visit.bpmn", mute))))
                .singleElement()
                .extracting(finding -> finding.message().en())
                .isEqualTo("The called process does not set safety.");
    }

    @Test
    void noProcessCallsItself() {
        String self = text(sample("sound")).replace("calledElement=\"visit\"", "calledElement=\"sound\"");

        assertThat(linter.lint(List.of(source("sound.bpmn", self))))
                .singleElement()
                .extracting(finding -> finding.message().en())
                .isEqualTo("The process would end up calling itself.");
    }

    private List<Finding> lint(String name, String xml) {
        return linter.lint(name, stream(xml));
    }

    private List<String> messages(String name, String xml) {
        return lint(name, xml).stream().map(finding -> finding.message().en()).toList();
    }

    private static Path sample(String name) {
        return SAMPLES.resolve(name + ".bpmn");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ProcessSource source(Path file) {
        return source(file.getFileName().toString(), text(file));
    }

    private static ProcessSource source(String name, String xml) {
        return new ProcessSource(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
