package org.tasuki.deadlines;

import java.time.LocalDate;
import java.time.LocalTime;

/** The days on which an authority works. */
public interface BusinessCalendar {

    /** @throws IllegalArgumentException when the calendar does not know the day's year */
    boolean isWorkingDay(LocalDate day);

    /** When the office closes on a working day, in Japanese time. */
    LocalTime closes();

    /** The first working day after this day. */
    default LocalDate next(LocalDate day) {
        return sameOrNext(day.plusDays(1));
    }

    /** This day if the office works on it, otherwise the first working day after it. */
    default LocalDate sameOrNext(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
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
