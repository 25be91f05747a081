package org.tasuki.staffing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** Which case went from whom to whom, because of which absence. */
@Component
@Transactional
public class Handings {

    private final JdbcClient jdbc;
    private final CaseClocks clocks;
    private final Acting acting;

    Handings(JdbcClient jdbc, CaseClocks clocks, Acting acting) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.acting = acting;
    }

    /** @param at on the case's clock */
    public record Handing(CaseNumber number, String from, String to, Instant at) {}

    void note(CaseFile file, Absence absence, String to) {
        jdbc.sql(
                        """
                insert into case_handing (case_number, center, absence, from_account, to_account, by_account, at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        file.number().value(),
                        file.center(),
                        absence.id(),
                        absence.account(),
                        to,
                        acting.current().account(),
                        clocks.of(file.number()).instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last time that the case was handed over. */
    @Transactional(readOnly = true)
    public Optional<Handing> last(CaseNumber number) {
        return jdbc.sql("select * from case_handing where case_number = ? order by id desc limit 1")
                .param(number.value())
                .query(Handings::read)
                .optional();
    }

    /** Those of an absence that the reader sees, in the order in which they went. */
    @Transactional(readOnly = true)
    public List<Handing> of(Absence absence) {
        return jdbc.sql("select * from case_handing where absence = ? order by id")
                .param(absence.id())
                .query(Handings::read)
                .list();
    }

    private static Handing read(ResultSet row, int index) throws SQLException {
        return new Handing(
                new CaseNumber(row.getString("case_number")),
                row.getString("from_account"),
                row.getString("to_account"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
