package org.tasuki.courses.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.tasuki.courses.AnswerSheet;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.ProcessFacts;
import org.tasuki.engine.StepFacts;
import org.tasuki.terms.Text;
import org.tasuki.training.Question;
import org.tasuki.training.QuestionSet;
import org.tasuki.training.Route;

/** Questions as their template draws them, and what somebody has answered. */
@Component
class AnswerPages {

    private final ProcessCatalog catalog;

    AnswerPages(ProcessCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param kind single, multiple, order or mark
     * @param field the name of its field
     * @param options those of a form; of a question on a step, the steps
     * @param right null before everything is answered
     * @param answer the right one in words; empty before everything is answered
     */
    public record Asked(
            int number,
            String kind,
            String field,
            String text,
            List<Choice> options,
            boolean missing,
            @Nullable Boolean right,
            List<String> answer,
            String why) {}

    /**
     * @param field its own field, where it is given a place
     * @param place that it was given; 0 if none
     */
    public record Choice(String value, String words, boolean chosen, String field, int place, int number) {}

    /** @param right of those that were asked */
    record Judged(int right, int asked) {}

    AnswerSheet read(QuestionSet set, MultiValueMap<String, String> fields) {
        return AnswerSheet.read(
                set.questions(),
                steps(set).stream().map(StepFacts::id).collect(Collectors.toSet()),
                name -> Optional.ofNullable(fields.get(name)).orElse(List.of()));
    }

    void ask(QuestionSet set, Locale language, Model model) {
        show(set, AnswerSheet.empty(), false, false, language, model);
        model.addAttribute("missing", List.of());
    }

    /** Empty unless everything is answered: nothing is told of any of them before. */
    Optional<Judged> judge(QuestionSet set, AnswerSheet sheet, Locale language, Model model) {
        boolean whole = set.questions().stream().allMatch(sheet::isAnswered);
        List<Asked> asked = show(set, sheet, !whole, whole, language, model);
        model.addAttribute("missing", asked.stream().filter(Asked::missing).toList());
        if (!whole) {
            return Optional.empty();
        }
        int right = (int) set.questions().stream().filter(sheet::isRight).count();
        Judged judged = new Judged(right, asked.size());
        model.addAttribute("right", judged.right());
        return Optional.of(judged);
    }

    private List<Asked> show(
            QuestionSet set, AnswerSheet sheet, boolean missing, boolean told, Locale language, Model model) {
        List<Question> questions = set.questions();
        List<Asked> asked = IntStream.range(0, questions.size())
                .mapToObj(i -> asked(i + 1, set, questions.get(i), sheet, missing, told, language))
                .toList();
        model.addAttribute("asked", asked);
        model.addAttribute("told", told);
        model.addAttribute("process", set.process());
        model.addAttribute(
                "processName",
                facts(set).map(facts -> facts.name().in(language)).orElse(""));
        return asked;
    }

    private Asked asked(
            int number,
            QuestionSet set,
            Question question,
            AnswerSheet sheet,
            boolean missing,
            boolean told,
            Locale language) {
        List<Choice> choices = choices(set, question, sheet, language);
        Map<String, String> words = choices.stream().collect(Collectors.toMap(Choice::value, Choice::words));
        return new Asked(
                number,
                question.kind().name().toLowerCase(Locale.ROOT),
                AnswerSheet.field(question),
                question.text().in(language),
                choices,
                missing && !sheet.isAnswered(question),
                told ? sheet.isRight(question) : null,
                told
                        ? question.answer().stream()
                                .map(key -> words.getOrDefault(key, key))
                                .toList()
                        : List.of(),
                told ? question.why().in(language) : "");
    }

    private List<Choice> choices(QuestionSet set, Question question, AnswerSheet sheet, Locale language) {
        List<String> given = sheet.given(question);
        if (question.kind() == Question.Kind.MARK) {
            List<StepFacts> steps = steps(set);
            return IntStream.range(0, steps.size())
                    .mapToObj(i -> new Choice(
                            steps.get(i).id(),
                            name(steps.get(i), language),
                            given.contains(steps.get(i).id()),
                            "",
                            0,
                            i + 1))
                    .toList();
        }
        Map<String, Integer> places = sheet.places().getOrDefault(question.key(), Map.of());
        List<Map.Entry<String, Text>> options = List.copyOf(question.options().entrySet());
        return IntStream.range(0, options.size())
                .mapToObj(i -> new Choice(
                        options.get(i).getKey(),
                        options.get(i).getValue().in(language),
                        given.contains(options.get(i).getKey()),
                        AnswerSheet.field(question, i),
                        places.getOrDefault(options.get(i).getKey(), 0),
                        i + 1))
                .toList();
    }

    private static String name(StepFacts step, Locale language) {
        String name = step.name().in(language);
        return name.isBlank() ? step.id() : name;
    }

    private Optional<ProcessFacts> facts(QuestionSet set) {
        String process = set.process();
        return process == null ? Optional.empty() : catalog.process(process);
    }

    private List<StepFacts> steps(QuestionSet set) {
        return facts(set).map(facts -> Route.of(facts).steps()).orElse(List.of());
    }
}
