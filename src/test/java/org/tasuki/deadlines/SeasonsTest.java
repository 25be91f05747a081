package org.tasuki.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tasuki.terms.Japan;

/** The edges of days, months, years and seasons, for each kind of limit. */
class SeasonsTest {

    private final DeadlineRules rules = new DeadlineRules();
    private final JapaneseCalendar office = JapaneseCalendar.usual();

    @ParameterizedTest
    @CsvSource({
        // the last second of a day, and the first of the next
        "safety-confirmation,  2026-06-01T23:59:59, 2026-06-03T23:59:59",
        "safety-confirmation,  2026-12-31T23:59:59, 2027-01-02T23:59:59",
        "warrant-request,      2026-06-01T23:59:59, 2026-06-08T00:00",
        "warrant-request,      2026-06-02T00:00:00, 2026-06-09T00:00",
        "cancellation-request, 2026-06-01T23:59:59, 2026-06-05T00:00",
        "urgency-sheet,        2026-06-01T23:59:59, 2026-06-02T17:15",
        "urgency-sheet,        2026-06-02T00:00:00, 2026-06-03T17:15",
        // ends of months: the day of the same number, or the last there is
        "temporary-protection, 2026-12-30T10:00:00, 2027-03-01T00:00",
        "temporary-protection, 2026-12-31T10:00:00, 2027-03-01T00:00",
        "temporary-protection, 2027-12-31T10:00:00, 2028-03-01T00:00",
        "temporary-protection, 2027-12-29T10:00:00, 2028-03-01T00:00",
        "temporary-protection, 2027-12-28T10:00:00, 2028-02-29T00:00",
        "support-report,       2027-01-30T10:00:00, 2027-03-01T00:00",
        "support-report,       2028-01-30T10:00:00, 2028-03-01T00:00",
        "support-report,       2026-03-30T10:00:00, 2026-05-01T00:00",
        "temporary-protection-extension, 2026-07-31T00:00:00, 2026-10-01T00:00",
        // leap days
        "art28-placement,      2028-02-28T10:00:00, 2030-03-01T00:00",
        "art28-placement,      2028-02-29T10:00:00, 2030-03-01T00:00",
        "safety-confirmation,  2028-02-28T10:00:00, 2028-03-01T10:00",
        "safety-confirmation,  2027-02-27T10:00:00, 2027-03-01T10:00",
        // Golden Week, silver week, the year's end
        "urgency-sheet,        2026-04-28T10:00:00, 2026-04-30T17:15",
        "urgency-sheet,        2026-05-01T10:00:00, 2026-05-07T17:15",
        "service-answer,       2026-04-30T10:00:00, 2026-05-08T17:15",
        "urgency-sheet,        2026-09-18T10:00:00, 2026-09-24T17:15",
        "urgency-sheet,        2026-12-28T10:00:00, 2027-01-04T17:15",
        "advice,               2026-12-25T10:00:00, 2027-01-07T17:15",
        "police-answer,        2027-12-28T18:00:00, 2028-01-04T17:15",
        // appeals roll on to a day on which the office is open
        "appeal,               2026-09-30T10:00:00, 2027-01-05T00:00",
        "appeal,               2026-02-02T10:00:00, 2026-05-08T00:00"
    })
    void theLastMomentIsTheRightOne(String rule, LocalDateTime start, LocalDateTime due) {
        DeadlineRule found = rules.rule(rule, start.toLocalDate());
        assertThat(found.due(at(start), office, null).at()).isEqualTo(at(due));
    }

    /** Late news from the court is no reason to stop the case: it is due at once, and says so. */
    @ParameterizedTest
    @CsvSource({"2026-05-31, 2026-06-01T10:00", "2026-06-01, 2026-06-02T00:00", "2024-02-29, 2026-06-01T10:00"})
    void aGivenDateBeforeItsStartIsDueAtTheStart(LocalDate given, LocalDateTime due) {
        Due found = rules.rule("court-recommendation-report", LocalDate.of(2026, 6, 1))
                .due(at(LocalDateTime.parse("2026-06-01T10:00")), office, given);
        assertThat(found.at()).isEqualTo(at(due));
        assertThat(found.warnings()).allMatch(point -> !point.isBefore(found.start()) && point.isBefore(found.at()));
    }

    @Test
    void beyondWhatTheCalendarKnowsItRefusesAndDoesNotGuess() {
        DeadlineRule rule = rules.rule("urgency-sheet", LocalDate.of(2099, 12, 31));
        assertThatThrownBy(() -> rule.due(at(LocalDateTime.parse("2099-12-28T10:00")), office, null))
                .hasMessage("deadline rule urgency-sheet: national holidays are known for 2016 to 2099, not for 2100");
    }

    @Test
    void aCalendarWithoutAWorkingDayIsNone() {
        assertThatThrownBy(() -> new JapaneseCalendar(Map.of(), true, true, List.of()))
                .hasMessage("a calendar that is closed every day");
        List<LocalDay> twoYears = LocalDate.of(2026, 6, 1)
                .datesUntil(LocalDate.of(2028, 6, 1))
                .map(day -> new LocalDay(day, null, ""))
                .toList();
        JapaneseCalendar shut = JapaneseCalendar.usual(twoYears);
        assertThatThrownBy(() -> new WorkingDays(1).due(at(LocalDateTime.parse("2026-06-01T10:00")), shut, null))
                .hasMessage("the calendar has no working day within a year of 2026-06-02");
        LocalDay day = new LocalDay(LocalDate.of(2026, 6, 1), null, "");
        assertThatThrownBy(() -> JapaneseCalendar.usual(List.of(day, day))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new OpenHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOfficeMayWorkOnHolidaysAndAtNewYear() {
        JapaneseCalendar always = new JapaneseCalendar(
                Map.of(DayOfWeek.FRIDAY, new OpenHours(LocalTime.of(10, 0), LocalTime.of(20, 0))),
                false,
                false,
                List.of());
        assertThat(new WorkingDays(1).due(at(LocalDateTime.parse("2026-12-31T10:00")), always, null))
                .isEqualTo(at(LocalDateTime.parse("2027-01-01T20:00")));
        assertThat(always.knownThrough()).isEqualTo(LocalDate.MAX);
    }

    private static Instant at(LocalDateTime moment) {
        return moment.atZone(Japan.ZONE).toInstant();
    }
}
