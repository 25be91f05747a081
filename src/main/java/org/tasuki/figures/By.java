package org.tasuki.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a figure is broken down by: each by its own kinds, or all alike by who is in charge of the case. */
public enum By {
    /** Type, route, step and so on, as each figure has it. */
    KIND,
    /** The section that the case's officer is in today. */
    SECTION,
    /** Who is in charge of the case now, or was at its end. Never told outside. */
    OFFICER;

    public static Optional<By> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
