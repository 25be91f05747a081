package org.tasuki.forms;

import java.util.List;
import java.util.Locale;
import org.tasuki.terms.Text;

/** A single box; a browser sends nothing for an unticked one, so blank is "no". Required means ticked. */
record Checkbox(Head head) implements SingleField {

    private static final Text TICKED = new Text("はい", "Yes");
    private static final Text NOT_TICKED = new Text("いいえ", "No");

    @Override
    public Read read(List<String> typed, Lookups lookups) {
        Read read = SingleField.super.read(typed, lookups);
        return read.equals(Read.BLANK) && !head.required() ? Read.of(false) : read;
    }

    @Override
    public Read convert(String text, Lookups lookups) {
        return switch (text) {
            case "true" -> Read.of(true);
            case "false" -> head.required() ? Read.BLANK : Read.of(false);
            default -> Read.refused("forms.problem.option");
        };
    }

    @Override
    public String missing() {
        return "forms.problem.required.tick";
    }

    @Override
    public List<String> shown(Object answer, Locale locale, Lookups lookups) {
        return List.of((answer.equals(true) ? TICKED : NOT_TICKED).in(locale));
    }
}
