package org.tasuki.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Typing;

/** Days and times as offices write them: 2026-11-23, 令和8年11月23日, R8.11.23, 午後2時30分. */
final class JapaneseTime {

    private static final Map<String, JapaneseEra> ERAS = Map.ofEntries(
            Map.entry("令和", JapaneseEra.REIWA), Map.entry("R", JapaneseEra.REIWA),
            Map.entry("平成", JapaneseEra.HEISEI), Map.entry("H", JapaneseEra.HEISEI),
            Map.entry("昭和", JapaneseEra.SHOWA), Map.entry("S", JapaneseEra.SHOWA),
            Map.entry("大正", JapaneseEra.TAISHO), Map.entry("T", JapaneseEra.TAISHO),
            Map.entry("明治", JapaneseEra.MEIJI), Map.entry("M", JapaneseEra.MEIJI));

    private static final Pattern DATE = Pattern.compile(
            "(令和|平成|昭和|大正|明治|[RHSTM])?\\s*(元|\\d{1,4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?"
                    + "(?:\\s*\\([月火水木金土日]\\))?");

    private static final Pattern TIME =
            Pattern.compile("(午前|午後)?\\s*(\\d{1,2})(?::(\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?|時(?:(\\d{1,2})分|(半))?)");

    private static final Pattern BOTH = Pattern.compile("(.*[\\d日)])(?:T|\\s+|(?<=[日)]))(\\D{0,2}\\s*\\d.*)");

    private static final String[] WEEKDAYS = {"月", "火", "水", "木", "金", "土", "日"};

    private JapaneseTime() {}

    static Optional<LocalDate> date(String text) {
        Matcher parts = DATE.matcher(Typing.narrow(text).toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            String era = parts.group(1);
            int year = "元".equals(parts.group(2)) ? 1 : Integer.parseInt(parts.group(2));
            int month = Integer.parseInt(parts.group(3));
            int day = Integer.parseInt(parts.group(4));
            LocalDate date = era == null ? gregorian(year, month, day) : inEra(era, year, month, day);
            return Optional.of(date);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> time(String text) {
        Matcher parts = TIME.matcher(Typing.narrow(text));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int hour = Integer.parseInt(parts.group(2));
            if (parts.group(1) != null && hour > 12) {
                return Optional.empty();
            }
            int noon = "午後".equals(parts.group(1)) && hour < 12 ? 12 : 0;
            return Optional.of(LocalTime.of(hour + noon, minute(parts)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    static Optional<LocalDateTime> dateTime(String text) {
        Optional<LocalDateTime> kept = withOffset(text);
        if (kept.isPresent()) {
            return kept;
        }
        Matcher parts = BOTH.matcher(Typing.narrow(text));
        if (!parts.matches()) {
            return Optional.empty();
        }
        return date(parts.group(1)).flatMap(day -> time(parts.group(2)).map(day::atTime));
    }

    /** 令和8年11月23日(月) or 23 Nov 2026. */
    static String shown(LocalDate date, Locale locale) {
        if (english(locale)) {
            return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).format(date);
        }
        return "%s%d月%d日(%s)"
                .formatted(
                        year(date),
                        date.getMonthValue(),
                        date.getDayOfMonth(),
                        WEEKDAYS[date.getDayOfWeek().getValue() - 1]);
    }

    /** 令和8年11月23日(月) 午後2時30分 or 23 Nov 2026 14:30. */
    static String shown(LocalDateTime at, Locale locale) {
        return shown(at.toLocalDate(), locale) + " " + shown(at.toLocalTime(), locale);
    }

    static String shown(LocalTime time, Locale locale) {
        if (english(locale)) {
            return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(time);
        }
        String minutes = time.getMinute() == 0 ? "" : time.getMinute() + "分";
        return (time.getHour() < 12 ? "午前" : "午後") + time.getHour() % 12 + "時" + minutes;
    }

    private static LocalDate gregorian(int year, int month, int day) {
        if (year < 1868 || year > 2200) {
            throw new DateTimeException("no year of a living person");
        }
        return LocalDate.of(year, month, day);
    }

    /**
     * Habit runs on after an era's end: 平成31年5月1日 is read as the day it means. A year before the era's first is not a
     * day.
     */
    private static LocalDate inEra(String era, int year, int month, int day) {
        JapaneseEra named = ERAS.getOrDefault(era, JapaneseEra.REIWA);
        int first = JapaneseDate.of(named, 7, 1, 1).get(ChronoField.YEAR) - 6;
        LocalDate date = gregorian(first + year - 1, month, day);
        if (year < 1 || named == JapaneseEra.MEIJI && year < 6) {
            throw new DateTimeException("not in that era");
        }
        if (JapaneseDate.from(date).getEra().getValue() < named.getValue()) {
            throw new DateTimeException("before that era");
        }
        return date;
    }

    private static int minute(Matcher parts) {
        if (parts.group(5) != null) {
            return 30;
        }
        String minute = parts.group(3) != null ? parts.group(3) : parts.group(4);
        return minute == null ? 0 : Integer.parseInt(minute);
    }

    private static Optional<LocalDateTime> withOffset(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text)
                    .atZoneSameInstant(Japan.ZONE)
                    .toLocalDateTime()
                    .withSecond(0)
                    .withNano(0));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    /** Years before the solar calendar of Meiji 6 have no era year in this library. */
    private static String year(LocalDate date) {
        if (date.getYear() < 1873) {
            return date.getYear() + "年";
        }
        JapaneseDate japanese = JapaneseDate.from(date);
        int year = japanese.get(ChronoField.YEAR_OF_ERA);
        return DateTimeFormatter.ofPattern("GGGG", Locale.JAPANESE).format(japanese)
                + (year == 1 ? "元" : String.valueOf(year))
                + "年";
    }

    private static boolean english(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
