package org.tasuki.deadlines;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.tasuki.terms.Japan;
import org.tasuki.terms.Text;

/** What holds for every limit, whatever the day: checked on random starts from 2016 to 2089. */
class LimitPropertiesTest {

    private static final BusinessCalendar OFFICE = JapaneseCalendar.usual();
    private static final LocalDate GIVEN = LocalDate.of(2050, 6, 30);

    @Provide
    Arbitrary<Instant> starts() {
        long from = LocalDate.of(2016, 1, 1).atStartOfDay(Japan.ZONE).toEpochSecond();
        long to = LocalDate.of(2089, 12, 31).atStartOfDay(Japan.ZONE).toEpochSecond();
        Arbitrary<Instant> any = Arbitraries.longs().between(from, to).map(Instant::ofEpochSecond);
        Arbitrary<Instant> midnights = any.map(start -> Limit.endOf(Limit.day(start)));
        return Arbitraries.frequencyOf(Tuple.of(4, any), Tuple.of(1, midnights));
    }

    @Provide
    Arbitrary<Limit> limits() {
        Arbitrary<FirstDay> firstDay = Arbitraries.of(FirstDay.class);
        Arbitrary<Holiday> holiday = Arbitraries.of(Holiday.class);
        Arbitrary<Limit> hours = Arbitraries.integers().between(0, 500).map(CalendarHours::new);
        Arbitrary<Limit> working = Arbitraries.integers().between(1, 40).map(WorkingDays::new);
        Arbitrary<Limit> days = Combinators.combine(Arbitraries.integers().between(1, 400), firstDay, holiday)
                .as(CalendarDays::new);
        Arbitrary<Limit> months = Combinators.combine(Arbitraries.integers().between(1, 40), firstDay, holiday)
                .as(Months::new);
        Arbitrary<Limit> years = Combinators.combine(Arbitraries.integers().between(1, 5), firstDay, holiday)
                .as(Years::new);
        Arbitrary<Limit> given = holiday.map(settled -> new GivenDate("court-date", settled));
        return Arbitraries.oneOf(hours, working, days, months, years, given).withoutEdgeCases();
    }

    @Property
    void nothingIsDueBeforeItStarts(@ForAll("limits") Limit limit, @ForAll("starts") Instant start) {
        assertThat(limit.due(start, OFFICE, GIVEN)).isAfterOrEqualTo(start);
    }

    @Property
    void whatStartsLaterIsNeverDueEarlier(
            @ForAll("limits") Limit limit,
            @ForAll("starts") Instant start,
            @ForAll @IntRange(max = 60 * 24 * 70) int minutesLater) {
        Instant later = start.plus(Duration.ofMinutes(minutesLater));
        assertThat(limit.due(later, OFFICE, GIVEN)).isAfterOrEqualTo(limit.due(start, OFFICE, GIVEN));
    }

    @Property
    void theHourOfTheStartMattersOnlyToHours(@ForAll("limits") Limit limit, @ForAll("starts") Instant start) {
        Instant morning = Limit.day(start).atStartOfDay(Japan.ZONE).toInstant();
        if (!(limit instanceof CalendarHours) && !(limit instanceof GivenDate)) {
            assertThat(limit.due(start, OFFICE, null)).isEqualTo(limit.due(morning, OFFICE, null));
        }
    }

    @Property
    void theServersTimeZoneChangesNothing(
            @ForAll("limits") Limit limit, @ForAll("starts") Instant start, @ForAll("zones") String zone) {
        Instant here = limit.due(start, OFFICE, GIVEN);
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(limit.due(start, JapaneseCalendar.usual(), GIVEN)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(TimeZone.getAvailableIDs());
    }

    @Property
    void daysAgreeWithCountingThemOneByOne(
            @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll FirstDay firstDay,
            @ForAll("starts") Instant start) {
        LocalDate last = lastDay(new CalendarDays(days, firstDay, Holiday.STAYS), start);
        LocalDate first = firstDay == FirstDay.START_DAY
                ? Limit.day(start)
                : Limit.day(start).plusDays(1);
        assertThat(DAYS.between(first, last) + 1).isEqualTo(days);
    }

    @Property
    void twoSpansOfDaysInARowAreOneLongSpan(
            @ForAll @IntRange(min = 1, max = 200) int one,
            @ForAll @IntRange(min = 1, max = 200) int other,
            @ForAll("starts") Instant start) {
        Instant half = nextDay(one).due(start, OFFICE, null).minusNanos(1);
        assertThat(nextDay(other).due(half, OFFICE, null))
                .isEqualTo(nextDay(one + other).due(start, OFFICE, null));
    }

    private static CalendarDays nextDay(int days) {
        return new CalendarDays(days, FirstDay.NEXT_DAY, Holiday.STAYS);
    }

    @Property
    void workingDaysEndAtClosingTimeOfADayThatIsWorked(
            @ForAll @IntRange(min = 1, max = 40) int days, @ForAll("starts") Instant start) {
        Instant due = new WorkingDays(days).due(start, OFFICE, null);
        assertThat(OFFICE.isWorkingDay(Limit.day(due))).isTrue();
        assertThat(LocalTime.ofInstant(due, Japan.ZONE)).isEqualTo(OFFICE.closes(Limit.day(due)));
    }

    @Property
    void exactlySoManyDaysAreWorkedBetweenStartAndDue(
            @ForAll @IntRange(min = 1, max = 40) int days, @ForAll("starts") Instant start) {
        LocalDate last = Limit.day(new WorkingDays(days).due(start, OFFICE, null));
        assertThat(Limit.day(start).plusDays(1).datesUntil(last.plusDays(1)).filter(OFFICE::isWorkingDay))
                .hasSize(days);
    }

    @Property
    void aLimitThatRollsStopsAtTheFirstWorkingDay(
            @ForAll @IntRange(min = 1, max = 24) int months, @ForAll("starts") Instant start) {
        LocalDate stays = lastDay(new Months(months, FirstDay.NEXT_DAY, Holiday.STAYS), start);
        LocalDate rolls = lastDay(new Months(months, FirstDay.NEXT_DAY, Holiday.ROLLS_FORWARD), start);
        assertThat(OFFICE.isWorkingDay(rolls)).isTrue();
        assertThat(stays.datesUntil(rolls).noneMatch(OFFICE::isWorkingDay)).isTrue();
    }

    @Property
    void monthsAgreeWithAWalkThroughTheCalendar(
            @ForAll @IntRange(min = 1, max = 40) int months,
            @ForAll FirstDay firstDay,
            @ForAll("starts") Instant start) {
        LocalDate first = firstDay == FirstDay.START_DAY
                ? Limit.day(start)
                : Limit.day(start).plusDays(1);
        assertThat(lastDay(new Months(months, firstDay, Holiday.STAYS), start)).isEqualTo(walk(first, months));
    }

    /** Civil Code art. 143, day by day: the day before the same number, or the end of a month that has none. */
    private static LocalDate walk(LocalDate first, int months) {
        int begun = 0;
        for (LocalDate day = first; ; day = day.plusDays(1)) {
            LocalDate next = day.plusDays(1);
            boolean monthEnds = next.getDayOfMonth() == 1;
            if (begun == months && monthEnds) {
                return day;
            }
            begun += monthEnds ? 1 : 0;
            if (begun == months && next.getDayOfMonth() == first.getDayOfMonth()) {
                return day;
            }
        }
    }

    @Property
    void aYearIsTwelveMonths(
            @ForAll @IntRange(min = 1, max = 5) int years, @ForAll FirstDay firstDay, @ForAll("starts") Instant start) {
        assertThat(new Years(years, firstDay, Holiday.STAYS).due(start, OFFICE, null))
                .isEqualTo(new Months(12 * years, firstDay, Holiday.STAYS).due(start, OFFICE, null));
    }

    @Property
    void warningsComeInOrderBetweenStartAndDue(
            @ForAll("limits") Limit limit, @ForAll("starts") Instant start, @ForAll("spans") List<Duration> spans) {
        Due due = rule(limit, spans).due(start, OFFICE, GIVEN);
        assertThat(due.warnings()).isSorted().doesNotHaveDuplicates();
        assertThat(due.warnings()).allMatch(point -> !point.isBefore(start) && point.isBefore(due.at()));
        assertThat(due.warnings().isEmpty())
                .isEqualTo(spans.isEmpty() || due.at().equals(start));
    }

    @Provide
    Arbitrary<List<Duration>> spans() {
        return Arbitraries.longs()
                .between(1, 60 * 24 * 120)
                .map(Duration::ofMinutes)
                .list()
                .ofMaxSize(4);
    }

    @Property
    void theDayItIsDueIsTheLastDayInTime(@ForAll("limits") Limit limit, @ForAll("starts") Instant start) {
        Due due = rule(limit, List.of()).due(start, OFFICE, GIVEN);
        Instant afterThatDay = Limit.endOf(due.day());
        assertThat(due.passedAt(afterThatDay)).isTrue();
        assertThat(due.at()).isAfterOrEqualTo(due.day().atStartOfDay(Japan.ZONE).toInstant());
        assertThat(due.wholeDay()).isEqualTo(due.at().equals(afterThatDay));
    }

    @Property
    void everyShippedRuleHoldsForEveryStart(@ForAll("shipped") DeadlineRule rule, @ForAll("starts") Instant start) {
        Due due = rule.due(start, OFFICE, GIVEN);
        assertThat(Stream.concat(due.warnings().stream(), Stream.of(due.at())))
                .isSorted()
                .allMatch(point -> !point.isBefore(start));
    }

    @Provide
    Arbitrary<DeadlineRule> shipped() {
        return Arbitraries.of(new DeadlineRules().all());
    }

    private static DeadlineRule rule(Limit limit, List<Duration> warnings) {
        Text text = new Text("試験", "test");
        return new DeadlineRule(
                "test",
                text,
                limit,
                DeadlineRule.TASK,
                DeadlineRule.TASK,
                warnings,
                List.of(),
                text,
                Mark.O,
                LocalDate.EPOCH,
                false,
                null);
    }

    private static LocalDate lastDay(Limit limit, Instant start) {
        return Limit.day(limit.due(start, OFFICE, null).minusNanos(1));
    }
}
