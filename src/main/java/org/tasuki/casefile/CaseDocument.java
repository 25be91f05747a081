package org.tasuki.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file in a case, without what is in it.
 *
 * @param label null when the reader may not know it, or it cannot be opened any more
 * @param mayOpen whether this reader may take the file out
 */
public record CaseDocument(
        UUID id,
        String kind,
        FileKind content,
        int size,
        boolean revealsNotifier,
        @Nullable Label label,
        boolean mayOpen,
        String by,
        Instant at,
        @Nullable Withdrawal withdrawn) {

    /** What people call it; sealed where it is kept. */
    public record Label(String title, String name) {}

    public record Withdrawal(String by, Instant at, String reason) {}

    /** A file taken out. */
    public record Opened(Label label, FileKind kind, byte[] bytes) {

        /** As a header says it; a text with the characters that it is written in, or its reader would guess. */
        public String mediaType() {
            return kind == FileKind.TEXT
                    ? new FileContent(bytes)
                            .charset()
                            .map(charset -> kind.mediaType() + ";charset=" + charset.name())
                            .orElse(kind.mediaType())
                    : kind.mediaType();
        }
    }
}
