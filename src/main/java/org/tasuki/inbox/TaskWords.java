package org.tasuki.inbox;

import java.time.Instant;
import java.util.Optional;

/** A room in which some tasks were asked for in somebody's own words. */
public interface TaskWords {

    /**
     * @param by the account of whoever asked for it
     * @param at on the case's clock
     */
    record Words(String text, String by, Instant at) {

        /** Never into a log: it may name a family. */
        @Override
        public String toString() {
            return "Words by " + by;
        }
    }

    /** What is to be done; empty for a task like all others. */
    Optional<Words> of(InboxItem item);
}
