package org.tasuki.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.Answers;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.terms.CaseNumber;

/**
 * What a step changed, written down with it where it may be taken back: see {@code V67__undo_in_text.sql} and {@code V90__undo_in_flat_text.sql}. A step that stands costs no
 * statement more, another two.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StepUndo {

    /** As process files state it: {@code tasuki:undo="PT1M"}. */
    static final Duration MINUTE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final ProcessCatalog catalog;
    private final Answers answers;
    private final InboxNews news;
    private final Clock clock;

    StepUndo(JdbcClient jdbc, ProcessCatalog catalog, Answers answers, InboxNews news, Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.answers = answers;
        this.news = news;
        this.clock = clock;
    }

    /** A step that somebody did. {@code at} is on the office's clock. */
    record Kept(
            long id,
            CaseNumber number,
            String center,
            String taskId,
            String account,
            String process,
            String step,
            Instant at,
            boolean undone) {

        Instant until() {
            return at.plus(MINUTE);
        }
    }

    /** A task that came of it; the assignee is whom it was given to at once. */
    record Borne(String taskId, String process, String step, String waitId, @Nullable String assignee) {}

    /** Does the step, and remembers what it changes if its process lets people take it back. */
    void during(InboxItem item, String account, Runnable step) {
        boolean allowed = catalog.step(item.process(), item.step())
                        .filter(StepFacts::undo)
                        .isPresent()
                && !answers.keptAside(item.form());
        if (!allowed) {
            step.run();
            return;
        }
        jdbc.sql("select undo_begins(?)").param(item.taskId()).query().listOfRows();
        step.run();
        jdbc.sql("select undo_is_known(?, ?, ?)")
                .params(item.taskId(), account, OffsetDateTime.now(clock))
                .query()
                .listOfRows();
    }

    /** How the task was last completed, as far as the reader may see the case. */
    Optional<Kept> last(String taskId) {
        return jdbc.sql("select * from step_undo where task_id = ? order by id desc limit 1")
                .param(taskId)
                .query(StepUndo::read)
                .optional();
    }

    /** What this person did last, if it was within the minute. */
    Optional<Kept> lastOf(String account) {
        return jdbc.sql(
                        """
                select * from (select * from step_undo where account = ? and at > ? order by at desc, id desc limit 1) s
                where undone_at is null
                """)
                .params(account, OffsetDateTime.now(clock).minus(MINUTE))
                .query(StepUndo::read)
                .optional();
    }

    List<Borne> borneBy(Kept step) {
        return jdbc.sql(
                        """
                select l.id as task, split_part(l.says ->> 'proc_def_id_', ':', 1) as process, l.says ->> 'task_def_key_' as step,
                       l.says ->> 'execution_id_' as wait, l.says ->> 'assignee_' as assignee
                from (select a.id, says(a) as says from step_undo u, unnest(u.after) a where u.id = ? and a.place = 'act_ru_task') l
                order by task
                """)
                .param(step.id())
                .query((row, index) -> new Borne(
                        row.getString("task"),
                        row.getString("process"),
                        row.getString("step"),
                        row.getString("wait"),
                        row.getString("assignee")))
                .list();
    }

    /** The ids of what the step left in the engine, and is not there any more as it was. */
    List<String> met(Kept step) {
        return jdbc.sql("select id from undo_met(?)")
                .param(step.id())
                .query(String.class)
                .list();
    }

    /** Why the step was late, as its deadline says. */
    Optional<String> lateReason(Kept step) {
        return jdbc.sql(
                        """
                select d.reason from step_undo u, jsonb_to_recordset(u.limits) as l (id bigint) join deadline d on d.id = l.id
                where u.id = ? and d.reason is not null limit 1
                """)
                .param(step.id())
                .query(String.class)
                .optional();
    }

    /** The engine, the inbox and the deadlines stand where they stood. */
    void takeBack(Kept step) {
        jdbc.sql("select lane, away from undo_step(?, ?)")
                .params(step.id(), OffsetDateTime.now(clock))
                .query((row, index) -> {
                    news.moved(step.center(), row.getString("lane"), row.getString("away"));
                    return true;
                })
                .list();
    }

    private static Kept read(ResultSet row, int index) throws SQLException {
        return new Kept(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("center"),
                row.getString("task_id"),
                row.getString("account"),
                row.getString("process"),
                row.getString("step"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("undone_at") != null);
    }
}
