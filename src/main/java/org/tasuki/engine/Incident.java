package org.tasuki.engine;

import java.time.Instant;
import org.tasuki.terms.CaseNumber;

/**
 * Something that the engine was to do for a case, and could not.
 *
 * @param job names it to {@link Incidents#retry}
 * @param element what it is in the diagram: a timer at the edge of a step, or a step of the system's own
 * @param waitId where the case stands; finds the deadline of a timer
 * @param given whether the engine has given up; else it tries {@code left} times more by itself
 * @param madeAt when the engine put it on its list, by the system's clock
 */
public record Incident(
        String job,
        CaseNumber number,
        String process,
        String element,
        String waitId,
        boolean timer,
        boolean given,
        int left,
        Instant madeAt,
        IncidentCause cause) {}
