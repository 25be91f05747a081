package org.tasuki.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.tasuki.TasukiTest;
import org.tasuki.deadlines.BusinessCalendar;
import org.tasuki.launch.TestDatabase;

/** The people of the demo office sleep at night, and are at home on Sundays, unless a child cannot wait. */
@TasukiTest(properties = {"demo.cases=120", "tasuki.database=test", "tasuki.audit.key=", "tasuki.audit.heads="})
@ActiveProfiles("demo")
class OfficeHoursTests {

    private static final LocalTime FROM = LocalTime.of(8, 45);
    private static final LocalTime TO = LocalTime.of(18, 30);

    private final TestDatabase database;
    private final BusinessCalendar calendar;

    @Autowired
    OfficeHoursTests(TestDatabase database, BusinessCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    private record Done(String step, LocalDateTime at) {

        boolean byDay() {
            return !at.toLocalTime().isBefore(FROM) && !at.toLocalTime().isAfter(TO);
        }
    }

    /** Measured: none of some 1,160, whatever the day and hour of the start. What has a limit before the office opens again may still be done in time. */
    @Test
    void whatCanWaitIsDoneInOfficeHours() {
        List<Done> waiting = done().stream()
                .filter(done -> !Pace.atAnyHour(done.step(), true))
                .toList();

        assertThat(waiting).hasSizeGreaterThan(1000);
        assertThat(share(
                        waiting,
                        done -> !done.byDay()
                                || !calendar.isWorkingDay(done.at().toLocalDate())))
                .isLessThan(0.01);
    }

    @Test
    void whatCannotWaitIsDoneAtNightSomeOfTheTime() {
        List<Done> urgent = done().stream()
                .filter(done -> Pace.atAnyHour(done.step(), true))
                .toList();

        assertThat(share(urgent, done -> !done.byDay())).isCloseTo(0.2, offset(0.15));
    }

    @Test
    void fourDiagnosesTakeFourPeopleAndFourMinutes() {
        assertThat(
                        count(
                                """
                        select count(*) from (
                            select from form_answer where step like '%Diagnosis'
                            group by case_number, date_trunc('minute', answered_at) having count(*) > 1) same
                        """))
                .isZero();
    }

    @Test
    void familiesAndSchoolsAreSpokenToByDay() {
        assertThat(moments("select 'contact' as step, at as done_at from contact_log"))
                .isNotEmpty()
                .allMatch(Done::byDay);
    }

    @Test
    void nothingIsDoneInTheFuture() {
        assertThat(count("select count(*) from form_answer where answered_at > now()"))
                .isZero();
        assertThat(count("select count(*) from contact_log where at > now()")).isZero();
    }

    private static double share(List<Done> of, Predicate<Done> those) {
        return of.stream().filter(those).count() / (double) of.size();
    }

    private List<Done> done() {
        return moments("select step, answered_at as done_at from form_answer");
    }

    private List<Done> moments(String sql) {
        return database.asSuperuser()
                .sql("select step, done_at at time zone 'Asia/Tokyo' as there from (" + sql + ") those")
                .query((row, i) -> new Done(row.getString("step"), row.getObject("there", LocalDateTime.class)))
                .list();
    }

    private long count(String sql) {
        return database.asSuperuser().sql(sql).query(Long.class).single();
    }
}
