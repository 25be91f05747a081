package org.tasuki.forms;

import java.util.List;
import org.tasuki.terms.Typing;

/** A field with one value. */
sealed interface SingleField extends Field
        permits TextField, TextArea, NumberField, DateField, TimeField, DateTimeField, Checkbox, Choice {

    /** The value of a text that is neither blank nor hostile. */
    Read convert(String text, Lookups lookups);

    /** How many characters are worth looking at: what is much longer is refused before any work is spent on it. */
    default int longest() {
        return 200;
    }

    default boolean manyLines() {
        return false;
    }

    @Override
    default Read read(List<String> typed, Lookups lookups) {
        if (typed.size() > 1) {
            return Read.refused("forms.problem.several");
        }
        String raw = typed.isEmpty() ? "" : typed.get(0);
        if (raw.length() > 4 * longest() + 1000) {
            return Read.refused("forms.problem.tooLong", longest(), raw.codePointCount(0, raw.length()));
        }
        String text = Typing.tidy(raw);
        if (Typing.hostile(text, manyLines())) {
            return Read.refused("forms.problem.characters");
        }
        return text.isEmpty() ? Read.BLANK : convert(text, lookups);
    }
}
