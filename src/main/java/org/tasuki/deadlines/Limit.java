package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;

/** How long something may take, and on which clock. Each kind computes its own end, in Japanese time. */
public sealed interface Limit permits CalendarHours, CalendarDays, WorkingDays, Months, Years, GivenDate {

    /**
     * The first instant at which the limit has passed; never before the start. A whole day ends at the next midnight.
     *
     * @param given the date that somebody else set; only {@link GivenDate} reads it
     * @throws IllegalArgumentException when a calendar does not know a day it is asked for, or a date to be given is not
     */
    Instant due(Instant start, BusinessCalendar calendar, @Nullable LocalDate given);

    /** Whether it asks the office's calendar at all; if not, no change of a calendar moves it. */
    boolean byCalendar();

    /** The limit in words, as a diagram or a task shows it: 48時間, 48 h. */
    Text text();

    /** The day it is in Japan at this instant. */
    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Japan.ZONE);
    }

    /**
     * The law counts whole days, so a limit in days ends with its last day, at 24:00 (Civil Code art. 141), whatever the
     * hour it began.
     */
    static Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(Japan.ZONE).toInstant();
    }

    /** @throws IllegalArgumentException when the number is below the least that makes sense */
    static int atLeast(int least, int number) {
        if (number < least) {
            throw new IllegalArgumentException("the limit is " + number + "; make it " + least + " or more");
        }
        return number;
    }
}
