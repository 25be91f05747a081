package org.tasuki.forms;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tasuki.terms.Japan;

/**
 * A day and a time in Japan; kept as {@code 2026-11-23T14:00:00+09:00}.
 *
 * @param past it has come already: a later moment is a slip, and could put off a time limit
 */
record DateTimeField(Head head, boolean past) implements SingleField {

    @Override
    public Read convert(String text, Lookups lookups) {
        return JapaneseTime.dateTime(text)
                .map(at -> past && at.isAfter(lookups.present())
                        ? Read.refused("forms.problem.future")
                        : Read.of(at.atZone(Japan.ZONE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)))
                .orElseGet(() -> Read.refused("forms.problem.dateTime"));
    }

    /** As {@code <input type=datetime-local>} wants it. */
    @Override
    public List<String> typed(Object answer) {
        String text = answer.toString();
        return List.of(JapaneseTime.dateTime(text).map(Object::toString).orElse(text));
    }

    @Override
    public List<String> shown(Object answer, Locale locale, Lookups lookups) {
        String text = answer.toString();
        return List.of(JapaneseTime.dateTime(text)
                .map(at -> JapaneseTime.shown(at, locale))
                .orElse(text));
    }
}
