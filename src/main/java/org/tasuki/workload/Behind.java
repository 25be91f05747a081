package org.tasuki.workload;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.terms.CaseNumber;
import org.tasuki.workload.Carried.Whose;

/** The cases and tasks behind a line's numbers: the same rows that {@link Workload} counts. */
@Component
@Transactional(readOnly = true)
public class Behind {

    /** Whether an account is one of the center's officers: whoever else holds something is one of the others. */
    private static final String OFFICER =
            """
            exists (select from account a join account_role r on r.account = a.id and r.role = :role
                    where a.id = %1$s and a.center = :center and a.enabled%2$s)""";

    private static final String THEIRS =
            """
            (case :whose when 'OFFICER' then %1$s = :key when 'NOBODY' then %1$s is null
                         when 'SECTION' then %2$s when 'UNPLACED' then %3$s
                         else %1$s is not null and not %4$s end)""";

    private static final String CASES =
            """
            select f.number, c.name, f.urgency, f.status, f.opened_at, f.closed_at, f.status = 'open' as is_open,
                   coalesce(f.opened_at > :week and f.opened_at <= :now, false) as came,
                   coalesce(f.closed_at > :week and f.closed_at <= :now, false) as ended,
                   coalesce(w.follow_up, false) as follow_up, coalesce(w.protection, false) as protection
            from case_file f
            left join child c on c.case_number = f.number
            left join lateral (
                select bool_or(i.process = 'temporary-protection') as protection, bool_or(i.step = 'followUp') as follow_up
                from inbox_item i where i.case_number = f.number) w on true
            where f.center = :center and (f.status = 'open' or f.opened_at > :week or f.closed_at > :week) and
            """
                    + theirs("f.officer") + " order by f.opened_at, f.number";

    private static final String TASKS =
            """
            select i.task_id, i.case_number, i.process, i.step, i.due_here from inbox_item i
            where i.center = :center and i.agency is null and i.lane is not null and i.due_here < :soon and
            """
                    + theirs("i.assignee") + " order by i.due_here, i.task_id";

    private static String theirs(String who) {
        return THEIRS.formatted(
                who,
                OFFICER.formatted(who, " and a.section = :key"),
                OFFICER.formatted(who, " and a.section is null"),
                OFFICER.formatted(who, ""));
    }

    private final JdbcClient jdbc;
    private final LoadRules rules;
    private final Acting acting;
    private final Clock clock;

    Behind(JdbcClient jdbc, LoadRules rules, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * @param open and weighed; one that has ended weighs nothing
     * @param came in the last seven days
     * @param ended in the last seven days
     */
    public record Case(
            CaseNumber number,
            @Nullable String child,
            String urgency,
            Instant opened,
            @Nullable Instant closed,
            boolean open,
            boolean came,
            boolean ended,
            boolean followUp,
            boolean protection,
            BigDecimal weight) {}

    public record Task(String id, CaseNumber number, String process, String step, Instant due) {}

    /** @param key an officer's account or a section's key; ignored for the other lines */
    public List<Case> cases(Whose whose, String key) {
        return bound(CASES, whose, key)
                .param("now", at(Duration.ZERO))
                .param("week", at(Duration.ofDays(-7)))
                .query(this::read)
                .list();
    }

    /** Over their limit, or due within {@link Workload#SOON}; the soonest first. */
    public List<Task> tasks(Whose whose, String key) {
        return bound(TASKS, whose, key)
                .param("soon", at(Workload.SOON))
                .query((row, i) -> new Task(
                        row.getString("task_id"),
                        new CaseNumber(row.getString("case_number")),
                        row.getString("process"),
                        row.getString("step"),
                        instant(row, "due_here")))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Whose whose, String key) {
        return jdbc.sql(sql)
                .param("center", String.valueOf(acting.current().center()))
                .param("whose", whose.name())
                .param("key", key)
                .param("role", Role.OFFICER.key());
    }

    private OffsetDateTime at(Duration from) {
        return clock.instant().plus(from).atOffset(ZoneOffset.UTC);
    }

    private Case read(ResultSet row, int index) throws SQLException {
        boolean followUp = row.getBoolean("follow_up");
        boolean protection = row.getBoolean("protection");
        boolean open = row.getBoolean("is_open");
        String urgency = row.getString("urgency");
        return new Case(
                new CaseNumber(row.getString("number")),
                row.getString("name"),
                urgency,
                instant(row, "opened_at"),
                row.getObject("closed_at") == null ? null : instant(row, "closed_at"),
                open,
                row.getBoolean("came"),
                row.getBoolean("ended"),
                followUp,
                protection,
                open ? rules.weight(urgency, followUp, protection) : BigDecimal.ZERO);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
