package org.tasuki.board.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Records whose time is over, and what somebody proposed for them; decided on their own page.
 *
 * @param choice "erase" or "keep"
 * @param own whether the reader proposed it: then somebody else decides
 */
record DisposalRow(
        String number,
        String choice,
        @Nullable LocalDate keepUntil,
        String reason,
        String proposer,
        Instant at,
        boolean own) {}
