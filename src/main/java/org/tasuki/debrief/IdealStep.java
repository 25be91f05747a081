package org.tasuki.debrief;

import java.time.Duration;
import java.util.Map;
import org.tasuki.engine.StepPlace;

/**
 * A step of the ideal way that people do.
 *
 * @param place on the way, from 1
 * @param since how long after its beginning
 * @param late whether the way itself passes the limit there
 * @param silent whether nobody does it there
 */
public record IdealStep(
        int place, StepPlace at, Duration since, Map<String, String> chosen, boolean late, boolean silent) {}
