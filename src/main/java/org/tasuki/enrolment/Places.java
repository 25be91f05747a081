package org.tasuki.enrolment;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;

/** What people do themselves at a session: take a place, give it back, say that they are there. */
@Component
@Transactional
public class Places {

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Members members;
    private final Completions completions;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Places(
            JdbcClient jdbc,
            Sessions sessions,
            Members members,
            Completions completions,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.members = members;
        this.completions = completions;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** What came of it; a page says it in words. */
    public enum Answer {
        DONE,
        ALREADY,
        FULL,
        OVER,
        CANCELLED,
        BEGUN,
        NOT_ENROLLED,
        WRONG_CODE,
        NOT_NOW;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** My own part in a session, unless I withdrew. */
    public record Mine(long session, Optional<Attendance> attendance) {}

    @Transactional(readOnly = true)
    public Optional<Mine> mine(long session) {
        return jdbc.sql("select session, attendance from training_enrolment"
                        + " where session = ? and account = ? and withdrawn_at is null")
                .params(session, me())
                .query((row, index) -> new Mine(
                        row.getLong("session"),
                        Optional.ofNullable(row.getString("attendance")).flatMap(Attendance::find)))
                .optional();
    }

    /** The sessions that I have a place in. */
    @Transactional(readOnly = true)
    public Set<Long> mine() {
        return jdbc
                .sql("select session from training_enrolment where account = ? and withdrawn_at is null")
                .param(me())
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Until the end: whoever comes late can still be marked. Of two who want the last place, the second is told that it is full. */
    public Answer enrol(long id) {
        CourseSession held = sessions.hold(id);
        if (held.cancelled()) {
            return Answer.CANCELLED;
        }
        if (held.over(now())) {
            return Answer.OVER;
        }
        if (mine(id).isPresent()) {
            return Answer.ALREADY;
        }
        if (held.full()) {
            return Answer.FULL;
        }
        enter(id, members.here().orElseThrow());
        count(id, 1);
        trail.note(Act.TRAINING_ENROLLED, Map.of("session", String.valueOf(id)));
        return Answer.DONE;
    }

    private void enter(long id, Member member) {
        jdbc.sql(
                        """
                insert into training_enrolment (session, account, center, agency, enrolled_at)
                values (:session, :account, :center, :agency, :at)
                on conflict (session, account) do update
                set center = excluded.center, agency = excluded.agency, enrolled_at = excluded.enrolled_at, withdrawn_at = null
                """)
                .param("session", id)
                .param("account", member.account())
                .param("center", member.center())
                .param("agency", member.agency(), Types.VARCHAR)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private void count(long id, int by) {
        jdbc.sql("update training_session set taken = taken + ? where id = ?")
                .params(by, id)
                .update();
    }

    /** Until it begins; from then on attendance says who was not there. */
    public Answer withdraw(long id) {
        CourseSession held = sessions.hold(id);
        if (mine(id).isEmpty()) {
            return Answer.NOT_ENROLLED;
        }
        if (held.cancelled()) {
            return Answer.CANCELLED;
        }
        if (held.begun(now())) {
            return Answer.BEGUN;
        }
        count(
                id,
                -1); // first: who has moved to another center does not see the session any more once the place is given
        // back
        jdbc.sql("update training_enrolment set withdrawn_at = :at where session = :session and account = :account")
                .param("at", OffsetDateTime.now(clock))
                .param("session", id)
                .param("account", me())
                .update();
        trail.note(Act.TRAINING_WITHDRAWN, Map.of("session", String.valueOf(id)));
        members.here().ifPresent(member -> completions.settle(member, held.course()));
        return Answer.DONE;
    }

    /** With the code that is shown where the session is held, while it runs. */
    public Answer present(long id, String typed) {
        CourseSession held = sessions.hold(id);
        Optional<Mine> mine = mine(id);
        if (!held.runs(now())) {
            return Answer.NOT_NOW;
        }
        if (mine.isEmpty()) {
            return Answer.NOT_ENROLLED;
        }
        if (mine.get().attendance().isPresent()) {
            return Answer.ALREADY;
        }
        if (!held.code().equals(Letters.meant(typed))) {
            return Answer.WRONG_CODE;
        }
        jdbc.sql(
                        """
                update training_enrolment set attendance = 'present', marked_by = :me, marked_at = :at
                where session = :session and account = :me
                """)
                .param("me", me())
                .param("at", OffsetDateTime.now(clock))
                .param("session", id)
                .update();
        trail.note(Act.TRAINING_ATTENDED, Map.of("session", String.valueOf(id)));
        members.here().ifPresent(member -> completions.settle(member, held.course()));
        return Answer.DONE;
    }

    private String me() {
        return acting.current().account();
    }

    private Instant now() {
        return clock.instant();
    }
}
