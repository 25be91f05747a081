package org.tasuki.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.terms.FiscalYear;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was submitted of the national report, and what was restated: each stays as it was. */
@Component
@Transactional
public class Submissions {

    private static final TypeReference<TreeMap<String, Long>> CELLS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Report report;
    private final Figures figures;
    private final AuditTrail trail;
    private final JsonMapper json;
    private final Clock clock;

    Submissions(JdbcClient jdbc, Report report, Figures figures, AuditTrail trail, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.report = report;
        this.figures = figures;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    public record Submission(long id, String account, Instant at, Map<String, Long> cells) {}

    /** What came of it. */
    public enum Result {
        DONE,
        /** The fiscal year is not over. */
        RUNNING,
        /** Somebody else submitted it since the page was opened. */
        NEWER,
        /** Nothing is different from what was submitted last. */
        SAME,
        /** There is no case in the table, and never was one in a submission. */
        NOTHING,
        /** Some case is kept from whoever submits: their numbers are not the center's. */
        NOT_WHOLE
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Submission> of(FiscalYear year) {
        return jdbc.sql(
                        "select * from report_submission where center = acting_center() and fiscal_year = ? order by id desc")
                .param(year.value())
                .query(this::read)
                .list();
    }

    /** @param seen the newest submission that whoever submits had before them; 0 for none */
    public Result submit(FiscalYear year, long seen) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('report ' || acting_center() || :year::text, 0))::text")
                .param("year", year.value())
                .query(String.class)
                .optional();
        if (!figures.today().isAfter(year.end())) {
            return Result.RUNNING;
        }
        if (jdbc.sql("select cardinality(hidden_cases())").query(Integer.class).single() > 0) {
            return Result.NOT_WHOLE;
        }
        List<Submission> before = of(year);
        Map<String, Long> cells = report.cells(year);
        if (before.isEmpty() && cells.isEmpty()) {
            return Result.NOTHING;
        }
        if (!before.isEmpty() && before.get(0).id() != seen) {
            return Result.NEWER;
        }
        if (!before.isEmpty() && before.get(0).cells().equals(cells)) {
            return Result.SAME;
        }
        keep(year, cells);
        return Result.DONE;
    }

    private void keep(FiscalYear year, Map<String, Long> cells) {
        jdbc.sql(
                        """
                insert into report_submission (center, fiscal_year, account, at, cells)
                values (acting_center(), :year, acting_account(), :at, :cells::jsonb)
                """)
                .param("year", year.value())
                .param("at", OffsetDateTime.now(clock))
                .param("cells", json.writeValueAsString(cells))
                .update();
        trail.note(Act.REPORT_SUBMITTED, Map.of("year", String.valueOf(year.value())));
    }

    private Submission read(ResultSet row, int index) throws SQLException {
        return new Submission(
                row.getLong("id"),
                row.getString("account"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("cells"), CELLS));
    }
}
