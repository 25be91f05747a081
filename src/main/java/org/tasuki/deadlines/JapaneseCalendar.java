package org.tasuki.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Set;

/**
 * The calendar of a Japanese public office: closed at weekends, on national holidays, from 29 December to 3 January (Local
 * Autonomy Act art. 4-2), and on the authority's own days. It knows the years of {@link NationalHolidays}, and refuses
 * others rather than guess.
 *
 * @param alsoClosed days of this authority alone, such as 慰霊の日 in Okinawa
 * @param closes in Japanese time
 */
public record JapaneseCalendar(Set<LocalDate> alsoClosed, LocalTime closes) implements BusinessCalendar {

    /** 17:15, the usual end of a local authority's day; an office default. */
    public static final LocalTime USUAL_CLOSE = LocalTime.of(17, 15);

    private static final MonthDay YEAR_END = MonthDay.of(12, 29);
    private static final MonthDay YEAR_START = MonthDay.of(1, 3);

    public JapaneseCalendar {
        alsoClosed = Set.copyOf(alsoClosed);
    }

    /** An authority without days of its own. */
    public static JapaneseCalendar usual() {
        return new JapaneseCalendar(Set.of(), USUAL_CLOSE);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return !NationalHolidays.includes(day) && !isWeekend(day) && !isNewYear(day) && !alsoClosed.contains(day);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static boolean isNewYear(LocalDate day) {
        MonthDay inYear = MonthDay.from(day);
        return !inYear.isBefore(YEAR_END) || !inYear.isAfter(YEAR_START);
    }
}
