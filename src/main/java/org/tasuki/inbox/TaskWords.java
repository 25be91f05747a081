package org.tasuki.inbox;

import java.util.Optional;

/** A room in which some tasks were asked for in somebody's own words. */
public interface TaskWords {

    /** What is to be done; empty for a task like all others. */
    Optional<String> of(InboxItem item);
}
