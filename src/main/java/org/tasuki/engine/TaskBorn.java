package org.tasuki.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/**
 * A user task was born, in the transaction that bore it. {@code waitId} finds its deadlines; {@code roles} are the keys of
 * the inboxes it belongs to; a task of an agency names the agency and the hand-over,
 * one of several alike its occasion.
 */
public record TaskBorn(
        String taskId,
        CaseNumber number,
        String center,
        String process,
        String step,
        String form,
        String waitId,
        Set<String> roles,
        @Nullable String handOver,
        @Nullable String agency,
        @Nullable String occasion) {}
