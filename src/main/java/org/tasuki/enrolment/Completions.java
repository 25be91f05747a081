package org.tasuki.enrolment;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.courses.Course;
import org.tasuki.courses.Courses;
import org.tasuki.courses.Unit;

/**
 * When a course is completed (修了): all of its units are done, and whoever enrolled in a session of it was there all the time. Looked at
 * whenever one of the two changes.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Completions {

    private static final int HALF = 5;

    private final SecureRandom dice = new SecureRandom();
    private final JdbcClient jdbc;
    private final Courses courses;
    private final Keeping keeping;
    private final AuditTrail trail;
    private final Clock clock;

    Completions(JdbcClient jdbc, Courses courses, Keeping keeping, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.courses = courses;
        this.keeping = keeping;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param minutes how long it lasted */
    private record Part(long session, boolean present, int minutes) {}

    void settle(Member member, String key) {
        keeping.whileSettling(member.account(), () -> look(member, key));
    }

    private void look(Member member, String key) {
        Optional<Course> found = courses.find(key);
        if (found.isEmpty()) {
            return; // its file has gone: nothing more can be completed
        }
        oneAtATime(member, key);
        Course course = found.get();
        List<Part> parts = parts(member, key);
        Optional<Part> attended = parts.stream().filter(Part::present).findFirst();
        boolean asked =
                attended.isPresent() || parts.isEmpty() && !course.units().isEmpty();
        if (asked && allDone(member, course) && !certified(member, key)) {
            certify(member, course, attended.orElse(null));
        }
    }

    /** Two units done in the same moment: the second sees the first. */
    private void oneAtATime(Member member, String course) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('training ' || :account || ' ' || :course, 0))::text")
                .param("account", member.account())
                .param("course", course)
                .query((row, index) -> true)
                .single();
    }

    private List<Part> parts(Member member, String course) {
        return jdbc.sql(
                        """
                        select s.id, coalesce(e.attendance = 'present', false) as present, extract(epoch from s.ends_at - s.starts_at)::int / 60 as minutes
                        from training_enrolment e join training_session s on s.id = e.session
                        where e.account = ? and s.course = ? and e.withdrawn_at is null and s.cancelled_at is null order by s.starts_at
                        """)
                .params(member.account(), course)
                .query((row, index) -> new Part(row.getLong("id"), row.getBoolean("present"), row.getInt("minutes")))
                .list();
    }

    private boolean allDone(Member member, Course course) {
        Set<String> done = new HashSet<>(jdbc.sql("select unit from training_done where account = ? and course = ?")
                .params(member.account(), course.key())
                .query(String.class)
                .list());
        return course.units().stream().map(Unit::key).allMatch(done::contains);
    }

    private boolean certified(Member member, String course) {
        return jdbc.sql(
                        "select exists (select from training_certificate where account = ? and course = ? and revoked_at is null)")
                .params(member.account(), course)
                .query(Boolean.class)
                .single();
    }

    /** Two centers may see to the same person; whoever is second leaves the paper that is there. */
    private void certify(Member member, Course course, @Nullable Part attended) {
        int given = jdbc.sql(
                        """
                insert into training_certificate (number, account, center, agency, course, audience, name_ja, name_en, session, minutes, completed_at)
                values (:number, :account, :center, :agency, :course, :audience, :ja, :en, :session, :minutes, :at)
                on conflict do nothing
                """)
                .param("number", Letters.some(dice, HALF) + "-" + Letters.some(dice, HALF))
                .param("account", member.account())
                .param("center", member.center())
                .param("agency", member.agency(), Types.VARCHAR)
                .param("course", course.key())
                .param("audience", course.audience().key())
                .param("ja", course.name().ja())
                .param("en", course.name().en())
                .param("session", attended == null ? null : attended.session(), Types.BIGINT)
                .param("minutes", attended == null ? byOneself(course) : attended.minutes())
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (given > 0) {
            trail.note(Act.TRAINING_COMPLETED, Map.of("account", member.account(), "course", course.key()));
        }
    }

    private static int byOneself(Course course) {
        return (int) course.units().stream()
                .map(Unit::takes)
                .reduce(Duration.ZERO, Duration::plus)
                .toMinutes();
    }

    /** What was said of somebody may take back what was completed with it; another session, or another mark, may complete it still. */
    void reconsider(Member member, CourseSession held, Attendance now) {
        if (now != Attendance.PRESENT) {
            oneAtATime(member, held.course());
            keeping.whileSettling(member.account(), () -> revoke(member, held));
        }
        settle(member, held.course());
    }

    private void revoke(Member member, CourseSession held) {
        jdbc.sql(
                        """
                update training_certificate set revoked_at = :at where account = :account and session = :session and revoked_at is null
                returning number
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("account", member.account())
                .param("session", held.id())
                .query(String.class)
                .list()
                .forEach(number -> trail.note(
                        Act.TRAINING_CERTIFICATE_REVOKED,
                        Map.of("account", member.account(), "course", held.course(), "number", number)));
    }
}
