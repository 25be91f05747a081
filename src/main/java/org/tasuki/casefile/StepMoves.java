package org.tasuki.casefile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** Which cases were moved to another step beside their flow, why, and the task that came of it. */
@Component
public class StepMoves {

    private final JdbcClient jdbc;

    StepMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param taskId what ends undone
     * @param form that it was answered on: what was typed stays readable
     */
    public record Move(
            Timeline.Place from, String taskId, String form, String toStep, MoveReason reason, String by, Instant at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public long keep(Move move) {
        return jdbc.sql(
                        """
                insert into step_move (case_number, center, task_id, process, step, form, to_step, reason, by_account, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .param(move.from().number().value())
                .param(move.from().center())
                .param(move.taskId())
                .param(move.from().process())
                .param(move.from().step())
                .param(move.form())
                .param(move.toStep())
                .param(move.reason().text())
                .param(move.by())
                .param(move.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void bore(long id, String taskId) {
        jdbc.sql("update step_move set born_task = ? where id = ?")
                .params(taskId, id)
                .update();
    }

    /** The reasons of a case, by the id that the timeline knows. */
    @Transactional(readOnly = true)
    public Map<String, String> reasons(CaseNumber number) {
        return jdbc
                .sql("select id, reason from step_move where case_number = ?")
                .param(number.value())
                .query((row, index) -> Map.entry(row.getString("id"), row.getString("reason")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
