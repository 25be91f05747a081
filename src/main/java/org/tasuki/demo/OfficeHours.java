package org.tasuki.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.terms.Japan;

/**
 * When the demo office writes things down: on working days, from half past nine, so that a meeting of forty minutes before
 * began after the doors opened.
 */
record OfficeHours(BusinessCalendar calendar) {

    private static final LocalTime FROM = LocalTime.of(9, 30);
    private static final LocalTime TO = LocalTime.of(18, 20);
    private static final int WHOLE_DAY = 520;
    private static final int MORNING = 45;
    private static final int LAST_HOURS = 240;

    boolean open(Instant at) {
        LocalDateTime there = there(at);
        return calendar.isWorkingDay(there.toLocalDate()) && byDay(there.toLocalTime());
    }

    /** In the hours of the day, whatever day it is: homes are visited on Sundays too. */
    static boolean byDay(Instant at) {
        return byDay(there(at).toLocalTime());
    }

    /** Some time of the moment's day, or of the first working day after it. */
    Instant around(Instant at, Dice dice) {
        return at(calendar.sameOrNext(there(at).toLocalDate()), FROM.plusMinutes(dice.below("time", WHOLE_DAY)));
    }

    /** The moment itself when the office works then; else the morning after it. */
    Instant notBefore(Instant earliest, Dice dice) {
        if (open(earliest)) {
            return earliest;
        }
        LocalDateTime there = there(earliest);
        LocalDate day = there.toLocalTime().isAfter(TO) ? there.toLocalDate().plusDays(1) : there.toLocalDate();
        return at(calendar.sameOrNext(day), FROM.plusMinutes(dice.below("morning", MORNING)));
    }

    /** The moment itself when the office works then; else the end of the working day before it. */
    Instant notAfter(Instant latest, Dice dice) {
        if (open(latest)) {
            return latest;
        }
        LocalDateTime there = there(latest);
        LocalDate day = there.toLocalTime().isBefore(FROM) ? there.toLocalDate().minusDays(1) : there.toLocalDate();
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return at(day, TO.minusMinutes(dice.below("evening", LAST_HOURS)));
    }

    /** So many working days earlier, at the same time of day. */
    Instant back(Instant at, long workingDays) {
        LocalDateTime there = there(at);
        LocalDate day = there.toLocalDate();
        for (long left = workingDays; left > 0; left--) {
            do {
                day = day.minusDays(1);
            } while (!calendar.isWorkingDay(day));
        }
        return at(day, there.toLocalTime());
    }

    /** By day, on the moment's own day when that is not before the earliest, else on the next, working or not. */
    static Instant daytime(Instant at, Instant earliest, Dice dice) {
        LocalTime time = FROM.plusMinutes(dice.below("time", WHOLE_DAY));
        Instant moved = at(there(at).toLocalDate(), time);
        return moved.isBefore(earliest) ? at(there(earliest).toLocalDate().plusDays(1), time) : moved;
    }

    /** The last morning before, working or not. */
    static Instant morning(Instant latest, Dice dice) {
        LocalTime time = FROM.plusMinutes(dice.below("morning", MORNING * 4));
        Instant sameDay = at(there(latest).toLocalDate(), time);
        return sameDay.isAfter(latest) ? at(there(latest).toLocalDate().minusDays(1), time) : sameDay;
    }

    /** The moment itself by day; else the day before it, working or not. */
    static Instant dayBefore(Instant latest, Dice dice) {
        LocalDateTime there = there(latest);
        if (byDay(there.toLocalTime())) {
            return latest;
        }
        LocalDate day = there.toLocalTime().isBefore(FROM) ? there.toLocalDate().minusDays(1) : there.toLocalDate();
        return at(day, TO.minusMinutes(dice.below("spoken", WHOLE_DAY)));
    }

    private static boolean byDay(LocalTime time) {
        return !time.isBefore(FROM) && !time.isAfter(TO);
    }

    private static LocalDateTime there(Instant at) {
        return LocalDateTime.ofInstant(at, Japan.ZONE);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return LocalDateTime.of(day, time).atZone(Japan.ZONE).toInstant();
    }
}
