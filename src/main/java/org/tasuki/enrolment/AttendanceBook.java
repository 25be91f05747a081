package org.tasuki.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.enrolment.Attendance.Reason;
import org.tasuki.people.Acting;
import org.tasuki.terms.Text;

/** Who came (出欠簿), as the trainer keeps it. */
@Component
@Transactional
public class AttendanceBook {

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Keeping keeping;
    private final Completions completions;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    AttendanceBook(
            JdbcClient jdbc,
            Sessions sessions,
            Keeping keeping,
            Completions completions,
            Acting acting,
            AuditTrail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.keeping = keeping;
        this.completions = completions;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Somebody with a place.
     *
     * @param office where they worked when they enrolled
     */
    public record Line(
            String account,
            Text name,
            Text office,
            Optional<Attendance> attendance,
            Optional<Reason> reason,
            String center,
            Optional<String> agency) {

        Member member() {
            return new Member(account, center, agency.orElse(null));
        }
    }

    /**
     * What a trainer says of somebody.
     *
     * @param was what their page showed, and {@code why}: if it is no longer so, a colleague was quicker, and nothing is overwritten
     */
    public record Mark(
            String account,
            Optional<Attendance> was,
            Optional<Reason> why,
            Attendance attendance,
            Optional<Reason> reason) {

        boolean knows(Line line) {
            return line.attendance().equals(was) && line.reason().equals(why);
        }

        /** The page said it already: nothing was changed there, so nothing is asked for. */
        boolean unchanged() {
            return was.equals(Optional.of(attendance)) && why.equals(reason);
        }
    }

    /**
     * @param noted how many marks are new or corrected
     * @param behind how many were not taken, for they had changed meanwhile
     */
    public record Outcome(int noted, int behind) {}

    /** By office and name. */
    @Transactional(readOnly = true)
    public List<Line> of(long session) {
        keeping.open();
        return jdbc.sql(
                        """
                        select e.account, e.center, e.agency, e.attendance, e.reason, a.name_ja, a.name_en,
                               coalesce(g.name_ja, c.name_ja) as office_ja, coalesce(g.name_en, c.name_en) as office_en
                        from training_enrolment e join account a on a.id = e.account join center c on c.key = e.center
                        left join agency g on g.key = e.agency
                        where e.session = ? and e.withdrawn_at is null order by e.agency nulls first, e.account
                        """)
                .param(session)
                .query(AttendanceBook::line)
                .list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        return new Line(
                row.getString("account"),
                new Text(row.getString("name_ja"), row.getString("name_en")),
                new Text(row.getString("office_ja"), row.getString("office_en")),
                Optional.ofNullable(row.getString("attendance")).flatMap(Attendance::find),
                Optional.ofNullable(row.getString("reason")).flatMap(Reason::find),
                row.getString("center"),
                Optional.ofNullable(row.getString("agency")));
    }

    /** From the beginning of a session on. Whoever has no place is passed over. */
    public Outcome mark(long id, List<Mark> marks) {
        CourseSession held = sessions.hold(id);
        Map<String, Line> lines = of(id).stream().collect(Collectors.toMap(Line::account, Function.identity()));
        int noted = 0;
        int behind = 0;
        for (Mark mark : marks) {
            Line line = lines.get(mark.account());
            if (line == null || mark.unchanged() || same(line, mark)) {
                continue;
            }
            if (mark.knows(line)) {
                note(held, line, mark);
                noted++;
            } else {
                behind++;
            }
        }
        return new Outcome(noted, behind);
    }

    private static boolean same(Line line, Mark mark) {
        return line.attendance().equals(Optional.of(mark.attendance()))
                && line.reason().equals(mark.reason());
    }

    private void note(CourseSession held, Line line, Mark mark) {
        jdbc.sql(
                        """
                update training_enrolment set attendance = :attendance, reason = :reason, marked_by = :me, marked_at = :at
                where session = :session and account = :account
                """)
                .param("attendance", mark.attendance().key())
                .param("reason", mark.reason().map(Reason::key).orElse(null), Types.VARCHAR)
                .param("me", acting.current().account())
                .param("at", OffsetDateTime.now(clock))
                .param("session", held.id())
                .param("account", line.account())
                .update();
        Map<String, String> detail = new HashMap<>(Map.of(
                "session",
                String.valueOf(held.id()),
                "account",
                line.account(),
                "to",
                said(Optional.of(mark.attendance()))));
        if (line.attendance().isPresent()) {
            detail.put("from", said(line.attendance()));
        }
        trail.note(line.attendance().isPresent() ? Act.TRAINING_MARK_CORRECTED : Act.TRAINING_MARKED, detail);
        completions.reconsider(line.member(), held, mark.attendance());
    }

    /** Why somebody was away is theirs, and can be corrected; the trail cannot. */
    private static String said(Optional<Attendance> attendance) {
        return attendance.map(Attendance::key).orElse("");
    }
}
