package org.tasuki.practice.web;

import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Typing;

/**
 * What a class, or a checkpoint of one, is to be called, as typed.
 *
 * @param problem the message that says what is wrong with it; null when nothing is
 */
record ClassName(String text, @Nullable String problem) {

    private static final int MOST = 60;

    static ClassName empty() {
        return new ClassName("", null);
    }

    static ClassName typed(String typed) {
        String text = Typing.tidy(typed).strip();
        if (text.isEmpty() || Typing.hostile(text, false)) {
            return new ClassName(text, "practice.problem.name");
        }
        return new ClassName(text, Typing.length(text) > MOST ? "practice.problem.long" : null);
    }
}
