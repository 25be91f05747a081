package org.tasuki.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.deadlines.Calendars;
import org.tasuki.terms.Japan;

/** When somebody sits in the office, in Japanese time; at all other times the list of who is on call holds. */
@Component
public class OfficeHours {

    private final Calendars calendars;

    OfficeHours(Calendars calendars) {
        this.calendars = calendars;
    }

    public boolean isOpen(String center, Instant moment) {
        BusinessCalendar calendar = calendars.current(center, null).calendar();
        LocalDate day = LocalDate.ofInstant(moment, Japan.ZONE);
        return calendar.isWorkingDay(day) && of(calendar, day).contains(moment);
    }

    /** The times between two moments at which it is closed. */
    List<Stretch> closed(String center, Stretch within) {
        BusinessCalendar calendar = calendars.current(center, null).calendar();
        LocalDate last = LocalDate.ofInstant(within.until(), Japan.ZONE);
        List<Stretch> open = Stream.iterate(
                        LocalDate.ofInstant(within.from(), Japan.ZONE),
                        day -> !day.isAfter(last),
                        day -> day.plusDays(1))
                .filter(calendar::isWorkingDay)
                .map(day -> of(calendar, day))
                .toList();
        return within.without(open);
    }

    private static Stretch of(BusinessCalendar calendar, LocalDate day) {
        return new Stretch(
                day.atTime(calendar.opens(day)).atZone(Japan.ZONE).toInstant(),
                day.atTime(calendar.closes(day)).atZone(Japan.ZONE).toInstant());
    }
}
