package org.tasuki.inbox;

import java.util.Optional;
import org.tasuki.engine.TaskBorn;

/** A room in which somebody said whom a task is for before it was born; that they may have it was looked at there. */
public interface Addressed {

    /** The account; empty for a task like all others. */
    Optional<String> person(TaskBorn task);
}
