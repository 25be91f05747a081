package org.tasuki.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.engine.CaseTimers;
import org.tasuki.inbox.InboxNews;
import org.tasuki.people.Acting;

/**
 * Puts the cases of a class aside as they stand, and back. One transaction each: whoever submits something is done before it, or finds
 * their case as it was then; and no timer sees a case between its old rows and its new time.
 */
@Component
@Transactional
public class Checkpoints {

    /** Of one class; more than a lesson has turns. */
    static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Classes classes;
    private final ClassClock time;
    private final CaseClocks clocks;
    private final CaseTimers timers;
    private final CaseFiles files;
    private final InboxNews news;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock system;

    Checkpoints(
            JdbcClient jdbc,
            Classes classes,
            ClassClock time,
            CaseClocks clocks,
            CaseTimers timers,
            CaseFiles files,
            InboxNews news,
            Acting acting,
            AuditTrail trail,
            Clock system) {
        this.jdbc = jdbc;
        this.classes = classes;
        this.time = time;
        this.clocks = clocks;
        this.timers = timers;
        this.files = files;
        this.news = news;
        this.acting = acting;
        this.trail = trail;
        this.system = system;
    }

    public enum Outcome {
        DONE,
        /** The class stands, or is over. */
        NOT_NOW,
        /** There are as many as there may be. */
        TOO_MANY,
        GONE
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Checkpoint> of(PracticeClass held) {
        return acting.as(
                held.house(), () -> jdbc.sql("select * from practice_checkpoint where center = ? order by id desc")
                        .param(held.center())
                        .query(Checkpoints::read)
                        .list());
    }

    public Outcome keep(PracticeClass held, String name) {
        return acting.as(held.house(), () -> {
            PracticeClass now = classes.hold(held);
            if (!now.open() || now.paused()) {
                return Outcome.NOT_NOW;
            }
            if (of(held).size() >= MOST) {
                return Outcome.TOO_MANY;
            }
            int cases = put(add(now, name));
            trail.note(Act.CLASS_CHECKPOINT_KEPT, Map.of("cases", String.valueOf(cases)));
            return Outcome.DONE;
        });
    }

    private long add(PracticeClass held, String name) {
        return jdbc.sql(
                        """
                insert into practice_checkpoint (center, name, taken_at, class_time) values (?, ?, ?, ?) returning id
                """)
                .params(held.center(), name, at(system.instant()), at(time.now(held)))
                .query(Long.class)
                .single();
    }

    private int put(long checkpoint) {
        return jdbc.sql("select practice_keep(?)")
                .param(checkpoint)
                .query(Integer.class)
                .single();
    }

    /** What came after it is gone: steps, cases, and later checkpoints. The audit trail still tells of them. */
    public Outcome goBack(PracticeClass held, long id) {
        return acting.as(held.house(), () -> {
            PracticeClass now = classes.hold(held);
            if (!now.open() || now.paused()) {
                return Outcome.NOT_NOW;
            }
            Optional<Checkpoint> wanted =
                    of(held).stream().filter(one -> one.id() == id).findFirst();
            wanted.ifPresent(checkpoint -> goBack(now, checkpoint));
            return wanted.isPresent() ? Outcome.DONE : Outcome.GONE;
        });
    }

    private void goBack(PracticeClass held, Checkpoint checkpoint) {
        int cases = jdbc.sql("select practice_go_back(?)")
                .param(checkpoint.id())
                .query(Integer.class)
                .single();
        clocks.turnOn(held.center(), Duration.between(time.now(held), checkpoint.classTime()));
        files.openOf(held.center()).forEach(number -> timers.advance(number, held.center(), checkpoint.classTime()));
        news.all();
        trail.note(Act.CLASS_WENT_BACK, Map.of("cases", String.valueOf(cases)));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Checkpoint read(ResultSet row, int index) throws SQLException {
        return new Checkpoint(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                row.getObject("class_time", OffsetDateTime.class).toInstant());
    }
}
