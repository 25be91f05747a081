package org.tasuki.forms;

import java.util.List;
import java.util.Locale;

/** One of several options. */
sealed interface Choice extends SingleField permits Radio, Select {

    Options options();

    @Override
    default Read convert(String text, Lookups lookups) {
        return options().has(text, lookups) ? Read.of(text) : Read.refused("forms.problem.option");
    }

    @Override
    default String missing() {
        return "forms.problem.required.choice";
    }

    @Override
    default List<String> shown(Object answer, Locale locale, Lookups lookups) {
        return List.of(options().label(answer.toString(), locale, lookups));
    }
}
