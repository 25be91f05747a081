package org.tasuki.inbox;

import java.util.Optional;
import org.tasuki.engine.TaskBorn;
import org.tasuki.staffing.Choice;

/** A room in which somebody said whom a task is for before it was born; that they may have it was looked at there. */
public interface Addressed {

    /** The account; empty for a task like all others. */
    Optional<String> person(TaskBorn task);

    /** How they came to it. */
    default Choice given(String account) {
        return Choice.asked(account);
    }
}
