package org.tasuki.inbox;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.tasuki.terms.Japan;

/** How near a time limit is, as the inbox groups it: weeks end on Sunday, days at midnight in Japan. */
public enum Stretch {
    OVER,
    TODAY,
    WEEK,
    LATER;

    /** The last moment that belongs to it. */
    Instant end(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Japan.ZONE);
        return switch (this) {
            case OVER -> now;
            case TODAY -> endOf(today);
            case WEEK -> endOf(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            case LATER -> Instant.MAX;
        };
    }

    /** A limit that ends at midnight belongs to the day that ends with it. */
    public static Stretch of(Instant due, Instant now) {
        if (!now.isBefore(due)) {
            return OVER;
        }
        if (!due.isAfter(TODAY.end(now))) {
            return TODAY;
        }
        return due.isAfter(WEEK.end(now)) ? LATER : WEEK;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Japan.ZONE).toInstant();
    }
}
