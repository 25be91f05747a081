package org.tasuki.forms;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Typing;

/** How long a text may be, in characters as people count them (code points), and what it must look like. */
record Bounds(int minLength, int maxLength, @Nullable Pattern pattern) {

    Read check(String text) {
        int length = Typing.length(text);
        if (length > maxLength) {
            return Read.refused("forms.problem.tooLong", maxLength, length);
        }
        if (length < minLength) {
            return Read.refused("forms.problem.tooShort", minLength, length);
        }
        // As in form-js: the pattern is looked for, not matched whole
        return pattern == null || pattern.matcher(text).find() ? Read.of(text) : Read.refused("forms.problem.pattern");
    }
}
