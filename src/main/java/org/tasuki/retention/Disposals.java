package org.tasuki.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.terms.CaseNumber;

/** What is proposed for records whose time is over, and waits for a second person's word. */
@Component
@Transactional(readOnly = true)
public class Disposals {

    /** Of a case that was taken up again the time runs anew: nothing is decided there. */
    private static final String WAITING =
            """
            from retention_proposal p
            where p.center = :center and not exists (select from retention_answer a where a.proposal = p.id)
              and exists (select from retention_of(p.case_number, :today) r where r.kept_until < :today)
            """;

    private final JdbcClient jdbc;
    private final Retention retention;
    private final Acting acting;

    Disposals(JdbcClient jdbc, Retention retention, Acting acting) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.acting = acting;
    }

    /** @param choice "erase", or "keep" until a later day */
    public record Disposal(
            CaseNumber number,
            String choice,
            @Nullable LocalDate keepUntil,
            String reason,
            String proposedBy,
            Instant proposedAt) {}

    public int count() {
        return decides()
                ? ask("select count(*) " + WAITING).query(Integer.class).single()
                : 0;
    }

    /** The longest waiting first; none for those who do not decide on any. */
    public List<Disposal> first(int most) {
        return decides()
                ? ask("select p.* " + WAITING + " order by p.proposed_at, p.id limit :most")
                        .param("most", most)
                        .query((row, index) -> new Disposal(
                                new CaseNumber(row.getString("case_number")),
                                row.getString("choice"),
                                row.getObject("keep_until", LocalDate.class),
                                row.getString("reason"),
                                row.getString("proposed_by"),
                                Objects.requireNonNull(row.getObject("proposed_at", OffsetDateTime.class))
                                        .toInstant()))
                        .list()
                : List.of();
    }

    private boolean decides() {
        return acting.may(Right.DECIDE_ERASURE);
    }

    private JdbcClient.StatementSpec ask(String sql) {
        return jdbc.sql(sql).param("center", acting.current().center()).param("today", retention.today());
    }
}
