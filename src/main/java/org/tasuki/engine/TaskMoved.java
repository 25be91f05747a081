package org.tasuki.engine;

import org.tasuki.terms.CaseNumber;

/**
 * A task goes on under another version of its process. It is the same task in the same hands; its step may have another id, another
 * form, and, where {@code limited}, another time limit.
 */
public record TaskMoved(String taskId, CaseNumber number, String step, String form, String waitId, boolean limited) {}
