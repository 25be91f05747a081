package org.tasuki.forms;

import java.util.List;
import java.util.Locale;

/**
 * A day; kept as {@code 2026-11-23}.
 *
 * @param past it has come already: a later day is a slip, and could put off a time limit
 */
record DateField(Head head, boolean past) implements SingleField {

    @Override
    public Read convert(String text, Lookups lookups) {
        return JapaneseTime.date(text)
                .map(date -> past && date.isAfter(lookups.present().toLocalDate())
                        ? Read.refused("forms.problem.future")
                        : Read.of(date.toString()))
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
