package org.tasuki.workload.web;

import org.jspecify.annotations.Nullable;
import org.tasuki.workload.Carried;
import org.tasuki.workload.Workload;

/**
 * Whose lines are shown: everybody's, or the officers' of one section.
 *
 * @param key a section's, {@link #NONE}, or empty for everybody
 * @param unknown whether a section was asked for that the center does not have: then everybody is shown, and it is said
 */
record Chosen(String key, boolean unknown) {

    /** No section's key: one is longer. */
    static final String NONE = "-";

    static Chosen of(@Nullable String asked, Workload.Now now) {
        if (asked == null || asked.isEmpty()) {
            return new Chosen("", false);
        }
        boolean known = asked.equals(NONE)
                || now.sections().stream().anyMatch(one -> one.key().equals(asked));
        return new Chosen(known ? asked : "", !known);
    }

    boolean has(Carried line) {
        if (key.isEmpty()) {
            return true;
        }
        return line.whose() == Carried.Whose.OFFICER && key.equals(line.section() == null ? NONE : line.section());
    }
}
