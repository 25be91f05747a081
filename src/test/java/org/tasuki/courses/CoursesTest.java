package org.tasuki.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ShippedCatalog;
import org.tasuki.terms.Text;
import org.tasuki.training.FaultyStory;
import org.tasuki.training.TrainingFiles;

/** Each shipped course fits the processes, the questions and the scenarios at work, and is whole in both languages. */
class CoursesTest {

    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();

    private static final String WHOLE =
            """
            audience: school
            name: { ja: 名, en: Name }
            about: { ja: 説明, en: About }
            units:
              - key: first
                text: duty
                name: { ja: 一つ目, en: First }
                minutes: 10
              - key: second
                walkthrough: closing
                name: { ja: 二つ目, en: Second }
                minutes: 20
            """;

    static List<Material> shipped() {
        return new ShippedCourses(FILES).all();
    }

    private static MaterialCheck check(ProcessCatalog catalog) {
        return new MaterialCheck(
                catalog,
                TrainingFiles.stories(new DefaultResourceLoader()),
                TrainingFiles.scenarios(FILES),
                new ScenarioRules(TrainingFiles.held(catalog, FILES)));
    }

    @Test
    void thereIsATrackForEachAudience() {
        assertThat(shipped())
                .extracting(material -> material.course().audience())
                .containsExactlyElementsOf(Arrays.asList(Audience.values()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everythingThatItRefersToIsThere(Material material) {
        assertThat(check(ShippedCatalog.read()).problems(material)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void itTellsShowsAsksAndPractises(Material material) {
        assertThat(material.course().units()).extracting(Unit::kind).contains(Unit.Kind.values());
        assertThat(material.course().units())
                .filteredOn(unit -> unit.kind() == Unit.Kind.TEXT)
                .hasSizeBetween(2, 3);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eachLanguageIsItsOwn(Material material) {
        Course course = material.course();
        Stream<Text> texts = course.units().stream()
                .filter(unit -> unit.kind() == Unit.Kind.TEXT)
                .map(unit -> material.text(unit.refers()).orElseThrow());
        Stream<Text> names = course.units().stream().map(Unit::name);
        assertThat(Stream.of(Stream.of(course.name(), course.about()), names, texts)
                        .flatMap(each -> each))
                .allSatisfy(text -> {
                    assertThat(text.ja()).containsPattern("\\p{IsHiragana}|\\p{IsHan}");
                    assertThat(text.en()).doesNotContainPattern("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]");
                });
    }

    @Test
    void aProcessThatIsGoneLeavesNoCourseBehindUnnoticed() {
        assertThat(shipped().stream()
                        .flatMap(material -> check(new ProcessCatalog()).problems(material).stream())
                        .map(problem -> problem.in(Locale.ENGLISH)))
                .contains(
                        "school, walk-consultation: there is no process consultation",
                        "school, check-consultation: there are no questions consultation");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audience: school | audience: everybody | audience is child-welfare, school",
                "about: { ja: 説明, en: About } | about: { ja: 説明 } | about, en is missing",
                "text: duty | nothing: duty | nobody knows the word nothing",
                "walkthrough: closing | questions: closing\\n    text: duty | units, second is one of text",
                "text: duty | text: ../duty | units, first is of small letters",
                "key: second | key: first | units, first is there twice",
                "minutes: 10 | minutes: 0 | minutes is from 1 to 600",
                "minutes: 10 | minutes: ten | not readable",
                "audience: school | audience: school\\naudience: police | not readable",
            })
    void aFaultIsToldWithItsPlace(String right, String wrong, String told) {
        assertThat(WHOLE).contains(right);
        assertThat(read(WHOLE).units()).hasSize(2);
        assertThatThrownBy(() -> read(WHOLE.replace(right, wrong.replace("\\n", "\n"))))
                .isInstanceOf(FaultyStory.class)
                .hasMessageStartingWith("training/courses/mine.yaml: ")
                .hasMessageContaining(told);
    }

    @Test
    void tooManyUnitsAreNoCourse() {
        String many = WHOLE.substring(0, WHOLE.indexOf("  - key"))
                + Stream.iterate(1, n -> n + 1)
                        .limit(41)
                        .map(n -> "  - { key: u%d, text: duty, minutes: 5, name: { ja: 名, en: Name } }\n".formatted(n))
                        .reduce("", String::concat);
        assertThatThrownBy(() -> read(many)).hasMessageContaining("units are from 1 to 40");
    }

    private static Course read(String yaml) {
        return CourseFile.read("mine", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
