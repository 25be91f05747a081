package org.tasuki.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tasuki.engine.ForeignFile.Part;
import org.tasuki.engine.ForeignFile.Step;

/** Files of many tools, whole and odd: each is told, or refused in words. None of them is a failure of ours. */
class ForeignCorpusTests {

    private static final Linter LINTER = new Linter(SampleKnowledge.knowledge());

    static List<ForeignCorpus.Specimen> corpus() {
        return ForeignCorpus.all();
    }

    @Test
    void itIsLarge() {
        assertThat(ForeignCorpus.all()).hasSizeGreaterThan(250);
        assertThat(ForeignCorpus.fromPackages()).hasSizeGreaterThan(300);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void eachIsToldOrRefusedInWords(ForeignCorpus.Specimen one) {
        try {
            ForeignFile file = ForeignFile.read(one.xml());
            assertThat(steps(file)).allSatisfy(step -> {
                assertThat(step.name().ja()).isNotBlank();
                assertThat(step.name().en()).isNotBlank();
                assertThat(step.next())
                        .allSatisfy(next -> assertThat(next.number()).isBetween(0, file.size()));
                assertThat(step.scope()).isBetween(0, file.size());
            });
            assertThat(steps(file)).extracting(Step::number).doesNotHaveDuplicates();
        } catch (NotOpened why) {
            // Pieces of a file that this package keeps by themselves, and one that its author did not finish.
            assertThat(one.name()).startsWith("@processmaker/");
            assertThat(why.reason().ja()).containsAnyOf("BPMN 2.0 のファイルではありません", "行目が XML として読めません");
        }
    }

    /** Whatever the engine would refuse is said of an element that the file has, in both languages. */
    @ParameterizedTest
    @MethodSource("corpus")
    void whatTheEngineWouldRefuseIsSaid(ForeignCorpus.Specimen one) {
        List<Finding> findings = LINTER.lint("foreign.bpmn", new ByteArrayInputStream(one.xml()));
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.element()).isNotBlank();
            assertThat(finding.message().ja()).matches("(?s).*[ぁ-ん].*。").doesNotContain("null", "{", "%");
            assertThat(finding.message().en()).matches("(?s).*[.)]").doesNotMatch("(?s).*[ぁ-ん].*");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-namespace-crlf",
                "odd-prefix-bom",
                "utf-16-le",
                "utf-16-be-unmarked",
                "says-utf-16-is-utf-8",
                "windows-31j",
                "blank-before",
                "single-quotes-no-declaration",
                "first-draft-namespace"
            })
    void howeverItIsWrittenItSaysTheSame(String name) throws Exception {
        ForeignFile file = read(name);
        assertThat(file.drawn()).isTrue();
        assertThat(file.xml()).startsWith("<").contains("通告の受付");
        assertThat(file.parts()).singleElement().satisfies(part -> {
            assertThat(part.name().ja()).isEqualTo("通告の受付");
            assertThat(part.steps())
                    .extracting(step -> step.name().ja().substring(0, 3))
                    .containsExactly("電話を", "聞き取");
            assertThat(part.steps().get(0).next()).singleElement().satisfies(next -> {
                assertThat(next.when().ja()).isEqualTo("はい　①");
                assertThat(next.number()).isEqualTo(2);
            });
        });
    }

    @Test
    void manyPoolsAndANoteThatIsPinned() throws Exception {
        ForeignFile file = read("many-pools");
        assertThat(file.parts())
                .extracting(part -> part.name().en())
                .containsExactlyInAnyOrder("School", "Guidance center", "Police", "Family", "Family court");
        assertThat(file.messages()).hasSize(3);
        assertThat(step(file, "Visit").notes()).containsExactly("Within 48 hours");
        assertThat(step(file, "Visit").lane()).isEqualTo("Night desk");
    }

    @Test
    void aLinkIsFollowedAndAnEdgeIsKnown() throws Exception {
        ForeignFile links = read("links");
        assertThat(step(links, "L1").next())
                .extracting(ForeignFile.Next::number)
                .containsExactly(step(links, "L2").number());
        ForeignFile everything = read("everything");
        Step calledOff = step(everything, "Tc");
        assertThat(calledOff.edge()).isEqualTo(step(everything, "Tr").number());
        assertThat(step(everything, "Tr1").scope())
                .isEqualTo(step(everything, "Tr").number());
        assertThat(step(everything, "K_userTask").notes()).containsExactly("Never alone");
    }

    @Test
    void talksAndHandOversAreStepsToo() throws Exception {
        ForeignFile file = read("choreography");
        assertThat(steps(file))
                .extracting(step -> step.name().en())
                .contains("Weekly exchange", "About one child", "Bring the child", "Receipt");
    }

    @Test
    void whatHasNoIdIsCalledByItsWord() throws Exception {
        ForeignFile file = read("ids");
        assertThat(steps(file))
                .extracting(step -> step.name().en())
                .contains("startEvent", "No id", "One", "Two", "Odd");
        assertThat(steps(file).get(0).next()).isEmpty();
    }

    private static List<Step> steps(ForeignFile file) {
        return file.parts().stream().map(Part::steps).flatMap(List::stream).toList();
    }

    private static Step step(ForeignFile file, String id) {
        return steps(file).stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ForeignFile read(String name) throws NotOpened {
        Stream<ForeignCorpus.Specimen> named =
                ForeignCorpus.byHand().stream().filter(one -> one.name().equals(name + ".bpmn"));
        return ForeignFile.read(named.findFirst().orElseThrow().xml());
    }
}
