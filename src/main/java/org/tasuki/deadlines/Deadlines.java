package org.tasuki.deadlines;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;
import org.tasuki.terms.Japan;

/** The deadlines that run, ran out, and were met: one row a wait and rule, in the transaction of the step itself. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Deadlines {

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final Reckoning reckoning;
    private final CaseClocks clocks;

    Deadlines(JdbcClient jdbc, DeadlineRules rules, Reckoning reckoning, CaseClocks clocks) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.reckoning = reckoning;
        this.clocks = clocks;
    }

    /**
     * A wait begins: {@code waitId} is where the case stands, {@code rule} the limit that counts there.
     *
     * @param agency the agency that is waited for, whose calendar counts; null when the center waits for its own people
     * @param occasion which one of several alike in the case, each with its own given date; null where there is one
     */
    public record Opening(
            CaseNumber number,
            String center,
            String waitId,
            String process,
            String step,
            String rule,
            @Nullable String agency,
            @Nullable String occasion) {}

    /** Opens the deadline, unless it runs already, and answers when it is due on the case's clock. */
    public Instant open(Opening opening) {
        Instant known = KnownDeadlines.due(opening.waitId(), opening.rule());
        return known != null ? known : opened(opening).orElseGet(() -> begin(opening));
    }

    private Optional<Instant> opened(Opening opening) {
        return jdbc.sql("select due_at from deadline where wait_id = ? and rule = ? and ended_at is null")
                .params(opening.waitId(), opening.rule())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Opens the deadline of a wait that has just come to be, and answers when it is due on the case's clock. */
    public Instant begin(Opening opening) {
        return begin(opening, clocks.of(opening.number()).instant());
    }

    /** The same for a wait that came to be earlier, by the version of the rule of that day. */
    public Instant begin(Opening opening, Instant since) {
        // As the engine's timers count; the row and the timer are the same to the moment.
        Instant now = since.truncatedTo(ChronoUnit.MILLIS);
        DeadlineRule rule = rules.rule(opening.rule(), LocalDate.ofInstant(now, Japan.ZONE));
        Reckoned by = reckoning.due(whose(opening), rule, now);
        Due due = by.due();
        RunningDeadline opened = jdbc.sql(
                        """
                insert into deadline (case_number, center, wait_id, process, step, rule, rule_version, started_at, due_at,
                                      warn_at, wake_at, agency, occasion, calendar_version, known_through)
                values (:case, :center, :wait, :process, :step, :rule, :version, :start, :due, :warn::timestamptz[], :wake,
                        :agency, :occasion, :calendar, :known)
                returning *
                """)
                .param("case", opening.number().value())
                .param("center", opening.center())
                .param("wait", opening.waitId())
                .param("process", opening.process())
                .param("step", opening.step())
                .param("rule", opening.rule())
                .param("version", rule.effectiveFrom())
                .param("start", utc(due.start()))
                .param("due", utc(due.at()))
                .param("warn", due.warnings().stream().map(Instant::toString).toArray(String[]::new))
                .param("wake", wake(opening.number(), rule, due))
                .param("agency", opening.agency(), Types.VARCHAR)
                .param("occasion", opening.occasion(), Types.VARCHAR)
                .param("calendar", by.calendarVersion(), Types.INTEGER)
                .param("known", by.knownThrough(), Types.DATE)
                .query(this::read)
                .single();
        KnownDeadlines.opened(opening.waitId(), opened);
        return opened.dueAt();
    }

    private static Reckoning.Whose whose(Opening opening) {
        return new Reckoning.Whose(opening.number(), opening.center(), opening.agency(), opening.occasion(), 0);
    }

    private @Nullable OffsetDateTime wake(CaseNumber number, DeadlineRule rule, Due due) {
        Instant first = new Ladder(LadderStep.of(rule, due), 0, true).wakesAt();
        return first == null ? null : utc(clocks.toSystem(number, first));
    }

    /** The step is done. A late one carries its reason. */
    public void done(String waitId, Instant at, @Nullable String reason) {
        KnownDeadlines.forget();
        jdbc.sql(
                        """
                update deadline set state = case when due_at > :at then 'met' else 'met late' end, ended_at = :at,
                                    reason = :reason
                where wait_id = :wait and ended_at is null
                """)
                .param("at", utc(at))
                .param("reason", reason)
                .param("wait", waitId)
                .update();
    }

    /** The wait is over without the step: another path was taken, the case withdrawn. What was over stays over. */
    public void cancelled(String waitId, Instant at) {
        KnownDeadlines.forget();
        jdbc.sql(
                        """
                update deadline set state = case when state in ('over', 'escalated') then state else 'cancelled' end, ended_at = :at
                where wait_id = :wait and ended_at is null
                """)
                .param("at", utc(at))
                .param("wait", waitId)
                .update();
    }

    /** The step that is waited for has another id from here on. */
    public void renamed(String waitId, String step) {
        jdbc.sql("update deadline set step = :step where wait_id = :wait and ended_at is null and step <> :step")
                .param("step", step)
                .param("wait", waitId)
                .update();
    }

    /** The wait goes on without this limit. */
    public void dropped(String waitId, String rule, Instant at) {
        KnownDeadlines.forget();
        jdbc.sql(
                        """
                update deadline set state = case when state in ('over', 'escalated') then state else 'cancelled' end, ended_at = :at
                where wait_id = :wait and rule = :rule and ended_at is null
                """)
                .param("at", utc(at))
                .param("wait", waitId)
                .param("rule", rule)
                .update();
    }

    /** The deadlines of a wait, soonest first. */
    public List<RunningDeadline> ofWait(String waitId) {
        List<RunningDeadline> known = KnownDeadlines.ofWait(waitId);
        return known.isEmpty() ? stored(waitId) : known;
    }

    private List<RunningDeadline> stored(String waitId) {
        return jdbc.sql("select * from deadline where wait_id = ? and ended_at is null order by due_at")
                .param(waitId)
                .query(this::read)
                .list();
    }

    /** All open deadlines of a case, soonest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<RunningDeadline> ofCase(CaseNumber number) {
        return jdbc.sql("select * from deadline where case_number = ? and ended_at is null order by due_at")
                .param(number.value())
                .query(this::read)
                .list();
    }

    /** When the next limit ends, of all cases that the reader sees; of a class, whose cases share a clock. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextDue(Instant after) {
        return jdbc.sql("select due_at from deadline where ended_at is null and due_at > ? order by due_at limit 1")
                .param(utc(after))
                .query((row, index) -> instant(row, "due_at"))
                .optional();
    }

    /** Whether the case has, or had, this deadline. */
    @Transactional(readOnly = true)
    public boolean belongs(CaseNumber number, long deadline) {
        return jdbc.sql("select exists (select from deadline where id = ? and case_number = ?)")
                .params(deadline, number.value())
                .query(Boolean.class)
                .single();
    }

    private RunningDeadline read(ResultSet row, int index) throws SQLException {
        DeadlineRule rule = rules.kept(row.getString("rule"), row.getObject("rule_version", LocalDate.class));
        return new RunningDeadline(
                row.getLong("id"),
                row.getString("process"),
                row.getString("step"),
                rule.id(),
                rule.label(),
                rule.source(),
                instant(row, "started_at"),
                instant(row, "due_at"),
                firstWarning(row.getArray("warn_at")),
                DeadlineState.of(row.getString("state")),
                row.getBoolean("agreed"),
                row.getObject("known_through", LocalDate.class),
                rule.waivable(),
                row.getBoolean("agreed") ? null : rule.pause());
    }

    private static @Nullable Instant firstWarning(Array warnings) throws SQLException {
        Object[] points = (Object[]) warnings.getArray();
        return points.length == 0 ? null : ((java.sql.Timestamp) points[0]).toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
