package org.tasuki.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates as a Japanese office writes them: 令和8年11月23日(月) 午後2時5分. */
final class JapaneseDay {

    private JapaneseDay() {}

    static String inEra(LocalDate date) {
        return "%s(%s)".formatted(dated(date), weekday(date));
    }

    /** Without the day of the week, as on a certificate: 令和8年11月23日. */
    static String dated(LocalDate date) {
        int year = JapaneseDate.from(date).get(ChronoField.YEAR_OF_ERA);
        return "%s%s年%s".formatted(era(date, TextStyle.FULL), year == 1 ? "元" : year, monthDay(date));
    }

    /** For narrow columns: R8.11.23. */
    static String brief(LocalDate date) {
        int year = JapaneseDate.from(date).get(ChronoField.YEAR_OF_ERA);
        return "%s%d.%d.%d".formatted(era(date, TextStyle.NARROW), year, date.getMonthValue(), date.getDayOfMonth());
    }

    /** Noon is 午後0時 and midnight 午前0時; whole hours carry no minutes. */
    static String time(LocalTime time) {
        String half = time.getHour() < 12 ? "午前" : "午後";
        String minutes = time.getMinute() == 0 ? "" : time.getMinute() + "分";
        return half + time.getHour() % 12 + "時" + minutes;
    }

    static String monthDay(LocalDate date) {
        return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE);
    }

    private static String era(LocalDate date, TextStyle style) {
        Locale language = style == TextStyle.NARROW ? Locale.ENGLISH : Locale.JAPANESE;
        return JapaneseDate.from(date).getEra().getDisplayName(style, language);
    }
}
