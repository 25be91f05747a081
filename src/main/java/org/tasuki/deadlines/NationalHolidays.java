package org.tasuki.deadlines;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The national holidays of Japan, from the act itself (国民の祝日に関する法律), because the holiday library that was meant
 * for it lacks the equinoxes, the Emperor's birthday of this era, nearly all substitute holidays and the moved days.
 *
 * <p>It knows 2016 to 2099. Days of past years and of next year are as announced; for later years it is the act as it
 * stands today, with the equinoxes by the usual approximation (good for 1980 to 2099): the Cabinet Office announces them
 * each February for the next year, and the Diet can always add a day.
 */
final class NationalHolidays {

    static final int FIRST_YEAR = 2016;
    static final int LAST_YEAR = 2099;

    /** The Cabinet Office announces a year's days in February of the year before; raise it with each announcement. */
    static final int LAST_ANNOUNCED = 2027;

    /** Days that an act of their own moved or added: the accession of 2019, the Olympic years. */
    private static final Map<Integer, Set<LocalDate>> ADDED = Map.of(
            2019, Set.of(LocalDate.of(2019, 5, 1), LocalDate.of(2019, 10, 22)),
            2020, Set.of(LocalDate.of(2020, 7, 23), LocalDate.of(2020, 7, 24), LocalDate.of(2020, 8, 10)),
            2021, Set.of(LocalDate.of(2021, 7, 22), LocalDate.of(2021, 7, 23), LocalDate.of(2021, 8, 8)));

    private static final Map<Integer, Set<LocalDate>> YEARS = new ConcurrentHashMap<>();

    private NationalHolidays() {}

    static boolean includes(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    /** @throws IllegalArgumentException for a year whose holidays are not known here */
    static Set<LocalDate> of(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "national holidays are known for %d to %d, not for %d".formatted(FIRST_YEAR, LAST_YEAR, year));
        }
        return YEARS.computeIfAbsent(year, NationalHolidays::compute);
    }

    private static Set<LocalDate> compute(int year) {
        TreeSet<LocalDate> named = named(year);
        Set<LocalDate> all = new TreeSet<>(named);
        for (LocalDate day : named) {
            if (day.getDayOfWeek() == SUNDAY) {
                all.add(substitute(day, named));
            }
            if (named.contains(day.plusDays(2))) {
                all.add(day.plusDays(1)); // art. 3(3): a day between two holidays is one too
            }
        }
        return Set.copyOf(all);
    }

    /** Art. 3(2): the nearest day after a Sunday's holiday that is not a holiday itself. */
    private static LocalDate substitute(LocalDate sunday, Set<LocalDate> named) {
        LocalDate day = sunday.plusDays(1);
        while (named.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static TreeSet<LocalDate> named(int year) {
        TreeSet<LocalDate> days = new TreeSet<>(ADDED.getOrDefault(year, Set.of()));
        days.add(LocalDate.of(year, 1, 1));
        days.add(monday(year, 1, 2));
        days.add(LocalDate.of(year, 2, 11));
        days.add(LocalDate.of(year, 3, vernalEquinox(year)));
        days.add(LocalDate.of(year, 4, 29));
        days.add(LocalDate.of(year, 5, 3));
        days.add(LocalDate.of(year, 5, 4));
        days.add(LocalDate.of(year, 5, 5));
        days.add(monday(year, 9, 3));
        days.add(LocalDate.of(year, 9, autumnalEquinox(year)));
        days.add(LocalDate.of(year, 11, 3));
        days.add(LocalDate.of(year, 11, 23));
        addEmperorsBirthday(days, year);
        addSummerDays(days, year);
        return days;
    }

    /** None in 2019: the old emperor had abdicated before his day, the new one's day was past. */
    private static void addEmperorsBirthday(Set<LocalDate> days, int year) {
        if (year <= 2018) {
            days.add(LocalDate.of(year, 12, 23));
        } else if (year >= 2020) {
            days.add(LocalDate.of(year, 2, 23));
        }
    }

    /** Marine, Mountain and Sports Day, which the Olympic years moved. */
    private static void addSummerDays(Set<LocalDate> days, int year) {
        if (year != 2020 && year != 2021) {
            days.add(monday(year, 7, 3));
            days.add(LocalDate.of(year, 8, 11));
            days.add(monday(year, 10, 2));
        }
    }

    private static LocalDate monday(int year, int month, int ordinal) {
        return LocalDate.of(year, month, 1).with(dayOfWeekInMonth(ordinal, MONDAY));
    }

    private static int vernalEquinox(int year) {
        return equinox(20.8431, year);
    }

    private static int autumnalEquinox(int year) {
        return equinox(23.2488, year);
    }

    private static int equinox(double in1980, int year) {
        int years = year - 1980;
        return (int) (in1980 + 0.242194 * years) - years / 4;
    }
}
