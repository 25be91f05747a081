package org.tasuki.deadlines;

import java.time.LocalDate;
import java.time.LocalTime;

/** For limits that say that they ask no calendar: one that does after all is a mistake of ours, and says so. */
enum NeverAsked implements BusinessCalendar {
    CALENDAR;

    @Override
    public boolean isWorkingDay(LocalDate day) {
        throw new IllegalStateException("a limit asked a calendar, though it counts without");
    }

    @Override
    public LocalTime opens(LocalDate day) {
        throw new IllegalStateException("a limit asked a calendar, though it counts without");
    }

    @Override
    public LocalTime closes(LocalDate day) {
        throw new IllegalStateException("a limit asked a calendar, though it counts without");
    }

    @Override
    public LocalDate knownThrough() {
        return LocalDate.MAX;
    }
}
