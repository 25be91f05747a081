package org.tasuki.forms;

import java.util.List;
import java.util.Locale;

/** A time of day; kept as {@code 14:00}. */
record TimeField(Head head) implements SingleField {

    @Override
    public Read convert(String text, Lookups lookups) {
        return JapaneseTime.time(text)
                .map(time -> Read.of(time.toString()))
                .orElseGet(() -> Read.refused("forms.problem.time"));
    }

    @Override
    public List<String> shown(Object answer, Locale locale, Lookups lookups) {
        String text = answer.toString();
        return List.of(JapaneseTime.time(text)
                .map(time -> JapaneseTime.shown(time, locale))
                .orElse(text));
    }
}
