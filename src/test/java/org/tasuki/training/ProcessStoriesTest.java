package org.tasuki.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tasuki.training.Question.Kind.MARK;
import static org.tasuki.training.Question.Kind.MULTIPLE;
import static org.tasuki.training.Question.Kind.ORDER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.ShippedCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.StepKind;
import org.tasuki.terms.Text;

/** Each shipped process is told, every step of it and nothing else; a story that is not whole is refused with its place. */
class ProcessStoriesTest {

    private static final Set<StepKind> TOLD = Set.of(StepKind.TASK, StepKind.CALL, StepKind.AUTOMATIC);

    private static final Text TEXT = new Text("問い", "Question");

    private static final String WHOLE =
            """
            intro: { ja: はじめに, en: Opening }
            steps:
              proposeClosing:
                story: { ja: 話, en: Story }
                wrong: [{ ja: 失敗, en: Mistake }]
                passesOn: { ja: 渡るもの, en: Passed on }
                notes: { ja: 覚え, en: Notes }
            events:
              closed: { ja: 終わり, en: End }
            questions:
              first:
                kind: single
                text: { ja: 問い, en: Question }
                options: { a: { ja: あ, en: A }, b: { ja: い, en: B } }
                answer: [a]
                why: { ja: 理由, en: Why }
            """;

    private final ProcessStories stories = new ProcessStories(new DefaultResourceLoader());

    static List<ProcessFacts> processes() {
        return ShippedCatalog.read().processes();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyStepIsToldAndNoneThatIsNotThere(ProcessFacts process) {
        assertThat(story(process).steps().keySet())
                .containsExactlyInAnyOrderElementsOf(process.steps().stream()
                        .filter(step -> TOLD.contains(step.kind()))
                        .map(StepFacts::id)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyBeginningAndEndIsToldToo(ProcessFacts process) {
        assertThat(story(process).events().keySet())
                .containsExactlyInAnyOrderElementsOf(Route.of(process).steps().stream()
                        .filter(step -> !TOLD.contains(step.kind()))
                        .map(StepFacts::id)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void eachLanguageIsItsOwn(ProcessFacts process) {
        ProcessStory story = story(process);
        Stream<Text> ofSteps = story.steps().values().stream()
                .flatMap(step ->
                        Stream.concat(Stream.of(step.story(), step.passesOn(), step.notes()), step.wrong().stream()));
        Stream<Text> ofQuestions =
                story.questions().stream().flatMap(question -> Stream.of(question.text(), question.why()));
        Stream<Text> all = Stream.of(Stream.of(story.intro()), ofSteps, story.events().values().stream(), ofQuestions)
                .flatMap(texts -> texts);
        assertThat(all).allSatisfy(text -> {
            assertThat(text.ja()).containsPattern("\\p{IsHiragana}");
            assertThat(text.en()).doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
        });
        assertThat(story.steps().values())
                .allSatisfy(step -> assertThat(step.wrong()).hasSizeBetween(1, 3));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void thereAreQuestionsOnIt(ProcessFacts process) {
        assertThat(story(process).questions()).hasSizeBetween(3, 5);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatIsToBeMarkedStandsInTheDiagram(ProcessFacts process) {
        assertThat(story(process).questions())
                .filteredOn(question -> question.kind() == MARK)
                .allSatisfy(question ->
                        assertThat(process.step(question.answer().get(0))).isPresent());
    }

    @Test
    void theOrderOfAnAnswerCountsWhereItIsAskedFor() {
        Question several = new Question("q", MULTIPLE, TEXT, Map.of(), List.of("a", "b"), TEXT);
        Question order = new Question("q", ORDER, TEXT, Map.of(), List.of("a", "b"), TEXT);
        assertThat(several.isRight(List.of("b", "a"))).isTrue();
        assertThat(several.isRight(List.of("a"))).isFalse();
        assertThat(several.isRight(List.of("a", "a"))).isFalse();
        assertThat(order.isRight(List.of("a", "b"))).isTrue();
        assertThat(order.isRight(List.of("b", "a"))).isFalse();
    }

    @Test
    void whatIsNoProcessHasNoStory() {
        assertThat(stories.of("nothing")).isEmpty();
        assertThat(stories.of("../deadlines")).isEmpty();
    }

    @Test
    void theWholeFileIsRead() {
        assertThat(read(WHOLE).questions()).hasSize(1);
        assertThat(read(WHOLE).step("proposeClosing")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intro: { ja: はじめに, en: Opening } | intro: { ja: はじめに } | intro, en is missing",
                "ja: 話, en: Story | ja: ' ', en: Story | proposeClosing, story, ja is missing",
                "[{ ja: 失敗, en: Mistake }] | [] | proposeClosing, wrong is missing",
                "notes: | note: | nobody knows the word note",
                "closed: { ja: 終わり, en: End } | closed: { ja: 終わり } | closed, en is missing",
                "kind: single | kind: guess | questions, first, kind is single, multiple, order or mark",
                "answer: [a] | answer: [c] | questions, first, answer is none of the options",
                "answer: [a] | answer: [a, b] | questions, first, answer does not fit the kind and the options",
                "kind: single | kind: mark | questions, first, answer does not fit the kind and the options",
                "kind: single | kind: order | questions, first, answer does not fit the kind and the options",
                "answer: [a] | answer: [a, a] | questions, first, answer says something twice",
                "steps: | steps: [ | not readable",
            })
    void aFaultIsToldWithItsPlace(String right, String wrong, String told) {
        assertThat(WHOLE).contains(right);
        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong)))
                .isInstanceOf(FaultyStory.class)
                .hasMessageStartingWith("training/closing.yaml: ")
                .hasMessageContaining(told);
    }

    private ProcessStory story(ProcessFacts process) {
        return stories.of(process.key()).orElseThrow();
    }

    private static ProcessStory read(String yaml) {
        return StoryFile.read("closing", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
