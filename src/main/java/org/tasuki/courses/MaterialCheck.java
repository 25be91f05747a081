package org.tasuki.courses;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.terms.Text;
import org.tasuki.terms.Typing;
import org.tasuki.training.FaultyStory;
import org.tasuki.training.ProcessStories;
import org.tasuki.training.Question;
import org.tasuki.training.QuestionSet;
import org.tasuki.training.Route;
import org.tasuki.training.Scenarios;

/** Whether everything that a course refers to is there: its texts in both languages, the processes, their questions, the scenarios. */
@Component
class MaterialCheck {

    private final ProcessCatalog catalog;
    private final ProcessStories stories;
    private final Scenarios scenarios;
    private final ScenarioRules rules;

    MaterialCheck(ProcessCatalog catalog, ProcessStories stories, Scenarios scenarios, ScenarioRules rules) {
        this.catalog = catalog;
        this.stories = stories;
        this.scenarios = scenarios;
        this.rules = rules;
    }

    /** What is wrong with it, each with its place; empty when nothing is. */
    List<Text> problems(Material material) {
        Course course = material.course();
        List<Text> problems = new ArrayList<>();
        words(course).filter(MaterialCheck::isTrap).findFirst().ifPresent(trap -> problems.add(odd(course.key())));
        course.units().forEach(unit -> problems.addAll(problems(material, unit)));
        return problems;
    }

    private static Stream<String> words(Course course) {
        return Stream.concat(
                        Stream.of(course.name(), course.about()),
                        course.units().stream().map(Unit::name))
                .flatMap(text -> Stream.of(text.ja(), text.en()));
    }

    private List<Text> problems(Material material, Unit unit) {
        String place = material.course().key() + ", " + unit.key();
        return switch (unit.kind()) {
            case TEXT -> text(material, unit.refers());
            case WALKTHROUGH ->
                own(material, unit.refers())
                        .orElseGet(() -> catalog.process(unit.refers()).isPresent()
                                ? List.of()
                                : List.of(noProcess(place, unit.refers())));
            case QUESTIONS -> questions(material, place, unit.refers());
            case PRACTICE ->
                own(material, unit.refers())
                        .orElseGet(() -> scenarios.of(unit.refers()).isPresent()
                                ? List.of()
                                : List.of(new Text(
                                        "%s: シナリオ「%s」がありません".formatted(place, unit.refers()),
                                        "%s: there is no scenario %s".formatted(place, unit.refers()))));
        };
    }

    /** Of the scenario that it brings; empty when it brings none of that key. */
    private Optional<List<Text>> own(Material material, String key) {
        try {
            return material.ownScenario(key).map(scenario -> rules.problems(Material.scenario(key), scenario));
        } catch (FaultyStory faulty) {
            return Optional.of(List.of(faulty.reason()));
        }
    }

    private List<Text> text(Material material, String key) {
        List<Text> problems = new ArrayList<>();
        for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            String name = Material.text(key, language.getLanguage());
            String markdown = material.files().getOrDefault(name, "");
            if (markdown.isBlank()) {
                problems.add(new Text(name + ": ファイルがないか、空です", name + ": is missing or empty"));
            }
            CourseText.problems(markdown)
                    .forEach(problem -> problems.add(new Text(name + ": " + problem.ja(), name + ": " + problem.en())));
        }
        return problems;
    }

    private List<Text> questions(Material material, String place, String key) {
        try {
            Optional<QuestionSet> own = material.ownQuestions(key);
            if (own.isPresent()) {
                return own(Material.questions(key), own.get());
            }
        } catch (FaultyStory faulty) {
            return List.of(faulty.reason());
        }
        boolean asked =
                stories.of(key).filter(story -> !story.questions().isEmpty()).isPresent()
                        && catalog.process(key).isPresent();
        return asked
                ? List.of()
                : List.of(new Text(
                        "%s: 設問「%s」がありません".formatted(place, key),
                        "%s: there are no questions %s".formatted(place, key)));
    }

    private List<Text> own(String name, QuestionSet set) {
        String process = set.process();
        if (process != null && catalog.process(process).isEmpty()) {
            return List.of(noProcess(name, process));
        }
        List<Text> problems = new ArrayList<>();
        for (Question question : set.questions()) {
            if (!Material.isKey(question.key()) || wordsOf(question).anyMatch(MaterialCheck::isTrap)) {
                problems.add(odd(name));
            }
            if (question.kind() == Question.Kind.MARK
                    && !stands(process, question.answer().get(0))) {
                problems.add(new Text(
                        "%s, %s: 段階「%s」がありません"
                                .formatted(
                                        name, question.key(), question.answer().get(0)),
                        "%s, %s: there is no step %s"
                                .formatted(
                                        name, question.key(), question.answer().get(0))));
            }
        }
        return problems;
    }

    private boolean stands(@Nullable String process, String step) {
        return process != null
                && catalog.process(process)
                        .flatMap(facts -> Route.of(facts).step(step))
                        .isPresent();
    }

    private static Stream<String> wordsOf(Question question) {
        return Stream.concat(
                question.options().keySet().stream(),
                Stream.concat(Stream.of(question.text(), question.why()), question.options().values().stream())
                        .flatMap(text -> Stream.of(text.ja(), text.en())));
    }

    /** YAML may spell a character that its file does not show. */
    static boolean isTrap(String words) {
        return Typing.hostile(Typing.tidy(words), true);
    }

    static Text odd(String place) {
        return new Text(place + ": 使えない文字が含まれています", place + ": there are characters in it that cannot be used");
    }

    private static Text noProcess(String place, String process) {
        return new Text(
                "%s: プロセス「%s」がありません".formatted(place, process), "%s: there is no process %s".formatted(place, process));
    }
}
