package org.tasuki.outbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A mail to one person that is on its way.
 *
 * @param notices what it is about, with what the mails that it carries are about
 * @param tries this one included
 */
public record Mail(
        long id,
        String center,
        String account,
        Kind kind,
        String occasion,
        List<Long> notices,
        Instant madeAt,
        int tries) {

    public enum Kind {
        NOTICE,
        URGENT,
        ON_CALL,
        DIGEST,
        CONFIRMATION,
        /** A session of a course. */
        TRAINING;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        /** Those that one mail can say together. */
        Set<Kind> together() {
            return switch (this) {
                case NOTICE, URGENT -> Set.of(NOTICE, URGENT);
                case ON_CALL -> Set.of(ON_CALL);
                case DIGEST, CONFIRMATION, TRAINING -> Set.of();
            };
        }
    }

    /** The same at each try: a reader's program, and a person, can tell that a second one is the first again. */
    String messageId(String domain) {
        return "<tasuki-%d-%d@%s>".formatted(id, madeAt.getEpochSecond(), domain);
    }
}
