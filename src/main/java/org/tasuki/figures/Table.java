package org.tasuki.figures;

import java.util.List;
import org.tasuki.terms.FiscalYear;

/** A figure of a fiscal year beside the year before it. */
public record Table(Metric metric, FiscalYear year, List<Line> lines, Line total) {

    /** @param cell what is counted under; empty for all together */
    public record Line(String cell, Count now, Count before) {}

    /** The times of different steps add up to nothing. */
    public boolean summed() {
        return !metric.key().equals("steps");
    }

    public boolean isEmpty() {
        return total.now().n() == 0 && total.before().n() == 0;
    }
}
