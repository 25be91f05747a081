package org.tasuki.casefile;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.secrecy.Resealable;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;

/** The actor's drafts, under the newest key. */
@Component
class DraftSeals implements Resealable {

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Acting acting;

    DraftSeals(JdbcClient jdbc, Secrets secrets, Acting acting) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.acting = acting;
    }

    private record Row(String taskId, SecretPlace place, Optional<String> words) {}

    @Override
    public Kind kind() {
        return Kind.DRAFTS;
    }

    @Override
    public Batch next(boolean all, String after) {
        String account = acting.current().account();
        List<Row> rows = jdbc.sql(
                        """
                        select task_id, case_number, answers, sealed from draft
                        where account = :account and task_id > :after
                          and (answers is not null or (:all and substring(sealed from 2 for 4) <> :newest))
                        order by task_id limit 200 for update
                        """)
                .param("account", account)
                .param("after", after)
                .param("all", all)
                .param("newest", secrets.newest())
                .query((row, index) -> {
                    String taskId = row.getString("task_id");
                    SecretPlace place = Drafts.place(new CaseNumber(row.getString("case_number")), taskId, account);
                    byte[] sealed = row.getBytes("sealed");
                    return new Row(
                            taskId,
                            place,
                            sealed == null
                                    ? Optional.ofNullable(row.getString("answers"))
                                    : secrets.open(sealed, place));
                })
                .list();
        rows.forEach(row -> row.words().ifPresent(words -> seal(row, account, words)));
        int unreadable =
                (int) rows.stream().filter(row -> row.words().isEmpty()).count();
        return new Batch(
                rows.size() - unreadable,
                unreadable,
                rows.isEmpty() ? null : rows.get(rows.size() - 1).taskId());
    }

    private void seal(Row row, String account, String words) {
        jdbc.sql("update draft set answers = null, sealed = ? where task_id = ? and account = ?")
                .params(secrets.seal(words, row.place()), row.taskId(), account)
                .update();
    }
}
