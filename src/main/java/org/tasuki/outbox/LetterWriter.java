package org.tasuki.outbox;

import java.util.Locale;
import java.util.Optional;

/** Writes the mails of some kinds, at the moment they go; called as the system of the mail's center. */
public interface LetterWriter {

    boolean writes(Mail.Kind kind);

    /** @return nothing when there is nothing left to say */
    Optional<Letter> write(Mail mail, Locale language);
}
