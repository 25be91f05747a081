package org.tasuki.limits;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** How the limits of a case came to stand where they do: every move with what it was before. */
@Component
public class LimitHistory {

    private final JdbcClient jdbc;

    LimitHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param why as {@link org.tasuki.deadlines.DueChange} spells it */
    public record Change(
            Instant at,
            String process,
            String step,
            String why,
            Instant before,
            Instant after,
            String by,
            @Nullable String reason) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Change> of(CaseNumber number) {
        return jdbc.sql(
                        """
                select c.at, d.process, d.step, c.why, c.old_due, c.new_due, c.by_account,
                       case c.why when 'pause' then (select p.reason from deadline_pause p
                                                     where p.deadline = c.deadline and p.from_at <= c.at
                                                     order by p.from_at desc limit 1) end as reason
                from deadline_change c join deadline d on d.id = c.deadline where c.case_number = :case
                union all
                select w.at, d.process, d.step, 'waiver', w.old_due, w.new_due, w.by_account, d.reason
                from deadline_waiver w join deadline d on d.id = w.deadline where w.case_number = :case
                order by at desc
                """)
                .param("case", number.value())
                .query((row, index) -> new Change(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("process"),
                        row.getString("step"),
                        row.getString("why"),
                        row.getObject("old_due", OffsetDateTime.class).toInstant(),
                        row.getObject("new_due", OffsetDateTime.class).toInstant(),
                        row.getString("by_account"),
                        row.getString("reason")))
                .list();
    }
}
