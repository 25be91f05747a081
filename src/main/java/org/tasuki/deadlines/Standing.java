package org.tasuki.deadlines;

import java.util.Locale;

/** How an open limit runs, as a desk must know at a glance. */
public enum Standing {
    RUNNING,
    PAUSED,
    AGREED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
