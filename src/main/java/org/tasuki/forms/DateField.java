package org.tasuki.forms;

import java.util.List;
import java.util.Locale;

/** A day; kept as {@code 2026-11-23}. */
record DateField(Head head) implements SingleField {

    @Override
    public Read convert(String text, Lookups lookups) {
        return JapaneseTime.date(text)
                .map(date -> Read.of(date.toString()))
                .orElseGet(() -> Read.refused("forms.problem.date"));
    }

    @Override
    public List<String> shown(Object answer, Locale locale, Lookups lookups) {
        String text = answer.toString();
        return List.of(JapaneseTime.date(text)
                .map(date -> JapaneseTime.shown(date, locale))
                .orElse(text));
    }
}
