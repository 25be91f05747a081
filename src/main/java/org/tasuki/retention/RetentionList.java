package org.tasuki.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.FiscalYear;
import org.tasuki.terms.Japan;

/** The yearly list (保存期間満了): the center's ended cases whose time is over before a fiscal year begins. */
@Component
@Transactional(readOnly = true)
public class RetentionList {

    private final JdbcClient jdbc;
    private final Retention retention;

    RetentionList(JdbcClient jdbc, Retention retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    public record Row(
            CaseNumber number,
            LocalDate ended,
            String rule,
            LocalDate until,
            @Nullable String choice,
            Decision.State state) {}

    /** The last row of the page before; {@link #FIRST} before the first. */
    public record After(LocalDate until, String number) {

        public static final After FIRST = new After(LocalDate.EPOCH, "");
    }

    /**
     * In the order in which their time was over. The rules are asked once for all cases that ended before the year: one that
     * ends in it cannot be over.
     */
    public List<Row> page(FiscalYear year, After after, int most) {
        return jdbc.sql(
                        """
                        select f.number, f.closed_at, r.rule, r.kept_until, p.choice, p.keep_until, a.approved
                        from retentions(:until, :today) r
                        join case_file f on f.number = r.number
                        left join lateral (select id, choice, keep_until from retention_proposal where case_number = f.number
                                           order by id desc limit 1) p on true
                        left join retention_answer a on a.proposal = p.id
                        where r.kept_until < :until and (r.kept_until, f.number) > (:afterDay, :afterNumber)
                        order by r.kept_until, f.number limit :most
                        """)
                .param("today", retention.today())
                .param("until", year.start())
                .param("afterDay", after.until())
                .param("afterNumber", after.number())
                .param("most", most)
                .query(this::row)
                .list();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        String choice = row.getString("choice");
        LocalDate keepUntil = row.getObject("keep_until", LocalDate.class);
        Boolean approved = row.getObject("approved", Boolean.class);
        return new Row(
                new CaseNumber(row.getString("number")),
                LocalDate.ofInstant(
                        row.getObject("closed_at", OffsetDateTime.class).toInstant(), Japan.ZONE),
                row.getString("rule"),
                row.getObject("kept_until", LocalDate.class),
                choice,
                state(choice, keepUntil, approved));
    }

    private Decision.State state(@Nullable String choice, @Nullable LocalDate keepUntil, @Nullable Boolean approved) {
        if (choice == null) {
            return Decision.State.NONE;
        }
        if (approved == null) {
            return Decision.State.PROPOSED;
        }
        if (!approved) {
            return Decision.State.REFUSED;
        }
        return keepUntil == null ? Decision.State.APPROVED : Decision.State.NONE;
    }
}
