package org.tasuki.inbox;

import java.time.Instant;

/**
 * What was asked from a task is answered, in the transaction of the answer.
 *
 * @param taskId of the task that asked; it may be done by now
 * @param at on the case's clock
 */
public record QuestionAnswered(String taskId, Instant at) {}
