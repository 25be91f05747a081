package org.tasuki.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tasuki.deadlines.JapaneseTime.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits of the law and of the office, on days that have caught others out. */
class TimeLimitTest {

    private final DeadlineRules rules = new DeadlineRules();
    private final BusinessCalendar office = JapaneseCalendar.usual();

    private Due due(String rule, String start) {
        return rules.rule(rule, Limit.day(at(start))).due(at(start), office, null);
    }

    private static LocalDate day(Limit limit, String start) {
        Instant due = limit.due(at(start), JapaneseCalendar.usual(), null);
        return new Due("x", LocalDate.EPOCH, at(start), due, List.of()).day();
    }

    private static Months months(int months) {
        return new Months(months, FirstDay.NEXT_DAY, Holiday.STAYS);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01T00:00", "2026-06-01T15:20", "2026-06-01T23:59:59"})
    void aWarrantIsRequestedBySevenJuneWhenProtectionStartsOnOneJune(String start) {
        Due due = due("warrant-request", start);
        assertThat(due.day()).isEqualTo("2026-06-07");
        assertThat(due.wholeDay()).isTrue();
        assertThat(due.at()).isEqualTo(at("2026-06-08T00:00"));
    }

    @Test
    void aLimitInDaysHoldsUntilTheLastMomentOfItsLastDay() {
        Due due = due("warrant-request", "2026-06-01T10:00");
        assertThat(due.passedAt(at("2026-06-07T23:59:59.999999999"))).isFalse();
        assertThat(due.passedAt(at("2026-06-08T00:00"))).isTrue();
    }

    @Test
    void aLimitThatEndsOnASundayStaysThere() {
        assertThat(due("warrant-request", "2026-06-01T10:00").day()).isEqualTo("2026-06-07"); // a Sunday
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01T00:00", "2026-06-01T16:00"})
    void aCancellationRequestCountsFromTheDayAfterTheRejection(String rejection) {
        assertThat(due("cancellation-request", rejection).day()).isEqualTo("2026-06-04");
    }

    @Test
    void anAppealThatWouldEndOnAHolidayRollsForward() {
        assertThat(due("appeal", "2026-09-29T10:00").day()).isEqualTo("2027-01-04"); // 12-29 finds the office closed
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T23:30, 2026-06-03T23:30", // over two midnights
        "2026-12-30T18:00, 2027-01-01T18:00", // over the year's end, with the office closed
        "2019-04-30T12:00, 2019-05-02T12:00", // from Heisei into Reiwa
        "2028-02-28T09:00, 2028-03-01T09:00" // over a leap day
    })
    void aChildIsSeenWithin48HoursThroughNightsAndHolidays(String acceptance, String due) {
        assertThat(due("safety-confirmation", acceptance).at()).isEqualTo(at(due));
    }

    @Test
    void aSafetyCheckWarns24And12HoursBefore() {
        assertThat(due("safety-confirmation", "2026-06-01T10:00").warnings())
                .containsExactly(at("2026-06-02T10:00"), at("2026-06-02T22:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01, 1, 2026-07-01",
        "2026-06-01, 2, 2026-08-01",
        "2026-01-31, 1, 2026-02-28",
        "2028-01-31, 1, 2028-02-29",
        "2026-01-30, 1, 2026-02-28", // counted from the 31st, which February has not
        "2026-02-28, 1, 2026-03-31", // counted from 1 March: the whole of March
        "2028-02-28, 1, 2028-03-28",
        "2026-12-31, 2, 2027-02-28",
        "2019-04-15, 1, 2019-05-15" // the era changes, the calendar does not
    })
    void monthsRunByTheCalendarFromTheNextDay(String start, int months, LocalDate last) {
        assertThat(day(months(months), start + "T10:00")).isEqualTo(last);
    }

    @Test
    void monthsThatCountTheStartDayEndADayEarlier() {
        Months months = new Months(2, FirstDay.START_DAY, Holiday.STAYS);
        assertThat(day(months, "2026-06-01T10:00")).isEqualTo("2026-07-31");
    }

    @Test
    void anExtensionTakesUpWhereTheFirstTwoMonthsEnded() {
        assertThat(due("temporary-protection", "2026-06-01T15:20").day()).isEqualTo("2026-08-01");
        assertThat(due("temporary-protection-extension", "2026-08-02T00:00").day())
                .isEqualTo("2026-10-01");
    }

    @ParameterizedTest
    @CsvSource({"2026-04-01, 2028-04-01", "2028-02-29, 2030-02-28", "2026-02-28, 2028-02-29"})
    void aPlacementUnderArticle28EndsAfterTwoYears(String start, LocalDate last) {
        assertThat(due("art28-placement", start + "T10:00").day()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, 1, 2026-11-25",
        "2026-11-20T10:00, 1, 2026-11-24", // Friday; Monday is Labour Thanksgiving Day
        "2026-12-28T10:00, 1, 2027-01-04", // the last day of work of the year
        "2026-12-31T10:00, 1, 2027-01-04",
        "2027-12-28T10:00, 1, 2028-01-04",
        "2019-04-26T10:00, 1, 2019-05-07", // ten days of holidays for the accession
        "2019-04-26T10:00, 3, 2019-05-09",
        "2026-09-18T10:00, 1, 2026-09-24", // the day between two holidays is one
        "2026-05-01T10:00, 1, 2026-05-07", // the substitute for a Sunday's holiday
        "2026-05-02T10:00, 1, 2026-05-07"
    })
    void workingDaysSkipWhatTheOfficeSkips(String start, int days, LocalDate last) {
        assertThat(new WorkingDays(days).due(at(start), office, null)).isEqualTo(at(last + "T17:15"));
    }

    @Test
    void anAuthorityHasDaysAndHoursOfItsOwn() {
        var okinawa = JapaneseCalendar.usual(List.of(new LocalDay(LocalDate.of(2026, 6, 23), null, "慰霊の日")));
        assertThat(new WorkingDays(1).due(at("2026-06-22T10:00"), okinawa, null))
                .isEqualTo(at("2026-06-24T17:15"));
    }

    @Test
    void aReportToTheCourtIsDueByTheDateItGives() {
        DeadlineRule rule = rules.rule("court-recommendation-report", LocalDate.of(2026, 6, 1));
        Due due = rule.due(at("2026-06-01T10:00"), office, LocalDate.of(2026, 7, 31));
        assertThat(due.day()).isEqualTo("2026-07-31");
        assertThat(due.version()).isEqualTo("2018-04-02");
    }

    @Test
    void aDateThatIsStillToBeGivenIsAskedFor() {
        DeadlineRule rule = rules.rule("court-recommendation-report", LocalDate.of(2026, 6, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.due(at("2026-06-01T10:00"), office, null))
                .withMessageContaining("court-recommendation-report")
                .withMessageContaining("court-date");
    }

    @Test
    void aDateThatHasPassedIsDueAtOnceAndWarnsNobody() {
        DeadlineRule rule = rules.rule("court-recommendation-report", LocalDate.of(2026, 6, 1));
        Due due = rule.due(at("2026-06-01T10:00"), office, LocalDate.of(2026, 5, 20));
        assertThat(due.at()).isEqualTo(at("2026-06-01T10:00"));
        assertThat(due.day()).isEqualTo("2026-06-01");
        assertThat(due.warnings()).isEmpty();
    }

    @Test
    void aWarningThatWouldComeBeforeTheStartComesAtTheStart() {
        DeadlineRule rule = rules.rule("court-recommendation-report", LocalDate.of(2026, 6, 1));
        Due due = rule.due(at("2026-06-01T10:00"), office, LocalDate.of(2026, 6, 8));
        assertThat(due.warnings()).containsExactly(at("2026-06-01T10:00"), at("2026-06-06T00:00"));
    }

    @Test
    void absenceFromSchoolIsReportedAtOnce() {
        Due due = due("school-absence", "2026-06-01T10:00");
        assertThat(due.at()).isEqualTo(due.start());
        assertThat(due.wholeDay()).isFalse();
    }

    @Test
    void aCalendarRefusesYearsWhoseHolidaysItDoesNotKnow() {
        DeadlineRule rule = rules.rule("police-answer", LocalDate.of(2099, 12, 28));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.due(at("2099-12-28T10:00"), office, null))
                .withMessageContaining("police-answer")
                .withMessageContaining("2016 to 2099");
    }

    @ParameterizedTest
    @CsvSource({"America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati", "UTC"})
    void aServerElsewhereCountsJapaneseDays(String zone) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(due("warrant-request", "2026-06-01T00:30").at()).isEqualTo(at("2026-06-08T00:00"));
            assertThat(due("police-answer", "2026-06-01T23:30").at()).isEqualTo(at("2026-06-02T17:15"));
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
