package org.tasuki.staffing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** What is open in a case, for the sheet on which it is handed over. */
@Component
@Transactional(readOnly = true)
public class StepsOfCase {

    private final JdbcClient jdbc;

    StepsOfCase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param agency where it waits outside; null when it waits at a desk of the center */
    public record Open(
            String process, String step, Instant due, String desk, @Nullable String holder, @Nullable String agency) {}

    /** Soonest due first. */
    public List<Open> of(CaseNumber number) {
        return jdbc.sql(
                        """
                select process, step, due_at, desk, assignee, agency from inbox_item where case_number = ? order by due_at, task_id
                """)
                .param(number.value())
                .query((row, index) -> new Open(
                        row.getString("process"),
                        row.getString("step"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getString("desk"),
                        row.getString("assignee"),
                        row.getString("agency")))
                .list();
    }
}
