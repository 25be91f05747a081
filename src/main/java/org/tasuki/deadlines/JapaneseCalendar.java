package org.tasuki.deadlines;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The calendar of a Japanese public office: its week, the national holidays, 29 December to 3 January (Local Autonomy Act
 * art. 4-2), and the days on which it differs. It knows the years of {@link NationalHolidays}, and refuses others rather than
 * guess.
 *
 * @param week the hours of each weekday on which it is open
 * @param closedOnHolidays whether national holidays close it
 * @param closedAtNewYear whether 29 December to 3 January close it
 */
public record JapaneseCalendar(
        Map<DayOfWeek, OpenHours> week, boolean closedOnHolidays, boolean closedAtNewYear, List<LocalDay> days)
        implements BusinessCalendar {

    /** 8:30 to 17:15, the usual day of a local authority; an office default. */
    public static final OpenHours USUAL_HOURS = new OpenHours(LocalTime.of(8, 30), LocalTime.of(17, 15));

    /** The years that it knows. */
    public static final int FIRST_YEAR = NationalHolidays.FIRST_YEAR;

    public static final int LAST_YEAR = NationalHolidays.LAST_YEAR;

    private static final MonthDay YEAR_END = MonthDay.of(12, 29);
    private static final MonthDay YEAR_START = MonthDay.of(1, 3);

    public JapaneseCalendar {
        if (week.isEmpty()) {
            throw new IllegalArgumentException("a calendar that is closed every day");
        }
        week = Map.copyOf(new EnumMap<>(week));
        days = List.copyOf(days);
        byDay(days); // refuses a day that is there twice
    }

    /** An authority without days of its own. */
    public static JapaneseCalendar usual() {
        return usual(List.of());
    }

    /** The usual one, but for these days. */
    public static JapaneseCalendar usual(List<LocalDay> days) {
        Map<DayOfWeek, OpenHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (!isWeekend(day)) {
                week.put(day, USUAL_HOURS);
            }
        }
        return new JapaneseCalendar(week, true, true, days);
    }

    /** Up to when the Cabinet Office has announced the holidays. */
    public static LocalDate announcedThrough() {
        return LocalDate.of(NationalHolidays.LAST_ANNOUNCED, 12, 31);
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return hours(day).isPresent();
    }

    @Override
    public LocalTime opens(LocalDate day) {
        return open(day).opens();
    }

    @Override
    public LocalTime closes(LocalDate day) {
        return open(day).closes();
    }

    private OpenHours open(LocalDate day) {
        return hours(day).orElseThrow(() -> new IllegalArgumentException("closed on " + day));
    }

    @Override
    public LocalDate knownThrough() {
        return closedOnHolidays ? announcedThrough() : LocalDate.MAX;
    }

    private Optional<OpenHours> hours(LocalDate day) {
        for (LocalDay local : days) {
            if (local.day().equals(day)) {
                return local.open();
            }
        }
        boolean closed = closedOnHolidays && NationalHolidays.includes(day) || closedAtNewYear && isNewYear(day);
        return closed ? Optional.empty() : Optional.ofNullable(week.get(day.getDayOfWeek()));
    }

    private static Map<LocalDate, LocalDay> byDay(List<LocalDay> days) {
        return days.stream().collect(toUnmodifiableMap(LocalDay::day, Function.identity()));
    }

    private static boolean isWeekend(DayOfWeek day) {
        return day.compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static boolean isNewYear(LocalDate day) {
        MonthDay inYear = MonthDay.from(day);
        return !inYear.isBefore(YEAR_END) || !inYear.isAfter(YEAR_START);
    }
}
