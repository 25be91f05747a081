package org.tasuki.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a person typed into a task and has not sent yet. Survives sign-out and restart; nobody else reads it. */
@Component
@Transactional
public class Drafts {

    private static final TypeReference<Map<String, List<String>>> TYPED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void save(String taskId, String account, CaseNumber number, Map<String, List<String>> typed) {
        jdbc.sql(
                        """
                insert into draft (task_id, account, case_number, answers, saved_at) values (?, ?, ?, ?::jsonb, ?)
                on conflict (task_id, account) do update set answers = excluded.answers, saved_at = excluded.saved_at
                """)
                .params(taskId, account, number.value(), json.writeValueAsString(typed), OffsetDateTime.now(clock))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Map<String, List<String>>> find(String taskId, String account) {
        return jdbc.sql("select answers from draft where task_id = ? and account = ?")
                .params(taskId, account)
                .query(String.class)
                .optional()
                .map(stored -> json.readValue(stored, TYPED));
    }

    @Transactional(readOnly = true)
    public Optional<Instant> savedAt(String taskId, String account) {
        return jdbc.sql("select saved_at from draft where task_id = ? and account = ?")
                .params(taskId, account)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
