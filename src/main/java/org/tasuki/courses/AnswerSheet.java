package org.tasuki.courses;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tasuki.training.Question;

/**
 * What somebody has answered to some questions, as a form sends it. What is none of a question's options was not answered.
 *
 * @param given by the question's key; for an order whatever places were chosen, in that order
 * @param places by the question's key, and the option's, where an order is asked for
 */
public record AnswerSheet(Map<String, List<String>> given, Map<String, Map<String, Integer>> places) {

    private static final String FIELD = "q-";

    public static AnswerSheet empty() {
        return new AnswerSheet(Map.of(), Map.of());
    }

    /** The name of a question's field. */
    public static String field(Question question) {
        return FIELD + question.key();
    }

    /** The name of the field in which an option is given its place. */
    public static String field(Question question, int option) {
        return field(question) + "." + (option + 1);
    }

    /** @param values by the field's name */
    public static AnswerSheet read(List<Question> questions, Set<String> steps, Function<String, List<String>> values) {
        Map<String, List<String>> given = new HashMap<>();
        Map<String, Map<String, Integer>> places = new HashMap<>();
        for (Question question : questions) {
            if (question.kind() == Question.Kind.ORDER) {
                Map<String, Integer> chosen = places(question, values);
                places.put(question.key(), chosen);
                given.put(question.key(), inOrder(question, chosen));
            } else {
                Set<String> known = question.kind() == Question.Kind.MARK
                        ? steps
                        : question.options().keySet();
                given.put(
                        question.key(),
                        values.apply(field(question)).stream()
                                .filter(known::contains)
                                .distinct()
                                .limit(question.kind() == Question.Kind.MULTIPLE ? known.size() : 1)
                                .toList());
            }
        }
        return new AnswerSheet(given, places);
    }

    private static Map<String, Integer> places(Question question, Function<String, List<String>> values) {
        Map<String, Integer> places = new HashMap<>();
        List<String> options = List.copyOf(question.options().keySet());
        for (int i = 0; i < options.size(); i++) {
            String place = values.apply(field(question, i)).stream().findFirst().orElse("");
            if (place.matches("[1-9]\\d?") && Integer.parseInt(place) <= options.size()) {
                places.put(options.get(i), Integer.parseInt(place));
            }
        }
        return places;
    }

    /** Empty unless every option has a place, and each its own. */
    private static List<String> inOrder(Question question, Map<String, Integer> places) {
        Map<Integer, String> byPlace = places.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one, TreeMap::new));
        return byPlace.size() == question.options().size() ? List.copyOf(byPlace.values()) : List.of();
    }

    public boolean isAnswered(Question question) {
        return !given(question).isEmpty();
    }

    public boolean isRight(Question question) {
        return question.isRight(given(question));
    }

    public List<String> given(Question question) {
        return given.getOrDefault(question.key(), List.of());
    }
}
