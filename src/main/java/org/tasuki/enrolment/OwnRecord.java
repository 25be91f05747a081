package org.tasuki.enrolment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;

/** What somebody has done themselves, wherever they worked then. */
@Component
@Transactional(readOnly = true)
public class OwnRecord {

    private final JdbcClient jdbc;
    private final Acting acting;

    OwnRecord(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** A unit; right and asked are those of the best try. */
    public record UnitResult(String course, String unit, int right, int asked, int tries, Instant lastAt) {}

    /** A session that one had a place in. */
    public record Part(CourseSession session, Optional<Attendance> attendance, Optional<Attendance.Reason> reason) {}

    public List<UnitResult> units() {
        return jdbc.sql("select * from training_done where account = ? order by course, first_at, unit")
                .param(acting.current().account())
                .query((row, index) -> new UnitResult(
                        row.getString("course"),
                        row.getString("unit"),
                        row.getInt("best_right"),
                        row.getInt("asked"),
                        row.getInt("tries"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The last first. */
    public List<Part> sessions() {
        return jdbc.sql(
                        """
                        select s.*, e.attendance, e.reason from training_enrolment e join training_session s on s.id = e.session
                        where e.account = ? and e.withdrawn_at is null order by s.starts_at desc
                        """)
                .param(acting.current().account())
                .query((row, index) -> new Part(
                        Sessions.read(row, index),
                        Optional.ofNullable(row.getString("attendance")).flatMap(Attendance::find),
                        Optional.ofNullable(row.getString("reason")).flatMap(Attendance.Reason::find)))
                .list();
    }
}
