package org.tasuki.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.secrecy.Resealable;
import org.tasuki.secrecy.SecretPlace;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;

/** The files of the cases, and what they are called, under the newest key. Few at a time: each may have ten megabytes. */
@Component
class DocumentSeals implements Resealable {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Secrets secrets;

    DocumentSeals(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    private record Row(UUID id, CaseNumber number, byte[] label, byte[] content) {

        SecretPlace labelPlace() {
            return CaseDocuments.labelPlace(number, id);
        }

        SecretPlace contentPlace() {
            return CaseDocuments.contentPlace(number, id);
        }
    }

    @Override
    public Kind kind() {
        return Kind.DOCUMENTS;
    }

    /** Nothing of this table was ever kept in plain words. */
    @Override
    public Batch next(boolean all, String after) {
        if (!all) {
            return Batch.NOTHING;
        }
        List<Row> rows = jdbc.sql(
                        """
                        select id, case_number, label, content from case_document
                        where id > :after
                          and (substring(label from 2 for 4) <> :newest or substring(content from 2 for 4) <> :newest)
                        order by id limit 5 for update
                        """)
                .param("after", after.isEmpty() ? FIRST : UUID.fromString(after))
                .param("newest", secrets.newest())
                .query((row, index) -> new Row(
                        row.getObject("id", UUID.class),
                        new CaseNumber(row.getString("case_number")),
                        row.getBytes("label"),
                        row.getBytes("content")))
                .list();
        int sealed = rows.stream().mapToInt(this::reseal).sum();
        String last = rows.isEmpty() ? null : rows.get(rows.size() - 1).id().toString();
        return new Batch(sealed, rows.size() - sealed, last);
    }

    private int reseal(Row row) {
        Optional<byte[]> label = secrets.content(row.label(), row.labelPlace());
        Optional<byte[]> content = secrets.content(row.content(), row.contentPlace());
        if (label.isEmpty() || content.isEmpty()) {
            return 0;
        }
        return jdbc.sql("update case_document set label = ?, content = ? where id = ?")
                .params(
                        secrets.seal(label.get(), row.labelPlace()),
                        secrets.seal(content.get(), row.contentPlace()),
                        row.id())
                .update();
    }
}
