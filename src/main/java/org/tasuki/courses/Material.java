package org.tasuki.courses;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.tasuki.terms.Text;
import org.tasuki.training.QuestionSet;
import org.tasuki.training.Scenario;

/**
 * A course with everything that it brings: its file, its texts in both languages, its own questions and named ways.
 *
 * @param files by their names, as they stand in {@code processes/} and in a file between offices
 */
record Material(Course course, Map<String, String> files) {

    static final String FOLDER = "courses/";

    /** So that nobody's file is called as one of the pages. */
    private static final Set<String> TAKEN = Set.of("materials");

    private static final String TEXTS = FOLDER + "texts/";
    private static final String QUESTIONS = FOLDER + "questions/";
    private static final String SCENARIOS = FOLDER + "scenarios/";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    static boolean isKey(String key) {
        return KEY.matcher(key).matches() && !TAKEN.contains(key);
    }

    static String definition(String course) {
        return FOLDER + course + ".yaml";
    }

    static String text(String key, String language) {
        return TEXTS + key + "." + language + ".md";
    }

    static String questions(String key) {
        return QUESTIONS + key + ".yaml";
    }

    static String scenario(String key) {
        return SCENARIOS + key + ".yaml";
    }

    /** The names of the files that a course may bring; what it does not bring of its own is the house's. */
    static Set<String> names(Course course) {
        return course.units().stream()
                .flatMap(Material::names)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Set.of(definition(course.key())))));
    }

    static Stream<String> names(Unit unit) {
        return switch (unit.kind()) {
            case TEXT -> Stream.of(text(unit.refers(), "ja"), text(unit.refers(), "en"));
            case QUESTIONS -> Stream.of(questions(unit.refers()));
            case WALKTHROUGH, PRACTICE -> Stream.of(scenario(unit.refers()));
        };
    }

    /** @throws org.tasuki.training.FaultyStory when the course's own file is not in order */
    static Material read(String course, Map<String, String> files) {
        String definition = files.getOrDefault(definition(course), "");
        return new Material(CourseFile.read(course, resource(definition)), files);
    }

    /** Markdown; empty where a language of it is not there. */
    Optional<Text> text(String key) {
        String ja = files.get(text(key, "ja"));
        String en = files.get(text(key, "en"));
        return ja == null || en == null ? Optional.empty() : Optional.of(new Text(ja, en));
    }

    /** Those that it brings itself. */
    Optional<QuestionSet> ownQuestions(String key) {
        String name = questions(key);
        return Optional.ofNullable(files.get(name)).map(yaml -> QuestionSet.read(name, resource(yaml)));
    }

    /** The named way that it brings itself. */
    Optional<Scenario> ownScenario(String key) {
        String name = scenario(key);
        return Optional.ofNullable(files.get(name)).map(yaml -> Scenario.read(key, name, resource(yaml)));
    }

    private static Resource resource(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }
}
