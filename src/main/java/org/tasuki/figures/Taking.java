package org.tasuki.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tasuki.terms.FiscalYear;

/** What somebody takes out of the figures, and what for. */
public record Taking(FiscalYear year, By by, Audience audience, Format format, String reason) {

    public static final int LONGEST_REASON = 200;

    public enum Audience {
        /** The exact numbers. */
        INSIDE,
        /** Small numbers covered. */
        OUTSIDE;

        public static Optional<Audience> find(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Format {
        XLSX,
        CSV;

        public static Optional<Format> find(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
