package org.tasuki.engine;

import java.util.Set;
import org.tasuki.terms.CaseNumber;

/**
 * The time limit of a wait passed.
 *
 * @param ends whether the diagram takes the task away, and goes on another way
 * @param tasked the keys of the roles that the diagram gives a task for it
 */
public record TimerFired(
        CaseNumber number,
        String center,
        String process,
        String step,
        String waitId,
        String rule,
        boolean ends,
        Set<String> tasked) {}
