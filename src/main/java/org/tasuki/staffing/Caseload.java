package org.tasuki.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** The open cases of an officer, with what is due next in each: the sheet of a handing-over (引継書). */
@Component
@Transactional(readOnly = true)
public class Caseload {

    private final JdbcClient jdbc;
    private final Clock clock;

    Caseload(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param next what is due next; null while the case waits for nothing of the center's
     * @param tasks how many open tasks the officer has in it
     * @param written whether somebody has written what to look out for
     */
    public record Line(
            CaseNumber number,
            @Nullable String child,
            String urgency,
            @Nullable String process,
            @Nullable String step,
            @Nullable Instant next,
            Instant now,
            int tasks,
            boolean written) {}

    /** Soonest due first. */
    public List<Line> of(String officer) {
        return jdbc.sql(
                        """
                select f.number, f.urgency, c.name, i.process, i.step, i.due_at,
                       :now::timestamptz + coalesce(k.ahead, interval '0') as now,
                       (select count(*) from inbox_item t where t.case_number = f.number and t.assignee = :officer) as tasks,
                       exists (select from handing_note h where h.case_number = f.number) as written
                from case_file f
                left join child c on c.case_number = f.number
                left join case_clock k on k.case_number = f.number
                left join lateral (select t.process, t.step, t.due_at from inbox_item t where t.case_number = f.number
                                   order by t.due_at, t.task_id limit 1) i on true
                where f.officer = :officer and f.status = 'open' order by i.due_at nulls last, f.number
                """)
                .param("officer", officer)
                .param("now", OffsetDateTime.now(clock))
                .query(Caseload::read)
                .list();
    }

    private static Line read(ResultSet row, int index) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Line(
                new CaseNumber(row.getString("number")),
                row.getString("name"),
                row.getString("urgency"),
                row.getString("process"),
                row.getString("step"),
                due == null ? null : due.toInstant(),
                row.getObject("now", OffsetDateTime.class).toInstant(),
                row.getInt("tasks"),
                row.getBoolean("written"));
    }
}
