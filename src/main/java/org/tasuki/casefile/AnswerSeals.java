package org.tasuki.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.forms.Forms;
import org.tasuki.secrecy.Resealable;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The sealed part of the answers, under the newest key. */
@Component
class AnswerSeals implements Resealable {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Forms forms;
    private final Secrets secrets;
    private final SecretAnswers answers;

    AnswerSeals(JdbcClient jdbc, JsonMapper json, Forms forms, Secrets secrets, SecretAnswers answers) {
        this.jdbc = jdbc;
        this.json = json;
        this.forms = forms;
        this.secrets = secrets;
        this.answers = answers;
    }

    private record Row(
            long id, SecretPlace place, String form, String answers, byte @Nullable [] sealed, boolean plain) {}

    @Override
    public Kind kind() {
        return Kind.ANSWERS;
    }

    @Override
    public Batch next(boolean all, String after) {
        List<Row> rows = jdbc.sql(
                        """
                        select id, case_number, task_id, form, answers, sealed, unsealed from form_answer
                        where id > :after and (unsealed or (:all and substring(sealed from 2 for 4) <> :newest))
                        order by id limit 200 for update
                        """)
                .param("after", after.isEmpty() ? 0L : Long.parseLong(after))
                .param("all", all)
                .param("newest", secrets.newest())
                .query(AnswerSeals::row)
                .list();
        int unreadable = 0;
        for (Row row : rows) {
            unreadable += row.plain() ? sealPlain(row) : reseal(row);
        }
        String last =
                rows.isEmpty() ? null : String.valueOf(rows.get(rows.size() - 1).id());
        return new Batch(rows.size() - unreadable, unreadable, last);
    }

    private int sealPlain(Row row) {
        Map<String, Object> plain = new HashMap<>(json.readValue(row.answers(), ANSWERS));
        Map<String, Object> secret = new HashMap<>(plain);
        Set<String> keys = forms.knows(row.form()) ? forms.form(row.form()).secret() : Set.of();
        plain.keySet().removeAll(keys);
        secret.keySet().retainAll(keys);
        jdbc.sql("update form_answer set answers = ?::jsonb, sealed = ?, unsealed = false where id = ?")
                .param(json.writeValueAsString(plain))
                .param(2, answers.seal(secret, row.place()), Types.BINARY)
                .param(row.id())
                .update();
        return 0;
    }

    private int reseal(Row row) {
        byte[] sealed = row.sealed();
        return sealed == null
                ? 0
                : secrets.open(sealed, row.place())
                        .map(words -> jdbc.sql("update form_answer set sealed = ? where id = ?")
                                .params(secrets.seal(words, row.place()), row.id())
                                .update())
                        .map(done -> 0)
                        .orElse(1);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        CaseNumber number = new CaseNumber(row.getString("case_number"));
        return new Row(
                row.getLong("id"),
                SecretAnswers.place(number, row.getString("task_id")),
                row.getString("form"),
                row.getString("answers"),
                row.getBytes("sealed"),
                row.getBoolean("unsealed"));
    }
}
