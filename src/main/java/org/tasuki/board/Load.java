package org.tasuki.board;

/**
 * How many cases are at a place, each counted once.
 *
 * @param cases with an open task there
 * @param late of them: past a task's time limit
 * @param soon of them: not late, and a task there is due within {@link Loads#AHEAD}
 */
public record Load(int cases, int late, int soon) {

    public static final Load NONE = new Load(0, 0, 0);

    /** Other cases at the same place. */
    Load and(Load others) {
        return new Load(cases + others.cases, late + others.late, soon + others.soon);
    }
}
