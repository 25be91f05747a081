package org.tasuki.forms;

import java.util.Locale;
import org.tasuki.terms.Text;

/** What is wrong with a form file. */
public record Flaw(String file, String field, Text toDo) {

    /** File, field and what to do, on one line. */
    public String in(Locale locale) {
        return field.isEmpty()
                ? "%s: %s".formatted(file, toDo.in(locale))
                : "%s, %s: %s".formatted(file, field, toDo.in(locale));
    }
}
