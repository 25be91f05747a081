package org.tasuki.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.DueMoved;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.deadlines.Standing;
import org.tasuki.engine.BornAt;
import org.tasuki.engine.TaskBorn;
import org.tasuki.engine.TaskMoved;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.staffing.Choice;

/**
 * Writes the inbox's rows, and remembers which lists moved by it. What a row says of its case (urgency, officer, the child's age) the
 * database keeps true by itself: see {@code V44__inbox_lanes.sql}.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InboxRows implements BornAt {

    private final JdbcClient jdbc;
    private final InboxNews news;

    InboxRows(JdbcClient jdbc, InboxNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    /** @param claimBy when somebody should have taken it, if nobody was given it */
    void add(TaskBorn task, Instant now, RunningDeadline deadline, Choice choice, Instant claimBy) {
        String agency = agency(task);
        boolean given = choice.account() != null;
        jdbc.sql(
                        """
                insert into inbox_item (task_id, case_number, center, desk, agency, process, step, form, wait_id, hand_over,
                                        born_at, due_at, warn_at, assignee, claimed_at, assigned_how, assigned_why, assigned_by,
                                        stands_in_for, claim_by)
                values (:task, :case, :center, :desk, :agency, :process, :step, :form, :wait, :handOver, :born, :due, :warn,
                        :assignee, case when :given then :born end, :how, :why, :by, :for, case when :agency is null then :claimBy end)
                returning center, lane, away
                """)
                .param("task", task.taskId())
                .param("case", task.number().value())
                .param("center", task.center())
                .param("desk", desk(task))
                .param("agency", agency, Types.VARCHAR) // untyped, a null makes the driver prepare the statement anew
                .param("process", task.process())
                .param("step", task.step())
                .param("form", task.form())
                .param("wait", task.waitId())
                .param("handOver", task.handOver(), Types.VARCHAR)
                .param("born", utc(now))
                .param("due", utc(deadline.dueAt()))
                .param("warn", utc(deadline.warnAt()))
                .param("given", given)
                .param("assignee", choice.account(), Types.VARCHAR)
                .param("how", given ? Hold.of(choice).how().key() : null, Types.VARCHAR)
                .param("why", choice.why(), Types.VARCHAR)
                .param("by", given ? Actor.SYSTEM.account() : null, Types.VARCHAR)
                .param("for", choice.standsInFor(), Types.VARCHAR)
                .param("claimBy", utc(claimBy))
                .query(this::moved)
                .list();
    }

    /** Answers false when there was none. */
    boolean remove(String taskId) {
        return !jdbc.sql("delete from inbox_item where task_id = ? returning center, lane, away")
                .param(taskId)
                .query(this::moved)
                .list()
                .isEmpty();
    }

    void move(DueMoved deadline) {
        jdbc.sql(
                        """
                update inbox_item set due_at = :due, warn_at = :warn, standing = :standing
                where case_number = :case and wait_id = :wait
                returning center, lane, away
                """)
                .param("standing", deadline.standing().key())
                .param("due", utc(deadline.dueAt()))
                .param("warn", utc(deadline.warnAt()))
                .param("case", deadline.number().value())
                .param("wait", deadline.waitId())
                .query(this::moved)
                .list();
    }

    /** @param deadline null when its time limit goes on */
    void refit(TaskMoved task, @Nullable RunningDeadline deadline) {
        jdbc.sql(
                        """
                update inbox_item set step = :step, form = :form, due_at = coalesce(:due, due_at),
                    warn_at = case when :due::timestamptz is null then warn_at else :warn end,
                    standing = case when :due::timestamptz is null then standing else :standing end
                where task_id = :task
                returning center, lane, away
                """)
                .param("step", task.step())
                .param("form", task.form())
                .param("due", deadline == null ? null : utc(deadline.dueAt()))
                .param("warn", deadline == null ? null : utc(deadline.warnAt()))
                .param("standing", Standing.RUNNING.key())
                .param("task", task.taskId())
                .query(this::moved)
                .list();
    }

    @Override
    public Instant task(String taskId) {
        return jdbc.sql("select born_at from inbox_item where task_id = ?")
                .param(taskId)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /**
     * Changes in whose hands a task is: it leaves one list and comes to another.
     *
     * @param update of its one row, without what it returns
     * @return whether there was a row to change
     */
    boolean hand(String taskId, String update, Map<String, ?> values) {
        return jdbc.sql(
                        """
                with before as (select center, lane, away from inbox_item where task_id = :task), after as (%s returning center, lane, away)
                select center, lane, away, false as handed from before union all select center, lane, away, true from after
                """
                                .formatted(update))
                .param("task", taskId)
                .params(values)
                .query((row, index) -> moved(row, index) && row.getBoolean("handed"))
                .list()
                .contains(true);
    }

    private boolean moved(ResultSet row, int index) throws SQLException {
        news.moved(row.getString("center"), row.getString("lane"), row.getString("away"));
        return true;
    }

    static String desk(TaskBorn task) {
        String agency = agency(task);
        return agency == null ? role(task.roles()) : Actor.deskOf(agency);
    }

    static @Nullable String agency(TaskBorn task) {
        return task.roles().stream().map(Role::of).anyMatch(Role::ofAgency) ? task.agency() : null;
    }

    private static String role(Set<String> roles) {
        return roles.stream().sorted().findFirst().orElseThrow();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
