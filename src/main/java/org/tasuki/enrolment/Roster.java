package org.tasuki.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.Text;

/** How far each person of the office is, for whoever keeps its record. */
@Component
@Transactional(readOnly = true)
public class Roster {

    /** On one page. */
    public static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Keeping keeping;

    Roster(JdbcClient jdbc, Keeping keeping) {
        this.jdbc = jdbc;
        this.keeping = keeping;
    }

    /**
     * Somebody in a course.
     *
     * @param done how many of its units
     * @param completedAt null while it is not completed
     */
    public record Line(
            Text name, Text office, String course, int done, Instant lastAt, @Nullable Instant completedAt) {}

    /** By office, person and course; those whose account is closed too. */
    public List<Line> lines() {
        keeping.open();
        return jdbc.sql(
                        """
                        select a.name_ja, a.name_en, coalesce(g.name_ja, c.name_ja) as office_ja, coalesce(g.name_en, c.name_en) as office_en,
                               d.course, d.done, d.last_at, t.completed_at
                        from (select account, course, center, max(agency) as agency, count(*) as done, max(last_at) as last_at
                              from training_done group by account, course, center) d
                        join account a on a.id = d.account join center c on c.key = d.center left join agency g on g.key = d.agency
                        left join training_certificate t on t.account = d.account and t.course = d.course and t.revoked_at is null
                        order by d.agency nulls first, d.account, d.course limit
                        """
                                + MOST)
                .query(Roster::line)
                .list();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        OffsetDateTime completed = row.getObject("completed_at", OffsetDateTime.class);
        return new Line(
                new Text(row.getString("name_ja"), row.getString("name_en")),
                new Text(row.getString("office_ja"), row.getString("office_en")),
                row.getString("course"),
                row.getInt("done"),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                completed == null ? null : completed.toInstant());
    }
}
