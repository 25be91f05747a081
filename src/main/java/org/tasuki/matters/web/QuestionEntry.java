package org.tasuki.matters.web;

import java.util.Map;
import org.tasuki.terms.Typing;

/**
 * What was typed into the form of a question, and what is wrong with it.
 *
 * @param problems message keys by field
 */
record QuestionEntry(String words, String day, String to, Map<String, String> problems) {

    QuestionEntry with(String field, String problem) {
        return new QuestionEntry(words, day, to, Map.of(field, problem));
    }

    /** As it comes back in the form: what cannot be kept is marked. */
    QuestionEntry shown() {
        return new QuestionEntry(Typing.visible(words), Typing.visible(day), Typing.visible(to), problems);
    }
}
