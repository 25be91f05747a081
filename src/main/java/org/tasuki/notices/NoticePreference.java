package org.tasuki.notices;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.terms.Japan;

/**
 * How somebody wants to hear of what is not urgent.
 *
 * @param digestHour of the morning's one mail
 * @param quietFrom when the evening begins; before {@code quietUntil} if the quiet lies within one day, the same if there is none
 */
public record NoticePreference(
        Way mail, int digestHour, Set<DayOfWeek> digestDays, LocalTime quietFrom, LocalTime quietUntil) {

    public enum Way {
        OFF,
        AT_ONCE,
        DIGEST;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Way> of(String key) {
            return Arrays.stream(values()).filter(way -> way.key().equals(key)).findFirst();
        }
    }

    /** What holds for whoever has chosen nothing: an office default. */
    public static NoticePreference usual() {
        return new NoticePreference(
                Way.AT_ONCE,
                8,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(20, 0),
                LocalTime.of(7, 0));
    }

    /** When what is not urgent may go: now, or when the quiet is over. Closed days are quiet as a whole. */
    Instant notBefore(Instant now, BusinessCalendar calendar) {
        ZonedDateTime here = now.atZone(Japan.ZONE);
        if (!isQuiet(here, calendar)) {
            return now;
        }
        return Stream.iterate(here.toLocalDate(), day -> day.plusDays(1))
                .flatMap(day -> Stream.of(LocalTime.MIDNIGHT, quietUntil)
                        .map(time -> day.atTime(time).atZone(Japan.ZONE)))
                .filter(moment -> moment.isAfter(here) && !isQuiet(moment, calendar))
                .findFirst()
                .orElseThrow()
                .toInstant();
    }

    private boolean isQuiet(ZonedDateTime moment, BusinessCalendar calendar) {
        return !calendar.isWorkingDay(moment.toLocalDate()) || isQuiet(moment.toLocalTime());
    }

    private boolean isQuiet(LocalTime time) {
        boolean begun = !time.isBefore(quietFrom);
        boolean over = !time.isBefore(quietUntil);
        return quietFrom.isAfter(quietUntil) ? begun || !over : begun && !over;
    }

    /** Whether the day's one mail is to go by now: on the person's days, as far as the office works on them. */
    boolean digestIsDue(Instant now, BusinessCalendar calendar) {
        ZonedDateTime here = now.atZone(Japan.ZONE);
        LocalDate day = here.toLocalDate();
        return mail == Way.DIGEST
                && here.getHour() >= digestHour
                && digestDays.contains(day.getDayOfWeek())
                && calendar.isWorkingDay(day);
    }
}
