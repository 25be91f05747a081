package org.tasuki.engine;

import org.tasuki.terms.CaseNumber;

/** A user task came to its end: completed by somebody, or cancelled by a timer, a withdrawal or a joining. */
public record TaskEnded(
        String taskId,
        CaseNumber number,
        String center,
        String process,
        String step,
        String waitId,
        boolean completed) {}
