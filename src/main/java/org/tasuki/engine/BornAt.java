package org.tasuki.engine;

import java.time.Instant;

/** When a task was born on its case's clock; the engine's own mark is the system's, and stands still when a case's clock turns. */
public interface BornAt {

    Instant task(String taskId);
}
