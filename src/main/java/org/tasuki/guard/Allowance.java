package org.tasuki.guard;

import java.time.Duration;

/**
 * How often something may be asked for.
 *
 * @param atOnce so many in one go, by somebody who has rested
 * @param aMinute so many a minute from then on
 */
record Allowance(int atOnce, int aMinute) {

    Allowance {
        if (atOnce < 1 || aMinute < 1) {
            throw new IllegalArgumentException("tasuki.limits: at-once and a-minute are 1 or more");
        }
    }

    /** After this long there is one more. */
    Duration step() {
        return Duration.ofMinutes(1).dividedBy(aMinute);
    }

    /** After this long all of them are there again. */
    Duration whole() {
        return step().multipliedBy(atOnce);
    }
}
