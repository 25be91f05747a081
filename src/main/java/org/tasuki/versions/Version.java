package org.tasuki.versions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A changed process as somebody brought it in.
 *
 * @param process null when the file is for none of the house's processes
 * @param before the engine's id of the version it took the place of, once it has
 * @param definition the engine's id of itself, once it is at work
 */
public record Version(
        UUID id,
        @Nullable String process,
        String file,
        int size,
        String sha256,
        String uploader,
        Instant uploadedAt,
        State state,
        LocalDate effectiveOn,
        @Nullable String before,
        @Nullable String definition) {

    public enum State {
        REFUSED,
        WAITING,
        EFFECTIVE,
        /** Before its day, by somebody. */
        WITHDRAWN;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
