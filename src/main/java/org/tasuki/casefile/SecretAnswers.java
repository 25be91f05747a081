package org.tasuki.casefile;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was answered in the secret groups of a form: who notified, and what gives that away (CAPA 7). Sealed apart. */
@Component
class SecretAnswers {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Secrets secrets;

    SecretAnswers(JdbcClient jdbc, JsonMapper json, Secrets secrets) {
        this.jdbc = jdbc;
        this.json = json;
        this.secrets = secrets;
    }

    /** Null when nothing secret was said. */
    byte @Nullable [] seal(KeptAnswer answer) {
        return seal(answer.submission().secret(), place(answer.number(), answer.taskId()));
    }

    byte @Nullable [] seal(Map<String, Object> secret, SecretPlace place) {
        return secret.isEmpty() ? null : secrets.seal(json.writeValueAsString(secret), place);
    }

    /** Empty when it cannot be opened any more; a map without entries when nothing secret was said. */
    Optional<Map<String, Object>> open(CaseNumber number, long id) {
        return jdbc.sql("select task_id, sealed from form_answer where case_number = ? and id = ?")
                .params(number.value(), id)
                .query((row, index) -> {
                    byte[] sealed = row.getBytes("sealed");
                    return sealed == null
                            ? Optional.of(Map.<String, Object>of())
                            : secrets.open(sealed, place(number, row.getString("task_id")))
                                    .map(words -> json.readValue(words, ANSWERS));
                })
                .single();
    }

    /** The task's id is there before the row is, and no other answer has it. */
    static SecretPlace place(CaseNumber number, String taskId) {
        return new SecretPlace("form_answer", number, taskId);
    }
}
