package org.tasuki.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.TasukiTest;
import org.tasuki.courses.Course;
import org.tasuki.courses.Courses;
import org.tasuki.courses.UnitDone;
import org.tasuki.enrolment.Attendance.Reason;
import org.tasuki.enrolment.AttendanceBook.Mark;
import org.tasuki.enrolment.Places.Answer;
import org.tasuki.launch.TestDatabase;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;

/** People change center in the middle of a course: what they have done and where they were stays theirs, and counts. */
@TasukiTest
class MovedPeopleTests {

    private static int turns;

    @Autowired
    private TestDatabase database;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Courses courses;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Places places;

    @Autowired
    private AttendanceBook book;

    @Autowired
    private Certificates certificates;

    @Autowired
    private OwnRecord record;

    @Autowired
    private Acting acting;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrainingOffice old;

    @SuppressWarnings("NullAway.Init") // before each test
    private TrainingOffice now;

    @SuppressWarnings("NullAway.Init") // before each test
    private Course course;

    private long session;

    @BeforeEach
    void twoOffices() {
        String letter = String.valueOf((char) ('A' + turns));
        old = TrainingOffice.open(database.asSuperuser(), passwords, "left" + turns, "LF" + letter);
        now = TrainingOffice.open(database.asSuperuser(), passwords, "joined" + turns++, "JN" + letter);
        course = acting.as(old.officer(), () -> courses.all().get(0));
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        session = acting.as(
                old.trainer(),
                () -> sessions.announce(new Announcement(
                        course, false, "大会議室", null, tomorrow, tomorrow.plus(Duration.ofHours(2)), 2)));
        acting.as(old.officer(), () -> places.enrol(session));
    }

    @Test
    void whatTheyAttendedBeforeIsSeenAndCompletesTheCourseAfterwards() {
        old.held(session, -180, -60);
        marks(Optional.empty(), Attendance.PRESENT);
        Actor moved = moves("officer", Role.OFFICER);
        assertThat(acting.as(moved, () -> record.sessions())).singleElement().satisfies(part -> {
            assertThat(part.session().id()).isEqualTo(session);
            assertThat(part.attendance()).contains(Attendance.PRESENT);
        });
        doneAll(moved);
        assertThat(acting.as(moved, () -> certificates.mine())).singleElement().satisfies(one -> assertThat(one.held())
                .isTrue());

        marks(Optional.of(Attendance.PRESENT), Attendance.ABSENT);
        assertThat(acting.as(moved, () -> certificates.mine()))
                .as("the old center corrected what it had said")
                .isEmpty();
        assertThat(database.asSuperuser()
                        .sql(
                                """
                        select detail ->> 'account' from audit_entry
                        where act = 'training-certificate-revoked' and center = ? and detail ->> 'number' is not null
                        """)
                        .param(old.key())
                        .query(String.class)
                        .list())
                .containsExactly(moved.account());
    }

    @Test
    void whatTheyDoAtTheNewCenterCountsWhenTheOldOneMarksThem() {
        Actor moved = moves("officer", Role.OFFICER);
        doneAll(moved);
        assertThat(acting.as(moved, () -> certificates.mine()))
                .as("they have a place in a session that is still to be held")
                .isEmpty();
        old.held(session, -60, 60);
        marks(Optional.empty(), Attendance.PRESENT);
        assertThat(acting.as(moved, () -> certificates.mine())).hasSize(1);
        marks(Optional.of(Attendance.PRESENT), Attendance.PART);
        marks(Optional.of(Attendance.PART), Attendance.PRESENT);
        assertThat(acting.as(moved, () -> certificates.mine())).hasSize(1);
    }

    @Test
    void thePaperOfOneCenterIsNotGivenOutAgainByAnother() {
        acting.as(old.officer(), () -> places.withdraw(session));
        doneAll(old.officer());
        acting.as(old.officer(), () -> places.enrol(session));
        Actor moved = moves("officer", Role.OFFICER);
        doneAll(moved);
        old.held(session, -60, 60);
        marks(Optional.empty(), Attendance.PRESENT);
        assertThat(acting.as(moved, () -> certificates.mine())).hasSize(1);
    }

    @Test
    void aPlaceThatWasLeftBehindCanBeGivenBack() {
        Actor moved = moves("officer", Role.OFFICER);
        assertThat(acting.as(moved, () -> places.withdraw(session))).isEqualTo(Answer.DONE);
        assertThat(database.asSuperuser()
                        .sql("select taken from training_session where id = ?")
                        .param(session)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(acting.as(moved, () -> sessions.find(session))).isEmpty();
    }

    @Test
    void whoKeepsARecordNowDoesNotKeepTheOneTheyLeft() {
        acting.as(old.trainer(), () -> places.enrol(session));
        Actor moved = moves("trainer", Role.TRAINER);
        assertThat(acting.as(moved, () -> sessions.find(session))).isPresent();
        assertThat(acting.as(moved, () -> sessions.isOfOwnCenter(session))).isFalse();
        assertThat(acting.as(moved, () -> book.of(session)))
                .extracting(AttendanceBook.Line::account)
                .containsExactly(moved.account());
        assertThat(catchThrowable(() -> acting.as(moved, () -> sessions.cancel(session))))
                .isInstanceOf(DataAccessException.class);
        assertThat(acting.as(now.other(), () -> sessions.find(session)))
                .as("a colleague there")
                .isEmpty();
    }

    private Actor moves(String who, Role role) {
        String account = old.key() + "." + who;
        database.asSuperuser()
                .sql("update account set center = ? where id = ?")
                .params(now.key(), account)
                .update();
        return Actor.person(account, Set.of(role), now.key(), null);
    }

    private void marks(Optional<Attendance> was, Attendance attendance) {
        Optional<Reason> reason = attendance == Attendance.PRESENT ? Optional.empty() : Optional.of(Reason.URGENT);
        Optional<Reason> before = was.filter(one -> one != Attendance.PRESENT).map(one -> Reason.URGENT);
        acting.as(
                old.trainer(),
                () -> book.mark(session, List.of(new Mark(old.officer().account(), was, before, attendance, reason))));
    }

    private void doneAll(Actor person) {
        acting.as(
                person,
                () -> transaction.executeWithoutResult(status -> course.units()
                        .forEach(unit ->
                                events.publishEvent(new UnitDone(person.account(), course.key(), unit.key(), 1, 1)))));
    }
}
