package org.tasuki.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.staffing.AssignmentRules;
import org.tasuki.terms.CaseNumber;

/**
 * Tasks that nobody takes (手つかずの仕事). Long before their limit is over the supervisor's desk hears of it, then the director's;
 * each once, because what was told is counted in the row itself, and whoever calls holds the case.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Unclaimed {

    private final JdbcClient jdbc;
    private final AssignmentRules rules;
    private final CaseClocks clocks;
    private final ApplicationEventPublisher events;
    private final Clock system;

    Unclaimed(
            JdbcClient jdbc, AssignmentRules rules, CaseClocks clocks, ApplicationEventPublisher events, Clock system) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.clocks = clocks;
        this.events = events;
        this.system = system;
    }

    private record Lying(String taskId, String center, String desk, Instant bornAt, Instant dueAt, int told) {}

    /**
     * The cases of a center in which a task has lain too long. Few cases have a clock of their own, so those are looked up from
     * their side; one whose clock runs behind is still being told, and nobody waits for it.
     */
    public List<CaseNumber> awake(String center, int most) {
        return jdbc.sql(
                        """
                select distinct case_number from (
                    (select i.case_number from inbox_item i
                     where i.center = :center and i.assignee is null and i.claim_by <= :now
                       and not exists (select from case_clock k where k.case_number = i.case_number)
                     order by i.claim_by limit :most)
                    union all
                    (select i.case_number from case_clock k join inbox_item i on i.case_number = k.case_number
                     where k.center = :center and k.ahead > interval '0' and i.assignee is null and i.claim_by <= :now + k.ahead
                     limit :most)) lying
                """)
                .param("center", center)
                .param("now", OffsetDateTime.now(system))
                .param("most", most)
                .query((row, index) -> new CaseNumber(row.getString("case_number")))
                .list();
    }

    public void climb(CaseNumber number) {
        Instant now = clocks.of(number).instant();
        jdbc.sql(
                        """
                select task_id, center, desk, born_at, due_at, claim_told from inbox_item
                where case_number = ? and assignee is null and claim_by <= ? order by claim_by, task_id
                """)
                .params(number.value(), utc(now))
                .query(Unclaimed::read)
                .list()
                .forEach(task -> tell(number, task, now));
    }

    private void tell(CaseNumber number, Lying task, Instant now) {
        String to = rules.climbsTo(task.desk(), task.told());
        String then = rules.climbsTo(task.desk(), task.told() + 1);
        Duration span = rules.unclaimed(task.bornAt(), task.dueAt());
        jdbc.sql("update inbox_item set claim_told = claim_told + 1, claim_by = ? where task_id = ?")
                .param(then == null ? null : utc(now.plus(span)))
                .param(task.taskId())
                .update();
        if (to != null) {
            events.publishEvent(new LeftUnclaimed(number, task.center(), task.taskId(), to, task.dueAt(), now));
        }
    }

    private static Lying read(ResultSet row, int index) throws SQLException {
        return new Lying(
                row.getString("task_id"),
                row.getString("center"),
                row.getString("desk"),
                row.getObject("born_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getInt("claim_told"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
