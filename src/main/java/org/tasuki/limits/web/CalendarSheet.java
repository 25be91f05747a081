package org.tasuki.limits.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.deadlines.JapaneseCalendar;
import org.tasuki.deadlines.LocalDay;
import org.tasuki.deadlines.OpenHours;
import org.tasuki.terms.Typing;

/** A calendar as it is typed, and what is wrong with it, each in its own field; the page comes back with both. */
final class CalendarSheet {

    private static final int MOST_DAYS = 200;
    private static final int MOST_REMARK = 100;
    private static final int MOST_TEXT = 20_000;
    private static final Pattern LINE = Pattern.compile(
            "(\\d{4}-\\d{1,2}-\\d{1,2})(?:\\s+(\\d{1,2}:\\d{2})\\s*[-~〜–]\\s*(\\d{1,2}:\\d{2}))?(?:\\s+(.*))?");

    private final Map<String, String> typed;
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    CalendarSheet(Map<String, String> typed) {
        this.typed = typed;
    }

    /** @param line of a list of days, or "" */
    record Problem(String key, String line) {}

    /** As if it had been typed: what there is already. */
    static CalendarSheet of(JapaneseCalendar calendar, int version) {
        Map<String, String> known = new LinkedHashMap<>();
        calendar.week().forEach((day, hours) -> {
            known.put("opens" + day.getValue(), hours.opens().toString());
            known.put("closes" + day.getValue(), hours.closes().toString());
        });
        if (calendar.closedOnHolidays()) {
            known.put("holidays", "yes");
        }
        if (calendar.closedAtNewYear()) {
            known.put("newYear", "yes");
        }
        known.put("closed", lines(calendar, false));
        known.put("open", lines(calendar, true));
        known.put("seen", String.valueOf(version));
        return new CalendarSheet(known);
    }

    private static String lines(JapaneseCalendar calendar, boolean open) {
        return calendar.days().stream()
                .filter(day -> (day.hours() != null) == open)
                .map(CalendarSheet::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(LocalDay day) {
        OpenHours hours = day.hours();
        String when = hours == null ? "" : " " + hours.opens() + "-" + hours.closes();
        return (day.day() + when + " " + day.remark()).strip();
    }

    public String text(String field) {
        return Typing.visible(typed.getOrDefault(field, ""));
    }

    public boolean yes(String field) {
        return typed.containsKey(field);
    }

    public @Nullable Problem problem(String field) {
        return problems.get(field);
    }

    public int problems() {
        return problems.size();
    }

    int seen() {
        String seen = typed.getOrDefault("seen", "");
        return seen.matches("\\d{1,8}") ? Integer.parseInt(seen) : -1;
    }

    /** The same, to be looked at again beside another version. */
    CalendarSheet seeing(int version) {
        Map<String, String> again = all();
        again.put("seen", String.valueOf(version));
        return new CalendarSheet(again);
    }

    /** Every field again, for the page between typing and confirming. */
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        typed.forEach((field, value) -> {
            if (field.matches("(opens|closes)[1-7]|holidays|newYear|closed|open|seen")) {
                all.put(field, value);
            }
        });
        return all;
    }

    /** Empty when something is wrong, which the problems then say. */
    Optional<JapaneseCalendar> read() {
        Map<DayOfWeek, OpenHours> week = week();
        List<LocalDay> days = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        readDays("closed", false, days, seen);
        readDays("open", true, days, seen);
        if (week.isEmpty() && problems.isEmpty()) {
            add("week", "limits.calendar.week.none", "");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        JapaneseCalendar calendar = new JapaneseCalendar(week, yes("holidays"), yes("newYear"), days);
        if (closedTooLong(calendar)) {
            add("closed", "limits.calendar.closedTooLong", "");
            return Optional.empty();
        }
        return Optional.of(calendar);
    }

    /** Only closed days of its own can shut an office for so long; in years past too, from which what is still open is counted. */
    private static boolean closedTooLong(JapaneseCalendar calendar) {
        List<LocalDate> own =
                calendar.days().stream().map(LocalDay::day).sorted().toList();
        if (own.isEmpty()) {
            return false;
        }
        int closed = 0;
        LocalDate last = known(own.get(own.size() - 1).plusDays(BusinessCalendar.LONGEST_CLOSED));
        for (LocalDate day = known(own.get(0).minusDays(BusinessCalendar.LONGEST_CLOSED));
                !day.isAfter(last);
                day = day.plusDays(1)) {
            closed = calendar.isWorkingDay(day) ? 0 : closed + 1;
            if (closed >= BusinessCalendar.LONGEST_CLOSED) {
                return true;
            }
        }
        return false;
    }

    private static LocalDate known(LocalDate day) {
        LocalDate first = LocalDate.of(JapaneseCalendar.FIRST_YEAR, 1, 1);
        LocalDate last = LocalDate.of(JapaneseCalendar.LAST_YEAR, 12, 31);
        return day.isBefore(first) ? first : day.isAfter(last) ? last : day;
    }

    private Map<DayOfWeek, OpenHours> week() {
        Map<DayOfWeek, OpenHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String opens = narrow("opens" + day.getValue());
            String closes = narrow("closes" + day.getValue());
            if (!opens.isEmpty() || !closes.isEmpty()) {
                hours("day" + day.getValue(), opens, closes, "").ifPresent(hours -> week.put(day, hours));
            }
        }
        return week;
    }

    private Optional<OpenHours> hours(String field, String opens, String closes, String line) {
        try {
            LocalTime from = LocalTime.parse(padded(opens));
            LocalTime to = LocalTime.parse(padded(closes));
            if (OpenHours.reversed(from, to)) {
                add(field, "limits.calendar.hours.reversed", line);
                return Optional.empty();
            }
            return Optional.of(new OpenHours(from, to));
        } catch (DateTimeParseException notATime) {
            add(field, "limits.calendar.hours.wrong", line);
            return Optional.empty();
        }
    }

    private void readDays(String field, boolean open, List<LocalDay> days, Set<LocalDate> seen) {
        String text = Typing.tidy(typed.getOrDefault(field, ""));
        if (Typing.length(text) > MOST_TEXT || text.lines().count() > MOST_DAYS) {
            add(field, "limits.calendar.days.tooMany", "");
            return;
        }
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String narrow = Typing.narrow(line).replace('/', '-');
            if (!narrow.isEmpty()) {
                readDay(field, open, String.valueOf(number), narrow, days, seen);
            }
        }
    }

    private void readDay(
            String field, boolean open, String line, String text, List<LocalDay> days, Set<LocalDate> seen) {
        Matcher parts = LINE.matcher(text);
        LocalDate day = parts.matches() ? day(parts.group(1)) : null;
        if (day == null || open != (parts.group(2) != null)) {
            add(field, open ? "limits.calendar.open.wrong" : "limits.calendar.closed.wrong", line);
            return;
        }
        String remark = parts.group(4) == null ? "" : parts.group(4).strip();
        if (Typing.length(remark) > MOST_REMARK || Typing.hostile(remark, false)) {
            add(field, "limits.calendar.remark.wrong", line);
        } else if (!seen.add(day)) {
            add(field, "limits.calendar.days.twice", line);
        } else if (open) {
            hours(field, parts.group(2), parts.group(3), line)
                    .ifPresent(hours -> days.add(new LocalDay(day, hours, remark)));
        } else {
            days.add(new LocalDay(day, null, remark));
        }
    }

    /** A day of the years that a calendar knows; null when it is none. */
    private static @Nullable LocalDate day(String text) {
        String[] parts = text.split("-", -1);
        try {
            LocalDate day =
                    LocalDate.parse("%s-%2s-%2s".formatted((Object[]) parts).replace(' ', '0'));
            return day.getYear() >= JapaneseCalendar.FIRST_YEAR && day.getYear() <= JapaneseCalendar.LAST_YEAR
                    ? day
                    : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static String padded(String time) {
        return time.length() == 4 ? "0" + time : time;
    }

    private String narrow(String field) {
        return Typing.narrow(typed.getOrDefault(field, ""));
    }

    /** The first problem of a field is the one to say. */
    private void add(String field, String key, String line) {
        problems.putIfAbsent(field, new Problem(key, line));
    }
}
