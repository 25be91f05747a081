package org.tasuki.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** Comments on cases that call the reader by name and that they have not read; opening the case's comments reads them. */
@Component
@Transactional
public class Mentions {

    static final String TO_ME =
            """
            from comment_mention m join case_comment w on w.id = m.comment
            where m.account = :me and m.read_at is null and w.withdrawn_at is null
              and not exists (select from case_clock b where b.case_number = m.case_number and b.ahead < interval '0')
            """;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final Clock clock;

    Mentions(JdbcClient jdbc, Acting acting, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.clock = clock;
    }

    /** Instants are on the case's clock. */
    public record Mention(
            CaseNumber number, @Nullable String childName, String urgency, String by, Instant at, Instant now) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Mention> list() {
        String joined = TO_ME.replace(
                "where m.account",
                """
                join case_file f on f.number = m.case_number
                left join child c on c.case_number = m.case_number
                left join case_clock k on k.case_number = m.case_number
                where m.account""");
        return jdbc.sql(
                        """
                select m.case_number, c.name as child_name, f.urgency, w.by_account, w.at,
                       :now::timestamptz + coalesce(k.ahead, interval '0') as now
                %s order by w.at desc, w.id desc limit %d
                """
                                .formatted(joined, Notices.MOST))
                .param("me", acting.current().account())
                .param("now", OffsetDateTime.now(clock))
                .query(Mentions::mention)
                .list();
    }

    public void readAll() {
        jdbc.sql("update comment_mention set read_at = :at where account = :me and read_at is null")
                .param("at", OffsetDateTime.now(clock))
                .param("me", acting.current().account())
                .update();
    }

    private static Mention mention(ResultSet row, int index) throws SQLException {
        return new Mention(
                new CaseNumber(row.getString("case_number")),
                row.getString("child_name"),
                row.getString("urgency"),
                row.getString("by_account"),
                instant(row, "at"),
                instant(row, "now"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
