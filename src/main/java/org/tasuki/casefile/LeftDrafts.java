package org.tasuki.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** What the actor typed into tasks that a move ended: theirs until they discard it or the case ends. */
@Component
@Transactional
public class LeftDrafts {

    private static final String LEFT =
            """
            select d.case_number, m.center, d.task_id, m.process, m.step, m.form, d.saved_at, m.at
            from draft d join step_move m on m.task_id = d.task_id
            where d.account = :account and d.open_task is null %s order by m.at desc, d.task_id
            """;

    private final JdbcClient jdbc;
    private final Drafts drafts;
    private final Acting acting;

    LeftDrafts(JdbcClient jdbc, Drafts drafts, Acting acting) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.acting = acting;
    }

    /**
     * @param taskId of the task that is gone
     * @param typed nothing when it cannot be opened any more
     */
    public record Left(
            CaseNumber number,
            String center,
            String taskId,
            String process,
            String step,
            String form,
            Instant savedAt,
            Instant leftAt,
            Map<String, List<String>> typed) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Left> mine() {
        return jdbc.sql(LEFT.formatted(""))
                .param("account", me())
                .query((row, index) -> left(row))
                .list();
    }

    /** Typed into the same step of the case before. */
    @Transactional(readOnly = true)
    public List<Left> of(CaseNumber number, String process, String step) {
        return jdbc.sql(LEFT.formatted("and d.case_number = :number and m.process = :process and m.step = :step"))
                .param("account", me())
                .param("number", number.value())
                .param("process", process)
                .param("step", step)
                .query((row, index) -> left(row))
                .list();
    }

    /** Whatever was sent as the task's number: it is looked for among those that there are. */
    @Transactional(readOnly = true)
    public Optional<Left> find(String taskId) {
        return mine().stream().filter(left -> left.taskId().equals(taskId)).findFirst();
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from draft where account = ? and open_task is null")
                .param(me())
                .query(Long.class)
                .single();
    }

    /** Whether there was one. */
    public boolean discard(String taskId) {
        return jdbc.sql("delete from draft where task_id = ? and account = ? and open_task is null")
                        .params(taskId, me())
                        .update()
                > 0;
    }

    private Left left(ResultSet row) throws SQLException {
        String taskId = row.getString("task_id");
        return new Left(
                new CaseNumber(row.getString("case_number")),
                row.getString("center"),
                taskId,
                row.getString("process"),
                row.getString("step"),
                row.getString("form"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                drafts.find(taskId, me()).orElseGet(Map::of));
    }

    private String me() {
        return acting.current().account();
    }
}
