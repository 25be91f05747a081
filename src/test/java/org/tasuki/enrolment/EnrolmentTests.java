package org.tasuki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.courses.Course;
import org.tasuki.courses.CourseProgress;
import org.tasuki.courses.Courses;
import org.tasuki.courses.UnitDone;
import org.tasuki.enrolment.Attendance.Reason;
import org.tasuki.enrolment.AttendanceBook.Mark;
import org.tasuki.enrolment.AttendanceBook.Outcome;
import org.tasuki.enrolment.Places.Answer;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.terms.FiscalYear;

/** People go through courses, alone and in sessions; what counts is what they did, and nobody sees it who should not. */
@TasukiTest
class EnrolmentTests {

    private static int turns;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Courses courses;

    @Autowired
    private CourseProgress progress;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Places places;

    @Autowired
    private AttendanceBook book;

    @Autowired
    private Guests guests;

    @Autowired
    private Certificates certificates;

    @Autowired
    private TrainingReports reports;

    @Autowired
    private Roster roster;

    @Autowired
    private Acting acting;

    @Autowired
    private JdbcClient app;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrainingOffice office;

    @SuppressWarnings("NullAway.Init") // before each test
    private Course course;

    @BeforeEach
    void anOffice() {
        String letter = String.valueOf((char) ('A' + turns));
        office = TrainingOffice.open(database.asSuperuser(), passwords, "training" + turns++, "TR" + letter);
        course = acting.as(office.officer(), () -> courses.all().get(0));
    }

    @Test
    void theBestTryCounts() {
        String unit = course.units().get(0).key();
        done(office.officer(), unit, 2, 5);
        done(office.officer(), unit, 4, 5);
        done(office.officer(), unit, 3, 5);
        assertThat(acting.as(office.officer(), () -> progress.of(course.key())))
                .containsExactly(Map.entry(unit, new CourseProgress.Done(4, 5)));
        assertThat(acting.as(office.other(), () -> progress.of(course.key()))).isEmpty();
        assertThat(count("select tries from training_done where account = '"
                        + office.officer().account() + "'"))
                .isEqualTo(3);
    }

    @Test
    void whoHasDoneAllOfACourseHasCompletedItOnce() {
        doneAll(office.police());
        doneAll(office.police());
        Certificate certificate =
                acting.as(office.police(), () -> certificates.mine()).get(0);
        assertThat(acting.as(office.police(), () -> certificates.mine())).hasSize(1);
        assertThat(certificate.office().ja()).isEqualTo("北警察署");
        assertThat(certificate.held()).isFalse();
        assertThat(certificate.minutes())
                .isEqualTo(course.units().stream()
                        .mapToInt(unit -> (int) unit.takes().toMinutes())
                        .sum());
        String typed = certificate.number().toLowerCase().replace("-", " ");
        assertThat(acting.as(office.trainer(), () -> certificates.check(typed)))
                .hasValueSatisfying(found -> assertThat(found.valid()).isTrue());
        assertThat(acting.as(office.officer(), () -> certificates.printed(certificate.number())))
                .as("somebody else's")
                .isEmpty();
    }

    @Test
    void whatIsDoneInAPracticeClassIsNobodysRecord() {
        Actor seat = Actor.person("practice-abc234-1", Set.of(Role.OFFICER), "practice-abc234", null);
        doneAll(seat);
        assertThat(count("select count(*) from training_done where account like 'practice-%'"))
                .isZero();
    }

    @Test
    void whoEnrolledInASessionMustHaveBeenThere() {
        long session = announced(5);
        assertThat(enrols(office.officer(), session)).isEqualTo(Answer.DONE);
        doneAll(office.officer());
        assertThat(acting.as(office.officer(), () -> certificates.mine())).isEmpty();
        office.held(session, -60, 60);
        marks(session, office.officer(), Optional.empty(), Attendance.PRESENT);
        List<Certificate> mine = acting.as(office.officer(), () -> certificates.mine());
        assertThat(mine).singleElement().satisfies(one -> {
            assertThat(one.held()).isTrue();
            assertThat(one.minutes()).isEqualTo(120);
        });

        assertThat(marks(session, office.officer(), Optional.of(Attendance.PRESENT), Attendance.ABSENT))
                .isEqualTo(new Outcome(1, 0));
        assertThat(acting.as(office.officer(), () -> certificates.mine()))
                .as("corrected")
                .isEmpty();
        assertThat(acting.as(
                        office.trainer(), () -> certificates.check(mine.get(0).number())))
                .hasValueSatisfying(found -> assertThat(found.valid()).isFalse());
        assertThat(database.asSuperuser()
                        .sql(
                                "select detail ->> 'from' from audit_entry where act = 'training-mark-corrected' and center = ?")
                        .param(office.key())
                        .query(String.class)
                        .list())
                .as("the old value stays in the trail")
                .containsExactly("present");
        marks(session, office.officer(), Optional.of(Attendance.ABSENT), Attendance.PRESENT);
        assertThat(acting.as(office.officer(), () -> certificates.mine())).hasSize(1);
    }

    @Test
    void withoutTheSessionThatWasCancelledTheUnitsAreEnough() {
        long session = announced(5);
        enrols(office.officer(), session);
        doneAll(office.officer());
        assertThat(acting.as(office.trainer(), () -> sessions.cancel(session))).isTrue();
        assertThat(acting.as(office.officer(), () -> certificates.mine())).hasSize(1);
        assertThat(acting.as(office.trainer(), () -> sessions.cancel(session)))
                .as("again")
                .isFalse();
        assertThat(enrols(office.other(), session)).isEqualTo(Answer.CANCELLED);
    }

    @Test
    void oneOfTwoGetsTheLastPlace() throws Exception {
        long session = announced(1);
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<Answer> one = two.submit(when(together, office.officer(), session));
        Future<Answer> other = two.submit(when(together, office.police(), session));
        together.countDown();
        assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(Answer.DONE, Answer.FULL);
        two.shutdown();
        assertThat(count("select taken from training_session where id = " + session))
                .isOne();
        assertThat(count("select count(*) from training_enrolment where session = " + session))
                .isOne();
    }

    private Callable<Answer> when(CountDownLatch together, Actor person, long session) {
        return () -> {
            together.await();
            return enrols(person, session);
        };
    }

    @Test
    void aPlaceIsTakenOnceAndCanBeGivenBackUntilTheBeginning() {
        long session = announced(1);
        assertThat(enrols(office.officer(), session)).isEqualTo(Answer.DONE);
        assertThat(enrols(office.officer(), session)).isEqualTo(Answer.ALREADY);
        assertThat(enrols(office.other(), session)).isEqualTo(Answer.FULL);
        assertThat(acting.as(office.other(), () -> places.withdraw(session))).isEqualTo(Answer.NOT_ENROLLED);
        assertThat(acting.as(office.officer(), () -> places.withdraw(session))).isEqualTo(Answer.DONE);
        assertThat(enrols(office.other(), session)).isEqualTo(Answer.DONE);
        office.held(session, -60, 60);
        assertThat(acting.as(office.other(), () -> places.withdraw(session))).isEqualTo(Answer.BEGUN);
        office.held(session, -60, -1);
        assertThat(enrols(office.officer(), session)).isEqualTo(Answer.OVER);
    }

    @Test
    void theCodeCountsWhileTheSessionRunsAndOnce() {
        long session = announced(5);
        enrols(office.officer(), session);
        String code = acting.as(
                office.trainer(), () -> sessions.find(session).orElseThrow().code());
        assertThat(present(office.officer(), session, code)).isEqualTo(Answer.NOT_NOW);
        office.held(session, -1, 60);
        assertThat(present(office.other(), session, code)).isEqualTo(Answer.NOT_ENROLLED);
        assertThat(present(office.officer(), session, "AAAAAA")).isEqualTo(Answer.WRONG_CODE);
        assertThat(present(office.officer(), session, " " + code.toLowerCase() + " "))
                .isEqualTo(Answer.DONE);
        assertThat(present(office.officer(), session, code)).isEqualTo(Answer.ALREADY);
        office.held(session, -60, 0);
        assertThat(present(office.officer(), session, code)).isEqualTo(Answer.NOT_NOW);
    }

    @Test
    void whatAColleagueHasMarkedMeanwhileIsNotOverwritten() {
        long session = announced(5);
        enrols(office.officer(), session);
        office.held(session, -60, 60);
        marks(session, office.officer(), Optional.empty(), Attendance.PART);
        assertThat(marks(session, office.officer(), Optional.empty(), Attendance.ABSENT))
                .isEqualTo(new Outcome(0, 1));
        assertThat(marks(session, office.officer(), Optional.empty(), Attendance.PART))
                .as("the same again")
                .isEqualTo(new Outcome(0, 0));
        assertThat(marks(session, office.other(), Optional.empty(), Attendance.PRESENT))
                .as("has no place")
                .isEqualTo(new Outcome(0, 0));
    }

    @Test
    void theReportCountsByOfficeAndAudienceAndForgetsNobody() {
        FiscalYear year = FiscalYear.of(reports.today());
        long session = announced(5);
        enrols(office.officer(), session);
        enrols(office.police(), session);
        office.held(session, -120, -60);
        marks(session, office.officer(), Optional.empty(), Attendance.PRESENT);
        marks(session, office.police(), Optional.empty(), Attendance.PART);
        acting.as(office.trainer(), () -> guests.note(session, new Guests.Group(Guests.ELSEWHERE, 3)));
        assertThat(acting.as(office.trainer(), () -> guests.note(session, new Guests.Group("nowhere", 3))))
                .isFalse();
        doneAll(office.officer());
        long cancelled = announced(5);
        acting.as(office.trainer(), () -> sessions.cancel(cancelled));

        TrainingReport report = acting.as(office.director(), () -> reports.of(year));
        assertThat(report.total().now()).isEqualTo(new Numbers(1, 0, 2, 5, 1, 240));
        assertThat(report.total().before()).isEqualTo(Numbers.NONE);
        assertThat(report.lines())
                .extracting(TrainingReport.Line::office)
                .containsExactly(office.key(), office.key() + "-station", Guests.ELSEWHERE);
        assertThat(report.lines().get(0).numbers().now()).isEqualTo(new Numbers(1, 0, 1, 1, 1, 60));
        assertThat(report.lines().get(1).numbers().now()).isEqualTo(new Numbers(1, 0, 1, 1, 0, 0));

        database.asSuperuser()
                .sql("update account set enabled = false where id = ?")
                .param(office.officer().account())
                .update();
        assertThat(acting.as(office.director(), () -> reports.of(year))).isEqualTo(report);
        assertThat(acting.as(office.trainer(), () -> reports.of(new FiscalYear(year.value() + 1)))
                        .total()
                        .before())
                .as("beside the next year")
                .isEqualTo(report.total().now());
    }

    @Test
    void theRecordOpensToWhoKeepsItAndNobodyElse() {
        doneAll(office.officer());
        assertThat(acting.as(office.trainer(), () -> roster.lines())).isNotEmpty();
        assertThatThrownBy(() -> acting.as(office.director(), () -> roster.lines()))
                .isInstanceOf(IllegalStateException.class);
        String mine = "select count(*) from training_done where account = '"
                + office.officer().account() + "'";
        for (Actor nobodys :
                List.of(office.other(), office.trainer(), office.director(), office.police(), Actor.NOBODY)) {
            assertThat(seen(nobodys, mine)).as(nobodys.account()).isZero();
        }
        assertThat(seen(office.officer(), mine)).isPositive();
        TrainingOffice elsewhere = TrainingOffice.open(database.asSuperuser(), passwords, "elsewhere", "QQ");
        assertThat(acting.as(elsewhere.trainer(), () -> roster.lines())).isEmpty();
        assertThat(acting.as(elsewhere.trainer(), () -> sessions.coming())).isEmpty();
    }

    private int seen(Actor person, String sql) {
        return acting.as(
                person,
                () -> transaction.execute(
                        status -> app.sql(sql).query(Integer.class).single()));
    }

    private long announced(int capacity) {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        return acting.as(
                office.trainer(),
                () -> sessions.announce(new Announcement(
                        course, false, "大会議室", null, tomorrow, tomorrow.plus(Duration.ofHours(2)), capacity)));
    }

    private Answer enrols(Actor person, long session) {
        return acting.as(person, () -> places.enrol(session));
    }

    private Answer present(Actor person, long session, String code) {
        return acting.as(person, () -> places.present(session, code));
    }

    private Outcome marks(long session, Actor person, Optional<Attendance> was, Attendance now) {
        Optional<Reason> reason = why(Optional.of(now));
        return acting.as(
                office.trainer(),
                () -> book.mark(session, List.of(new Mark(person.account(), was, why(was), now, reason))));
    }

    private static Optional<Reason> why(Optional<Attendance> attendance) {
        return attendance.filter(one -> one != Attendance.PRESENT).map(one -> Reason.URGENT);
    }

    private void doneAll(Actor person) {
        course.units().forEach(unit -> done(person, unit.key(), 0, 0));
    }

    private void done(Actor person, String unit, int right, int asked) {
        acting.as(
                person,
                () -> transaction.executeWithoutResult(status ->
                        events.publishEvent(new UnitDone(person.account(), course.key(), unit, right, asked))));
    }

    private int count(String sql) {
        return database.asSuperuser().sql(sql).query(Integer.class).single();
    }
}
