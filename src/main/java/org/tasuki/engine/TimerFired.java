package org.tasuki.engine;

import org.tasuki.terms.CaseNumber;

/** The time limit of a wait passed. */
public record TimerFired(CaseNumber number, String center, String process, String step, String waitId, String rule) {}
