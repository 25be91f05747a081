package org.tasuki.debrief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tasuki.engine.StepPlace;

/**
 * A place on a way: some ways come by the same step more than once.
 *
 * @param turn how many times the way has come by, this one with it; from 1
 */
public record Spot(StepPlace at, int turn) {

    /** The steps of a way in their order, each at its spot. */
    static <T> Map<Spot, T> along(List<T> way, Function<T, StepPlace> where) {
        Map<StepPlace, Integer> turns = new HashMap<>();
        Map<Spot, T> spots = new LinkedHashMap<>();
        for (T step : new ArrayList<>(way)) {
            StepPlace at = where.apply(step);
            spots.put(new Spot(at, turns.merge(at, 1, Integer::sum)), step);
        }
        return spots;
    }
}
