package org.tasuki.engine;

import org.tasuki.terms.CaseNumber;

/**
 * A case on its way through one process. It is known by its number alone: nothing else of the case is said here.
 *
 * @param version of the process by which it runs, counted from 1
 */
public record RunningInstance(String id, CaseNumber number, String center, String process, int version) {}
