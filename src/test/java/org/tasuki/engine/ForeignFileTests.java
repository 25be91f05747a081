package org.tasuki.engine;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasuki.engine.ForeignFile.Step;

/** Files of other tools are told by their own words; what is broken, hostile or beyond measure is refused in words of ours. */
class ForeignFileTests {

    private static final String BPMN = "xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"";

    @Test
    void camundasPoolsLanesAndExtensions() throws Exception {
        ForeignFile file = ForeignFile.read(sample("camunda"));
        assertThat(file.drawn()).isTrue();
        assertThat(file.parts()).extracting(part -> part.name().ja()).containsExactly("Youth office", "Family");
        assertThat(file.messages()).singleElement().satisfies(letter -> {
            assertThat(letter.from()).isEqualTo("Write a letter");
            assertThat(letter.to()).isEqualTo("Family");
        });
        Step register = step(file, "Activity_Register");
        assertThat(register.name().en()).isEqualTo("Register the call");
        assertThat(register.lane()).isEqualTo("Front desk");
        assertThat(register.documentation().ja()).isEqualTo("Write down what was said.");
        assertThat(register.asWritten())
                .contains("camunda:assignee=\"demo\"")
                .anyMatch(line -> line.contains("<camunda:formField id=\"name\""));
        assertThat(step(file, "Event_Late").inside()).isEqualTo("Register the call");
        assertThat(step(file, "Event_Late").asWritten()).anyMatch(line -> line.contains("PT2H"));
        assertThat(step(file, "Script_1").inside()).isEqualTo("Meeting");
        assertThat(step(file, "Gateway_1").next())
                .extracting(next -> next.when().ja())
                .containsExactly("yes", "${!urgent}");
        assertThat(file.parts().get(0).aside()).singleElement().asString().contains("Only on weekdays");
    }

    @Test
    void severalProcessesAnUnknownKindAndAnArrowToNowhere() throws Exception {
        ForeignFile file = ForeignFile.read(sample("signavio"));
        assertThat(file.drawn()).isFalse();
        assertThat(file.parts()).extracting(part -> part.name().ja()).containsExactly("sid-2", "二つ目");
        assertThat(step(file, "sid-7").kind()).isEqualTo("magicTask");
        assertThat(step(file, "sid-6").inside()).isEqualTo("調査");
        assertThat(step(file, "sid-3").name().ja()).isEqualTo("sid-3");
        assertThat(step(file, "sid-4").next()).singleElement().satisfies(next -> assertThat(next.number())
                .isZero());
        assertThat(file.parts().get(0).aside()).singleElement().asString().contains("付箋");
    }

    @Test
    void bizagisFileWithoutADrawing() throws Exception {
        ForeignFile file = ForeignFile.read(sample("bizagi"));
        assertThat(file.parts().get(0).steps())
                .extracting(Step::kind)
                .containsExactly("startEvent", "eventBasedGateway", "intermediateCatchEvent", "endEvent");
    }

    /** The house's own are read by it as well, in both languages. */
    @Test
    void everyProcessOfTheHouse() throws Exception {
        for (ProcessSource shipped : ShippedProcesses.all()) {
            ForeignFile file = ForeignFile.read(shipped.xml());
            assertThat(file.drawn()).as(shipped.name()).isTrue();
            assertThat(file.size()).as(shipped.name()).isPositive();
            assertThat(file.parts().get(0).name().en()).doesNotMatch(".*[ぁ-ん].*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "EUC-JP", "UTF-16", "UTF-8"})
    void anEncodingThatTheFileNames(String encoding) throws Exception {
        String xml =
                "<?xml version=\"1.0\" encoding=\"%s\"?><definitions %s><process id=\"a\"><task id=\"b\" name=\"通告\"/></process></definitions>"
                        .formatted(encoding, BPMN);
        ForeignFile file = ForeignFile.read(xml.getBytes(Charset.forName(encoding)));
        assertThat(step(file, "b").name().ja()).isEqualTo("通告");
        assertThat(file.xml()).contains("通告");
    }

    static Stream<String> refused() {
        return Stream.of(
                "",
                "not XML at all",
                "<definitions " + BPMN + "><process>",
                "<definitions><process id='a'/></definitions>",
                "<html xmlns='http://www.w3.org/1999/xhtml'/>",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><definitions " + BPMN + ">&a;</definitions>",
                "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><definitions " + BPMN
                        + ">&b;</definitions>",
                "<!DOCTYPE definitions SYSTEM \"http://127.0.0.1/x.dtd\"><definitions " + BPMN + "/>",
                "<definitions " + BPMN + ">" + "<process>".repeat(5_000) + "</process>".repeat(5_000)
                        + "</definitions>",
                "<?xml version=\"1.0\" encoding=\"no-such\"?><definitions " + BPMN + "/>");
    }

    @ParameterizedTest
    @MethodSource("refused")
    @Timeout(10)
    void brokenAndHostileFiles(String xml) {
        assertThatThrownBy(() -> ForeignFile.read(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        NotOpened.class,
                        why -> assertThat(why.reason().ja()).isNotBlank().doesNotContain("passwd"));
    }

    @Test
    @Timeout(20)
    void asMuchAsIsAllowedAndOneMore() throws Exception {
        assertThat(ForeignFile.read(withSteps(3_000, "")).size()).isEqualTo(3_000);
        assertThatThrownBy(() -> ForeignFile.read(withSteps(3_001, "")))
                .isInstanceOfSatisfying(
                        NotOpened.class, why -> assertThat(why.reason().en()).contains("3,001 steps"));
    }

    @Test
    @Timeout(20)
    void tenMegabytesAndOneByteMore() throws Exception {
        byte[] empty = withSteps(1, "");
        int room = 10 * 1024 * 1024 - empty.length;
        assertThat(ForeignFile.read(withSteps(1, "x".repeat(room))).size()).isEqualTo(1);
        assertThatThrownBy(() -> ForeignFile.read(withSteps(1, "x".repeat(room + 1))))
                .isInstanceOfSatisfying(
                        NotOpened.class, why -> assertThat(why.reason().en()).contains("10 MB"));
    }

    private static byte[] withSteps(int steps, String documentation) {
        String tasks = IntStream.range(0, steps)
                .mapToObj(
                        "<task id=\"t%1$d\" name=\"Task %1$d\"/><sequenceFlow id=\"f%1$d\" sourceRef=\"t%1$d\" targetRef=\"t0\"/>"
                                ::formatted)
                .collect(joining());
        return "<definitions %s><process id=\"a\"><documentation>%s</documentation>%s</process></definitions>"
                .formatted(BPMN, documentation, tasks)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Step step(ForeignFile file, String id) {
        return file.parts().stream()
                .flatMap(part -> part.steps().stream())
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] sample(String name) throws IOException {
        try (var in =
                Objects.requireNonNull(ForeignFileTests.class.getResourceAsStream("/foreign/" + name + ".bpmn"))) {
            return in.readAllBytes();
        }
    }
}
