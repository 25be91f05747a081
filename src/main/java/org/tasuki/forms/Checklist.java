package org.tasuki.forms;

import java.util.List;
import java.util.Locale;

/** Any number of several options. */
record Checklist(Head head, Options options) implements Field {

    @Override
    public Read read(List<String> typed, Lookups lookups) {
        List<String> chosen =
                typed.stream().filter(value -> !value.isBlank()).distinct().toList();
        if (!chosen.stream().allMatch(value -> options.has(value, lookups))) {
            return Read.refused("forms.problem.option");
        }
        return chosen.isEmpty() ? Read.BLANK : Read.of(inOrder(chosen, lookups));
    }

    @Override
    public String missing() {
        return "forms.problem.required.choice";
    }

    @Override
    public List<String> typed(Object answer) {
        return answer instanceof List<?> values
                ? values.stream().map(Object::toString).toList()
                : List.of(answer.toString());
    }

    @Override
    public List<String> shown(Object answer, Locale locale, Lookups lookups) {
        return typed(answer).stream()
                .map(value -> options.label(value, locale, lookups))
                .toList();
    }

    private List<String> inOrder(List<String> chosen, Lookups lookups) {
        return options.in(lookups).stream()
                .map(Option::value)
                .filter(chosen::contains)
                .toList();
    }
}
