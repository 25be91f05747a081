package org.tasuki.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/** What was sent back to an earlier desk, why, and the task that came of it. */
@Component
public class SendBacks {

    private final JdbcClient jdbc;

    SendBacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param answer the id of what was answered there before */
    public record SentBack(
            long id,
            CaseNumber number,
            String process,
            String step,
            String toStep,
            long answer,
            String reason,
            String by,
            Instant at) {

        /** Never into a log: the reason may name a family. */
        @Override
        public String toString() {
            return "SentBack[id=" + id + "]";
        }
    }

    /** @param taskId what is sent back */
    public record Sending(
            Timeline.Place from,
            String taskId,
            String toStep,
            long answer,
            SendBackReason reason,
            String by,
            Instant at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public long keep(Sending sending) {
        return jdbc.sql(
                        """
                insert into send_back (case_number, center, task_id, process, step, to_step, answer, reason, by_account, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """)
                .param(sending.from().number().value())
                .param(sending.from().center())
                .param(sending.taskId())
                .param(sending.from().process())
                .param(sending.from().step())
                .param(sending.toStep())
                .param(sending.answer())
                .param(sending.reason().text())
                .param(sending.by())
                .param(sending.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void bore(long id, String taskId) {
        jdbc.sql("update send_back set born_task = ? where id = ?")
                .params(taskId, id)
                .update();
    }

    /** Why this task came into being again; empty for a task like all others. */
    @Transactional(readOnly = true)
    public Optional<SentBack> behind(String taskId) {
        return jdbc.sql("select * from send_back where born_task = ?")
                .param(taskId)
                .query(SendBacks::read)
                .optional();
    }

    /** The reasons of a case, by the id that the timeline knows. */
    @Transactional(readOnly = true)
    public Map<String, String> reasons(CaseNumber number) {
        return jdbc
                .sql("select * from send_back where case_number = ?")
                .param(number.value())
                .query(SendBacks::read)
                .list()
                .stream()
                .collect(Collectors.toMap(sent -> String.valueOf(sent.id()), SentBack::reason));
    }

    private static SentBack read(ResultSet row, int index) throws SQLException {
        return new SentBack(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("process"),
                row.getString("step"),
                row.getString("to_step"),
                row.getLong("answer"),
                row.getString("reason"),
                row.getString("by_account"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
