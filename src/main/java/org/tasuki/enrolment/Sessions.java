package org.tasuki.enrolment;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.terms.Text;

/** The courses that a center holds: announced, looked for, cancelled. */
@Component
@Transactional
public class Sessions {

    private static final int MOST = 100;
    private static final int CODE = 6;

    private final SecureRandom dice = new SecureRandom();
    private final JdbcClient jdbc;
    private final Members members;
    private final Keeping keeping;
    private final Completions completions;
    private final ApplicationEventPublisher events;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    Sessions(
            JdbcClient jdbc,
            Members members,
            Keeping keeping,
            Completions completions,
            ApplicationEventPublisher events,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.keeping = keeping;
        this.completions = completions;
        this.events = events;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that are not over, the next first; a cancelled one too, so that whoever wanted to come sees it. */
    @Transactional(readOnly = true)
    public List<CourseSession> coming() {
        return jdbc.sql("select * from training_session where ends_at > :now order by starts_at, id limit " + MOST)
                .param("now", now())
                .query(Sessions::read)
                .list();
    }

    /** Those that are over, the last first. */
    @Transactional(readOnly = true)
    public List<CourseSession> past() {
        return jdbc.sql("select * from training_session where ends_at <= :now order by starts_at desc, id desc limit "
                        + MOST)
                .param("now", now())
                .query(Sessions::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<CourseSession> find(long id) {
        return jdbc.sql("select * from training_session where id = ?")
                .param(id)
                .query(Sessions::read)
                .optional();
    }

    /** Whether it is held by the center of whoever acts: who has moved sees what they have a place in elsewhere too. */
    @Transactional(readOnly = true)
    public boolean isOfOwnCenter(long id) {
        return jdbc.sql("select exists (select from training_session where id = ? and center = training_center())")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** For a change of it, one at a time. */
    CourseSession hold(long id) {
        return jdbc.sql("select * from training_session where id = ? for update")
                .param(id)
                .query(Sessions::read)
                .single();
    }

    public long announce(Announcement announced) {
        keeping.open();
        long id = jdbc.sql(
                        """
                        insert into training_session (center, course, audience, name_ja, name_en, online, place, link,
                                                      starts_at, ends_at, capacity, code, announced_by, announced_at)
                        values (:center, :course, :audience, :ja, :en, :online, :place, :link, :starts, :ends, :capacity, :code, :by, :at)
                        returning id
                        """)
                .param("center", members.here().orElseThrow().center())
                .param("course", announced.course().key())
                .param("audience", announced.course().audience().key())
                .param("ja", announced.course().name().ja())
                .param("en", announced.course().name().en())
                .param("online", announced.online())
                .param("place", announced.place(), Types.VARCHAR)
                .param("link", announced.link(), Types.VARCHAR)
                .param("starts", announced.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", announced.endsAt().atOffset(ZoneOffset.UTC))
                .param("capacity", announced.capacity())
                .param("code", Letters.some(dice, CODE))
                .param("by", acting.current().account())
                .param("at", now())
                .query(Long.class)
                .single();
        trail.note(
                Act.TRAINING_ANNOUNCED,
                Map.of(
                        "session",
                        String.valueOf(id),
                        "course",
                        announced.course().key()));
        return id;
    }

    /** False when it has begun, or was cancelled before. Who only waited for it may have completed the course without it. */
    public boolean cancel(long id) {
        keeping.open();
        CourseSession held = hold(id);
        if (held.cancelled() || held.begun(clock.instant())) {
            return false;
        }
        jdbc.sql("update training_session set cancelled_at = :at where id = :id")
                .param("at", now())
                .param("id", id)
                .update();
        trail.note(Act.TRAINING_CANCELLED, Map.of("session", String.valueOf(id)));
        List<Member> enrolled = enrolled(id);
        events.publishEvent(new SessionCancelled(
                id,
                members.here().orElseThrow().center(),
                held.startsAt(),
                enrolled.stream().map(Member::account).toList()));
        enrolled.forEach(member -> completions.settle(member, held.course()));
        return true;
    }

    private List<Member> enrolled(long id) {
        return jdbc.sql(
                        "select account, center, agency from training_enrolment where session = ? and withdrawn_at is null")
                .param(id)
                .query((row, index) -> new Member(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    static CourseSession read(ResultSet row, int index) throws SQLException {
        return new CourseSession(
                row.getLong("id"),
                row.getString("course"),
                Audiences.of(row.getString("audience")),
                new Text(row.getString("name_ja"), row.getString("name_en")),
                row.getBoolean("online"),
                row.getString("place"),
                row.getString("link"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getInt("capacity"),
                row.getInt("taken"),
                row.getString("code"),
                instant(row.getObject("cancelled_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
