package org.tasuki.inbox;

import java.util.Optional;

/** A room in which some tasks are done on a page of its own, instead of a form. */
public interface TaskPlace {

    /** The path of that page; empty for a task like all others. */
    Optional<String> of(InboxItem item);
}
