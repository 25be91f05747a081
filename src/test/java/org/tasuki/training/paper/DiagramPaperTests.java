package org.tasuki.training.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tasuki.engine.Drawing;
import org.tasuki.engine.Drawing.Box;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.ProcessSource;
import org.tasuki.engine.ShippedProcesses;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;
import org.tasuki.engine.bpmn.EnglishCopy;
import org.tasuki.engine.bpmn.UnreadableProcess;
import org.tasuki.terms.Text;

/** A diagram on paper can be read, and nothing of it is lost between the sheets. */
class DiagramPaperTests {

    private static final double WIDTH = 770;
    private static final double HEIGHT = 516;

    static Stream<ProcessSource> shipped() {
        return ShippedProcesses.all().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eachShapeIsWholeOnOneSheetAtLeastAndEachLineIsOnSome(ProcessSource process) throws UnreadableProcess {
        Drawing drawing = Drawing.of(process.xml());
        Tiles tiles = Tiles.of(drawing.bounds(), WIDTH, HEIGHT);
        DiagramPicture picture = new DiagramPicture(drawing, Map.of());
        assertThat(drawing.shapes()).isNotEmpty().allSatisfy(shape -> {
            Box whole = shape.label() == null ? shape.bounds() : shape.bounds().with(shape.label());
            if (whole.width() < 200 && whole.height() < 200) {
                assertThat(tiles.sheets()).as(shape.id()).anyMatch(sheet -> sheet.holds(whole));
            }
            assertThat(tiles.sheets()).as(shape.id()).anyMatch(sheet -> picture.shapesOn(sheet)
                    .contains(shape));
        });
        assertThat(drawing.edges()).isNotEmpty().allSatisfy(edge -> {
            assertThat(tiles.sheets()).as(edge.id()).anyMatch(sheet -> picture.edgesOn(sheet)
                    .contains(edge));
            assertThat(edge.way()).allSatisfy(point -> assertThat(tiles.sheets())
                    .as(edge.id())
                    .anyMatch(sheet -> sheet.holds(new Box(point.x(), point.y(), 0, 0))));
        });
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void lettersAreSevenPointsAtLeastAndASheetFitsItsPage(ProcessSource process) throws UnreadableProcess {
        Tiles tiles = Tiles.of(Drawing.of(process.xml()).bounds(), WIDTH, HEIGHT);
        assertThat(tiles.letters()).isBetween(Tiles.SMALLEST, 9.001);
        assertThat(tiles.sheets()).allSatisfy(sheet -> {
            assertThat(sheet.width() * tiles.scale()).isLessThan(WIDTH + 0.1);
            assertThat(sheet.height() * tiles.scale()).isLessThan(HEIGHT + 0.1);
        });
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void noEnglishWordIsBrokenAndWhatIsInABoxFitsIt(ProcessSource process) throws UnreadableProcess {
        Lettering lettering = new Lettering();
        byte[] english = EnglishCopy.of(process.name(), process.xml()).getBytes(StandardCharsets.UTF_8);
        Drawing drawing = Drawing.of(english);
        assertThat(drawing.shapes()).allSatisfy(shape -> {
            Box label = shape.label();
            List<String> lines = label == null
                    ? lettering.lines(shape.name(), shape.bounds().width() - 8)
                    : lettering.lines(shape.name(), label);
            assertThat(String.join(" ", lines)).isEqualTo(shape.name());
            if (label == null && !lines.isEmpty()) {
                assertThat(Svg.height(lines)).isLessThan(shape.bounds().height());
            }
        });
        assertThat(drawing.edges()).allSatisfy(edge -> {
            Box label = edge.label();
            if (label != null) {
                assertThat(String.join(" ", lettering.lines(edge.name(), label)))
                        .isEqualTo(edge.name());
            }
        });
    }

    @Test
    void aWordIsNeverWiderThanItsPlaceAndAJapaneseSpaceIsOnlyABreak() {
        Lettering lettering = new Lettering();
        assertThat(lettering.lines("警察への 援助要請", 200)).containsExactly("警察への援助要請");
        assertThat(lettering.lines("警察への 援助要請", 70)).containsExactly("警察への", "援助要請");
        assertThat(lettering.lines("Ask the police for help", 90)).hasSizeGreaterThan(1);
        assertThat(lettering.lines("一時保護の期間の延長に関する家庭裁判所への申立て", 60))
                .allSatisfy(line -> assertThat(lettering.width(line)).isLessThanOrEqualTo(60));
        assertThat(lettering.lines("W".repeat(60), 60))
                .allSatisfy(line -> assertThat(lettering.width(line)).isLessThanOrEqualTo(60));
    }

    /** As many as are shipped, and as they call each other. */
    @Test
    void howProcessesLeadIntoEachOtherCanBeReadOnThePoster() {
        List<ProcessFacts> processes = List.of(
                process("case", "consultation", "guidance", "closing"),
                process("consultation"),
                process("guidance", "protection", "police", "support", "protection"),
                process("protection"),
                process("police"),
                process("support"),
                process("closing"),
                process("disclosure"),
                process("emergency"),
                process("matter"),
                process("question"));
        StreetPicture.Drawn drawn =
                new StreetPicture(processes, Signs.of(processes), Locale.JAPANESE).on(Posters.WIDTH);
        assertThat(drawn.letters()).isGreaterThanOrEqualTo(Tiles.SMALLEST);
        assertThat(drawn.svg()).contains(">A<", ">K<", "protection", "question").doesNotContain(">L<");
    }

    private static ProcessFacts process(String key, String... calls) {
        Text name = new Text(key, key);
        return new ProcessFacts(
                key,
                name,
                name,
                Stream.of(calls)
                        .map(called -> new StepFacts(
                                "call-" + called,
                                StepKind.CALL,
                                name,
                                name,
                                List.of(),
                                null,
                                null,
                                called,
                                false,
                                List.of(),
                                List.of(),
                                List.of()))
                        .toList());
    }

    @Test
    void whatIsForeignIsAPlainBoxAndWhatHasNoPlaceIsLeftOut() throws UnreadableProcess {
        Drawing drawing = Drawing.of(
                """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:b="http://www.omg.org/spec/BPMN/20100524/DI"
                    xmlns:c="http://www.omg.org/spec/DD/20100524/DC" xmlns:v="urn:vendor">
                  <process id="p"><v:robot id="r" name="&lt;Robot&gt;"/><task id="t"/><task id="u"/></process>
                  <b:BPMNDiagram><b:BPMNPlane bpmnElement="p">
                    <b:BPMNShape bpmnElement="r"><c:Bounds x="10" y="10" width="100" height="80"/></b:BPMNShape>
                    <b:BPMNShape bpmnElement="t"><c:Bounds x="NaN" y="10" width="100" height="80"/></b:BPMNShape>
                    <b:BPMNShape bpmnElement="u"/><b:BPMNShape bpmnElement="nobody"/><b:BPMNEdge bpmnElement="p"/>
                  </b:BPMNPlane></b:BPMNDiagram>
                </definitions>
                """
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(drawing.shapes()).extracting(Drawing.Shape::id).containsExactly("r");
        assertThat(new DiagramPicture(drawing, Map.of()).sheet(drawing.bounds(), 1))
                .contains("<rect", "&lt;Robot&gt;");
    }
}
