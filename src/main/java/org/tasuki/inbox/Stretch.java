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

    /** The same in SQL, over an inbox row with {@code due_at} and {@code now}. */
    static final String SQL =
            """
            case when i.due_at <= i.now then 'OVER'
                 when i.due_at <= (date_trunc('day', i.now at time zone 'Asia/Tokyo') + interval '1 day')
                                  at time zone 'Asia/Tokyo' then 'TODAY'
                 when i.due_at <= (date_trunc('week', i.now at time zone 'Asia/Tokyo') + interval '7 days')
                                  at time zone 'Asia/Tokyo' then 'WEEK'
                 else 'LATER' end
            """;

    /** A limit that ends at midnight belongs to the day that ends with it. */
    public static Stretch of(Instant due, Instant now) {
        if (!now.isBefore(due)) {
            return OVER;
        }
        LocalDate today = LocalDate.ofInstant(now, Japan.ZONE);
        if (!due.isAfter(endOf(today))) {
            return TODAY;
        }
        return due.isAfter(endOf(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))) ? LATER : WEEK;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Japan.ZONE).toInstant();
    }
}
