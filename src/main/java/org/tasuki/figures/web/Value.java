package org.tasuki.figures.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a table.
 *
 * @param number as a file has it; null where there is none, or it is hidden
 * @param text as people read it
 * @param href where its cases are listed
 */
record Value(@Nullable Double number, String text, @Nullable String href) {

    static final Value NONE = new Value(null, "－", null);
    static final Value HIDDEN = new Value(null, "*", null);

    static Value count(long n, @Nullable String href) {
        return new Value((double) n, "%,d".formatted(n), n == 0 ? null : href);
    }

    static Value change(long n) {
        return new Value((double) n, n == 0 ? "±0" : String.format(Locale.ROOT, "%+,d", n), null);
    }

    /** With one digit behind the point. */
    static Value length(@Nullable Double length) {
        return length == null ? NONE : new Value(rounded(length), String.format(Locale.ROOT, "%,.1f", length), null);
    }

    static Value share(long part, long of) {
        return of == 0
                ? NONE
                : new Value(rounded(100.0 * part / of), String.format(Locale.ROOT, "%.1f%%", 100.0 * part / of), null);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
