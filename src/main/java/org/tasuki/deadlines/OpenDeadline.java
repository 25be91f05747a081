package org.tasuki.deadlines;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tasuki.terms.CaseNumber;

/** A row of the table of deadlines that has not ended, as the rooms' own writing needs it. */
record OpenDeadline(
        long id,
        CaseNumber number,
        String center,
        String waitId,
        String process,
        String step,
        DeadlineRule rule,
        Due due,
        DeadlineState state,
        int round,
        int announced,
        boolean timerSpent,
        @Nullable String agency,
        @Nullable String occasion,
        boolean agreed) {

    static OpenDeadline read(ResultSet row, DeadlineRules rules) throws SQLException {
        DeadlineRule rule = rules.kept(row.getString("rule"), row.getObject("rule_version", LocalDate.class));
        return new OpenDeadline(
                row.getLong("id"),
                new CaseNumber(row.getString("case_number")),
                row.getString("center"),
                row.getString("wait_id"),
                row.getString("process"),
                row.getString("step"),
                rule,
                new Due(
                        rule.id(),
                        rule.effectiveFrom(),
                        instant(row, "started_at"),
                        instant(row, "due_at"),
                        instants(row.getArray("warn_at"))),
                DeadlineState.of(row.getString("state")),
                row.getInt("round"),
                row.getInt("announced"),
                row.getBoolean("timer_spent"),
                row.getString("agency"),
                row.getString("occasion"),
                row.getBoolean("agreed"));
    }

    /** The same, once the engine's timer has gone off. */
    OpenDeadline withoutTimer() {
        return new OpenDeadline(
                id, number, center, waitId, process, step, rule, due, state, round, announced, true, agency, occasion,
                agreed);
    }

    /** The same by another version of its rule; what it was due by is still the old one's. */
    OpenDeadline under(DeadlineRule other) {
        return new OpenDeadline(
                id,
                number,
                center,
                waitId,
                process,
                step,
                other,
                due,
                state,
                round,
                announced,
                timerSpent,
                agency,
                occasion,
                agreed);
    }

    Reckoning.Whose whose() {
        return new Reckoning.Whose(number, center, agency, occasion, id);
    }

    /** Neither over nor standing still: only such a limit can be stopped or let go, so that no breach is hidden by it. */
    boolean runsAt(Instant now) {
        return state.inTime() && !due.passedAt(now);
    }

    Ladder ladder() {
        return new Ladder(LadderStep.of(rule, due), announced, !timerSpent);
    }

    LadderClimbed climbed(int place, LadderStep what, Instant now) {
        return new LadderClimbed(
                id, round, place, number, center, waitId, process, step, rule.id(), what, due.at(), now);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<Instant> instants(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(at -> ((Timestamp) at).toInstant())
                        .toList();
    }
}
