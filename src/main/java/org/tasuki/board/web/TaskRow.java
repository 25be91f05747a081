package org.tasuki.board.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open task, as a supervisor looks at it.
 *
 * @param child the name, where the reader may see it
 * @param who has it, or the desk that it waits at
 * @param taken whether somebody has it
 */
record TaskRow(
        String id,
        String number,
        @Nullable String child,
        String step,
        String urgency,
        String who,
        boolean taken,
        Instant since,
        Instant due,
        Instant now,
        boolean over) {}
