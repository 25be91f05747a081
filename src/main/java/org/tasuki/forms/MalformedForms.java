package org.tasuki.forms;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Form files that cannot be used: the start stops, with a line for each flaw. */
public final class MalformedForms extends RuntimeException {

    private final transient List<Flaw> flaws;

    MalformedForms(List<Flaw> flaws) {
        super(flaws.stream()
                .map(flaw -> flaw.in(Locale.ENGLISH))
                .collect(Collectors.joining("\n", "form files:\n", "")));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
