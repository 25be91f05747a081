package org.tasuki.oncall;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.terms.Japan;

/** When somebody sits in the office, in Japanese time; at all other times the list of who is on call holds. */
@Component
public class OfficeHours {

    private final BusinessCalendar calendar;
    private final LocalTime opens;

    public OfficeHours(BusinessCalendar calendar, @Value("${tasuki.on-call.office-opens}") LocalTime opens) {
        this.calendar = calendar;
        this.opens = opens;
    }

    public boolean isOpen(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, Japan.ZONE);
        return calendar.isWorkingDay(day) && of(day).contains(moment);
    }

    /** The times between two moments at which it is closed. */
    List<Stretch> closed(Stretch within) {
        LocalDate last = LocalDate.ofInstant(within.until(), Japan.ZONE);
        List<Stretch> open = Stream.iterate(
                        LocalDate.ofInstant(within.from(), Japan.ZONE),
                        day -> !day.isAfter(last),
                        day -> day.plusDays(1))
                .filter(calendar::isWorkingDay)
                .map(this::of)
                .toList();
        return within.without(open);
    }

    private Stretch of(LocalDate day) {
        return new Stretch(
                day.atTime(opens).atZone(Japan.ZONE).toInstant(),
                day.atTime(calendar.closes()).atZone(Japan.ZONE).toInstant());
    }
}
