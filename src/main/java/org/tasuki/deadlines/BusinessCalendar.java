package org.tasuki.deadlines;

import java.time.LocalDate;
import java.time.LocalTime;

/** The days on which an authority works. */
public interface BusinessCalendar {

    /** A calendar that is closed for longer than this is a mistake: nobody would ever be late. */
    int LONGEST_CLOSED = 366;

    /** @throws IllegalArgumentException when the calendar does not know the day's year */
    boolean isWorkingDay(LocalDate day);

    /** When the office opens on this working day, in Japanese time. */
    LocalTime opens(LocalDate day);

    /** When the office closes on this working day, in Japanese time. */
    LocalTime closes(LocalDate day);

    /** The last day that is known for certain; later ones are as the law stands today, and may still change. */
    LocalDate knownThrough();

    /** The first working day after this day. */
    default LocalDate next(LocalDate day) {
        return sameOrNext(day.plusDays(1));
    }

    /**
     * This day if the office works on it, otherwise the first working day after it.
     *
     * @throws IllegalArgumentException when there is none within a year
     */
    default LocalDate sameOrNext(LocalDate day) {
        return day.datesUntil(day.plusDays(LONGEST_CLOSED + 1L))
                .filter(this::isWorkingDay)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("the calendar has no working day within a year of " + day));
    }

    /** The last of so many working days, the first of which comes after this day. */
    default LocalDate plus(LocalDate day, int workingDays) {
        LocalDate last = day;
        for (int counted = 0; counted < workingDays; counted++) {
            last = next(last);
        }
        return last;
    }
}
