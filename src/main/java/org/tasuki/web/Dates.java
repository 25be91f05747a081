package org.tasuki.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.tasuki.terms.Japan;

/**
 * Dates, lengths of time and ages in the reader's language, for templates: {@code ${@dates.full(due)}}. All in Japanese
 * time. Nothing here knows what time it is: a page says {@code now}, because a practice case has a clock of its own.
 */
@Component("dates")
public class Dates {

    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK_TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("M/d", Locale.ENGLISH);
    private static final DateTimeFormatter MACHINE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");

    private final MessageSource texts;

    Dates(MessageSource texts) {
        this.texts = texts;
    }

    /** 令和8年11月23日(月) 午後2時 · 23 Nov 2026 14:00. */
    public String full(Instant moment) {
        ZonedDateTime there = moment.atZone(Japan.ZONE);
        return day(there.toLocalDate()) + " " + time(there);
    }

    private static String time(ZonedDateTime there) {
        return isEnglish() ? CLOCK_TIME.format(there) : JapaneseDay.time(there.toLocalTime());
    }

    /** 令和8年11月23日(月) 午後2時～午後4時 · 23 Nov 2026 14:00–16:00; with the day at the end as well where it is another. */
    public String range(Instant from, Instant until) {
        ZonedDateTime end = until.atZone(Japan.ZONE);
        return end.toLocalDate().equals(from.atZone(Japan.ZONE).toLocalDate())
                ? full(from) + (isEnglish() ? "–" : "～") + time(end)
                : full(from) + (isEnglish() ? " – " : "～") + full(until);
    }

    /** As documents are dated: 令和8年11月23日 · 23 Nov 2026. */
    public String onPaper(LocalDate date) {
        return isEnglish() ? ENGLISH_DAY.format(date) : JapaneseDay.dated(date);
    }

    /** 令和8年11月23日(月) · 23 Nov 2026. */
    public String day(LocalDate date) {
        return isEnglish() ? ENGLISH_DAY.format(date) : JapaneseDay.inEra(date);
    }

    public String day(Instant moment) {
        return day(moment.atZone(Japan.ZONE).toLocalDate());
    }

    /** For tables: 今日 14:00, 11/25(水) 14:00 in the same year, R7.12.3 in another · today 14:00, 25 Nov 14:00, 3 Dec 2025. */
    public String brief(Instant moment, Instant now) {
        ZonedDateTime there = moment.atZone(Japan.ZONE);
        LocalDate date = there.toLocalDate();
        LocalDate today = now.atZone(Japan.ZONE).toLocalDate();
        if (date.equals(today)) {
            return text("web.dates.today", CLOCK_TIME.format(there));
        }
        return date.getYear() == today.getYear() ? thisYear(date) + " " + CLOCK_TIME.format(there) : brief(date);
    }

    /** A time limit in a table. One that ends with a day names that day: 11/23(月) 24:00 · end of 23 Nov. */
    public String due(Instant due, Instant now) {
        if (!endsADay(due)) {
            return brief(due, now);
        }
        LocalDate day = dayThatEnds(due);
        LocalDate today = now.atZone(Japan.ZONE).toLocalDate();
        if (day.equals(today)) {
            return text("web.dates.endOfToday");
        }
        return day.getYear() == today.getYear() ? text("web.dates.endOfDay", thisYear(day)) : brief(day);
    }

    /** A time limit on paper of this year, which is read tomorrow too: 11/23(月) 24:00, 11/24(火) 17:15 · end of 23 Nov, 24 Nov 17:15. */
    public String dueOnPaper(Instant due, Instant printed) {
        LocalDate day =
                endsADay(due) ? dayThatEnds(due) : due.atZone(Japan.ZONE).toLocalDate();
        if (day.getYear() != printed.atZone(Japan.ZONE).getYear()) {
            return dueInFull(due);
        }
        return endsADay(due)
                ? text("web.dates.endOfDay", thisYear(day))
                : thisYear(day) + " " + CLOCK_TIME.format(due.atZone(Japan.ZONE));
    }

    /** A time limit in full: 令和8年11月23日(月) 24:00 · end of 23 Nov 2026. */
    public String dueInFull(Instant due) {
        return endsADay(due) ? text("web.dates.endOfDay", day(dayThatEnds(due))) : full(due);
    }

    /** R8.11.23 · 23 Nov 2026. */
    public String brief(LocalDate date) {
        return isEnglish() ? ENGLISH_DAY.format(date) : JapaneseDay.brief(date);
    }

    /** 残り 6時間, 3日超過 · 6 h left, 3 days over. */
    public String left(Instant due, Instant now) {
        Duration left = Duration.between(now, due);
        return spoken(left.isNegative() ? "web.dates.over." : "web.dates.left.", left);
    }

    /** 6時間前 · 6 h ago. */
    public String ago(Instant moment, Instant now) {
        return spoken("web.dates.ago.", Duration.between(moment, now));
    }

    /** 6時間 · 6 h. */
    public String length(Duration length) {
        return spoken("web.dates.length.", length);
    }

    public boolean isOver(Instant due, Instant now) {
        return now.isAfter(due);
    }

    /** How much of the time from start to due is left: 100 down to 0. */
    public long percentLeft(Instant start, Instant due, Instant now) {
        long whole = Math.max(1, ChronoUnit.SECONDS.between(start, due));
        long left = ChronoUnit.SECONDS.between(now, due);
        return Math.max(0, Math.min(100, Math.round(100.0 * left / whole)));
    }

    /** 8歳, 0歳5か月 for a baby · 8 years old, 5 months old. */
    public String age(LocalDate birth, Instant now) {
        Period lived = Period.between(birth, now.atZone(Japan.ZONE).toLocalDate());
        return lived.getYears() > 0
                ? text("web.age.years", lived.getYears())
                : text("web.age.months", lived.getMonths());
    }

    /** 小学3年, 高校1年相当, 未就学 · Elementary 3, High school year 1, Before school. */
    public String grade(LocalDate birth, Instant now) {
        SchoolGrade grade = SchoolGrade.on(now.atZone(Japan.ZONE).toLocalDate(), birth);
        return text(grade.key(), grade.number());
    }

    /** For {@code <time datetime>}. */
    public String machine(Instant moment) {
        return MACHINE.format(moment.atZone(Japan.ZONE));
    }

    /** The limits reckon to the first instant that is too late; people say the day on which there was still time. */
    private static boolean endsADay(Instant due) {
        return due.atZone(Japan.ZONE).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static LocalDate dayThatEnds(Instant due) {
        return due.atZone(Japan.ZONE).toLocalDate().minusDays(1);
    }

    private String thisYear(LocalDate date) {
        return isEnglish()
                ? ENGLISH_SHORT.format(date)
                : MONTH_DAY.format(date) + "(" + JapaneseDay.weekday(date) + ")";
    }

    private String spoken(String prefix, Duration length) {
        Span span = Span.of(length);
        return text(prefix + span.unit().key(), span.count());
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    private static boolean isEnglish() {
        return Languages.isEnglish(LocaleContextHolder.getLocale());
    }
}
