package org.tasuki.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasuki.deadlines.JapaneseCalendar;
import org.tasuki.notices.NoticePreference.Way;
import org.tasuki.terms.Japan;

/** What is not urgent waits for the morning on which its reader works again. */
class QuietHoursTest {

    private static final JapaneseCalendar CALENDAR = JapaneseCalendar.usual();

    /** The week before Labour Thanksgiving Day, a Monday in 2026. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-18T10:00, 2026-11-18T10:00", // a working day
        "2026-11-18T19:59, 2026-11-18T19:59", // until the last minute
        "2026-11-18T20:00, 2026-11-19T07:00", // over midnight
        "2026-11-19T00:00, 2026-11-19T07:00",
        "2026-11-19T06:59, 2026-11-19T07:00",
        "2026-11-19T07:00, 2026-11-19T07:00",
        "2026-11-20T21:00, 2026-11-24T07:00", // Friday evening, and Monday is a holiday
        "2026-11-21T12:00, 2026-11-24T07:00",
        "2026-12-28T22:00, 2027-01-04T07:00" // the year's end
    })
    void theUsualNight(String now, String then) {
        assertThat(NoticePreference.usual().notBefore(japan(now), CALENDAR)).isEqualTo(japan(then));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T12:30, 2026-11-18T13:00",
        "2026-11-18T23:30, 2026-11-18T23:30",
        "2026-11-20T12:30, 2026-11-20T13:00",
        "2026-11-22T12:30, 2026-11-24T00:00"
    })
    void aQuietNoon(String now, String then) {
        assertThat(quiet("12:00", "13:00").notBefore(japan(now), CALENDAR)).isEqualTo(japan(then));
    }

    @Test
    void whoWantsNoQuietHasTheClosedDaysAlone() {
        NoticePreference none = quiet("00:00", "00:00");
        assertThat(none.notBefore(japan("2026-11-18T03:00"), CALENDAR)).isEqualTo(japan("2026-11-18T03:00"));
        assertThat(none.notBefore(japan("2026-11-21T03:00"), CALENDAR)).isEqualTo(japan("2026-11-24T00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T07:59, false", // before the hour
        "2026-11-18T08:00, true",
        "2026-11-18T17:00, true", // the system was away in the morning
        "2026-11-20T08:00, false", // a Friday, which is not chosen
        "2026-11-23T08:00, false" // chosen, but a holiday
    })
    void theDaysOneMail(String now, boolean due) {
        NoticePreference digest = new NoticePreference(
                Way.DIGEST, 8, Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), LocalTime.of(20, 0), LocalTime.of(7, 0));
        assertThat(digest.digestIsDue(japan(now), CALENDAR)).isEqualTo(due);
    }

    private static NoticePreference quiet(String from, String until) {
        return new NoticePreference(
                Way.AT_ONCE, 8, Set.of(DayOfWeek.MONDAY), LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Instant japan(String moment) {
        return LocalDateTime.parse(moment).atZone(Japan.ZONE).toInstant();
    }
}
