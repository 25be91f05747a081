package org.tasuki.disclosure;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tasuki.secrecy.Resealable;
import org.tasuki.secrecy.Secrets;
import org.tasuki.terms.CaseNumber;

/** What was given out, and the names that were blacked out in it, under the newest key. */
@Component
class DisclosureSeals implements Resealable {

    private final JdbcClient jdbc;
    private final Secrets secrets;

    DisclosureSeals(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    private record Row(long id, CaseNumber number, byte @Nullable [] blackout, byte @Nullable [] document) {}

    @Override
    public Kind kind() {
        return Kind.DOCUMENTS;
    }

    @Override
    public Batch next(boolean all, String after) {
        if (!all) {
            return Batch.NOTHING;
        }
        List<Row> rows = jdbc.sql(
                        """
                        select id, case_number, blackout, package from disclosure_request
                        where id > :after and (substring(blackout from 2 for 4) <> :newest
                                               or substring(package from 2 for 4) <> :newest)
                        order by id limit 20 for update
                        """)
                .param("after", after.isEmpty() ? 0L : Long.parseLong(after))
                .param("newest", secrets.newest())
                .query((row, index) -> new Row(
                        row.getLong("id"),
                        new CaseNumber(row.getString("case_number")),
                        row.getBytes("blackout"),
                        row.getBytes("package")))
                .list();
        int sealed = rows.stream()
                .mapToInt(row -> reseal(row, "blackout", row.blackout()) * reseal(row, "package", row.document()))
                .sum();
        String last =
                rows.isEmpty() ? null : String.valueOf(rows.get(rows.size() - 1).id());
        return new Batch(sealed, rows.size() - sealed, last);
    }

    /** 1 unless it cannot be read. */
    private int reseal(Row row, String column, byte @Nullable [] sealed) {
        if (sealed == null) {
            return 1;
        }
        Optional<byte[]> content = secrets.content(sealed, Disclosures.place(row.number(), row.id(), column));
        return content.map(bytes -> jdbc.sql("update disclosure_request set " + column + " = ? where id = ?")
                        .params(secrets.seal(bytes, Disclosures.place(row.number(), row.id(), column)), row.id())
                        .update())
                .orElse(0);
    }
}
