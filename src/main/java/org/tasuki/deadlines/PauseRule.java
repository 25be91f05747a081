package org.tasuki.deadlines;

import org.tasuki.terms.Text;

/**
 * That a limit may stand still (停止).
 *
 * @param source the law that says so
 * @param days how long at most, in whole days: no matter is without an end that comes
 */
public record PauseRule(Text source, int days) {

    public PauseRule {
        Limit.atLeast(1, days);
    }
}
