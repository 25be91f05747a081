package org.tasuki.workload;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Text;

/**
 * What one line of the page carries: an officer, a section's officers, nobody yet, or the others of the center together.
 *
 * @param account null where the line is no officer's
 * @param section the key of the section that the officer is in, or that the line is of; null where there is none
 * @param hours of a full post, in percent
 * @param late tasks in their hands that are over their limit
 * @param soon tasks in their hands that are due within {@link Workload#SOON}
 * @param oldest when the oldest open case was opened
 */
public record Carried(
        Whose whose,
        @Nullable String account,
        @Nullable String section,
        @Nullable Text name,
        int hours,
        int cases,
        BigDecimal weighted,
        int late,
        int soon,
        @Nullable Instant oldest,
        Flow opened,
        Flow closed) {

    public enum Whose {
        OFFICER,
        /** All officers of a section. */
        SECTION,
        /** The officers who are in no section. */
        UNPLACED,
        NOBODY,
        OTHERS
    }

    /** How many in the last seven days, and in the last eight weeks. */
    public record Flow(int lastWeek, int lastWeeks) {

        Flow and(Flow other) {
            return new Flow(lastWeek + other.lastWeek, lastWeeks + other.lastWeeks);
        }

        public double aWeek() {
            return (double) lastWeeks / Workload.WEEKS;
        }
    }

    private static final Flow STILL = new Flow(0, 0);

    static Carried nothing(String section, Text name) {
        return new Carried(Whose.SECTION, null, section, name, 0, 0, BigDecimal.ZERO, 0, 0, null, STILL, STILL);
    }

    static Carried nothing(Whose whose) {
        return new Carried(whose, null, null, null, 0, 0, BigDecimal.ZERO, 0, 0, null, STILL, STILL);
    }

    /** Both together, as a line that is nobody's own. */
    Carried and(Carried other) {
        return new Carried(
                whose,
                null,
                whose == Whose.SECTION ? section : null,
                whose == Whose.SECTION ? name : null,
                hours + other.hours,
                cases + other.cases,
                weighted.add(other.weighted),
                late + other.late,
                soon + other.soon,
                earlier(oldest, other.oldest),
                opened.and(other.opened),
                closed.and(other.closed));
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }
}
