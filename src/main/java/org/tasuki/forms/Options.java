package org.tasuki.forms;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The options of a field: named in the form file, or looked up by the name of their source. */
record Options(List<Option> fixed, @Nullable String source) {

    List<Option> in(Lookups lookups) {
        return source == null ? fixed : lookups.options(source);
    }

    boolean has(String value, Lookups lookups) {
        return in(lookups).stream().anyMatch(option -> option.value().equals(value));
    }

    /** An option that is gone since the answer was given is shown by its value. */
    String label(String value, Locale locale, Lookups lookups) {
        return in(lookups).stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.label().in(locale))
                .findFirst()
                .orElse(value);
    }
}
