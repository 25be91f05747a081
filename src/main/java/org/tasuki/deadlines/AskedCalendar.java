package org.tasuki.deadlines;

import java.time.LocalDate;
import java.time.LocalTime;

/** A calendar that remembers how far it was asked: what was counted beyond the days that are known is provisional (暫定). */
final class AskedCalendar implements BusinessCalendar {

    private final BusinessCalendar calendar;
    private LocalDate furthest = LocalDate.MIN;

    AskedCalendar(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    boolean beyondWhatIsKnown() {
        return furthest.isAfter(calendar.knownThrough());
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        furthest = day.isAfter(furthest) ? day : furthest;
        return calendar.isWorkingDay(day);
    }

    @Override
    public LocalTime opens(LocalDate day) {
        return calendar.opens(day);
    }

    @Override
    public LocalTime closes(LocalDate day) {
        return calendar.closes(day);
    }

    @Override
    public LocalDate knownThrough() {
        return calendar.knownThrough();
    }
}
