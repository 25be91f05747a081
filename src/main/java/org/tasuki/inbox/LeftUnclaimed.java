package org.tasuki.inbox;

import java.time.Instant;
import org.tasuki.terms.CaseNumber;

/**
 * Nobody has taken a task for too long, in the transaction that notes it.
 *
 * @param to the desk that hears of it now
 * @param at on the case's clock
 */
public record LeftUnclaimed(CaseNumber number, String center, String taskId, String to, Instant dueAt, Instant at) {}
