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
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person typed into a task and has not sent yet, sealed: it holds what the answer will seal. Survives sign-out and restart; nobody else reads it. It goes when
 * the task's row leaves the inbox: the database sees to that. What a move ended stays: {@link LeftDrafts}.
 */
@Component
@Transactional
public class Drafts {

    private static final TypeReference<Map<String, List<String>>> TYPED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Secrets secrets;
    private final Clock clock;

    Drafts(JdbcClient jdbc, JsonMapper json, Secrets secrets, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.secrets = secrets;
        this.clock = clock;
    }

    public void save(String taskId, String account, CaseNumber number, Map<String, List<String>> typed) {
        jdbc.sql(
                        """
                insert into draft (task_id, account, case_number, sealed, saved_at) values (?, ?, ?, ?, ?)
                on conflict (task_id, account) do update
                set sealed = excluded.sealed, answers = null, saved_at = excluded.saved_at
                """)
                .params(
                        taskId,
                        account,
                        number.value(),
                        secrets.seal(json.writeValueAsString(typed), place(number, taskId, account)),
                        OffsetDateTime.now(clock))
                .update();
    }

    /** Empty too when it cannot be opened any more: the form begins anew. */
    @Transactional(readOnly = true)
    public Optional<Map<String, List<String>>> find(String taskId, String account) {
        return jdbc.sql("select case_number, answers, sealed from draft where task_id = ? and account = ?")
                .params(taskId, account)
                .query((row, index) -> {
                    byte[] sealed = row.getBytes("sealed");
                    return sealed == null
                            ? Optional.ofNullable(row.getString("answers"))
                            : secrets.open(
                                    sealed, place(new CaseNumber(row.getString("case_number")), taskId, account));
                })
                .optional()
                .flatMap(stored -> stored)
                .map(stored -> json.readValue(stored, TYPED));
    }

    static SecretPlace place(CaseNumber number, String taskId, String account) {
        return new SecretPlace("draft", number, taskId + ' ' + account);
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
