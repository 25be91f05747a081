package org.tasuki.debrief;

import java.util.List;
import java.util.Map;
import org.tasuki.training.Scenario;

/** The way that a class was to go: a scenario, without what the system does by itself. */
public record IdealWay(Scenario scenario, List<IdealStep> steps) {

    public Map<Spot, IdealStep> spots() {
        return Spot.along(steps, IdealStep::at);
    }
}
