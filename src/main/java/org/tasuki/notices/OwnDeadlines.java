package org.tasuki.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;

/** The limits of the tasks that the actor has taken, of real cases: a practice case's clock fits into no calendar. */
@Component
public class OwnDeadlines {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Acting acting;

    OwnDeadlines(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** @param warnAt null when the limit has no warning */
    public record Own(
            String taskId, String process, String step, Instant bornAt, Instant dueAt, @Nullable Instant warnAt) {}

    @Transactional(readOnly = true)
    public List<Own> list() {
        return jdbc.sql(
                        """
                select * from inbox_item i where assignee = ?
                and not exists (select from case_clock k where k.case_number = i.case_number) order by due_at, task_id limit ?
                """)
                .params(acting.current().account(), MOST)
                .query(OwnDeadlines::read)
                .list();
    }

    private static Own read(ResultSet row, int index) throws SQLException {
        OffsetDateTime warn = row.getObject("warn_at", OffsetDateTime.class);
        return new Own(
                row.getString("task_id"),
                row.getString("process"),
                row.getString("step"),
                row.getObject("born_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                warn == null ? null : warn.toInstant());
    }
}
