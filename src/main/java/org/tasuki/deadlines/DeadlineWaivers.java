package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/**
 * Lets a deadline go (免除) for a date that is agreed instead. The old row ends as waived, with who and why; the one that takes
 * its place runs, warns and climbs like any other, so that the matter is never without an end. No calendar, fact or rule moves
 * an agreed date: people set it. Whoever calls holds the case.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlineWaivers {

    /** An agreed date lies no further away than this: what may wait longer is to be ended, not waived. */
    public static final int MOST_DAYS = 92;

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final DueMover mover;
    private final CaseClocks clocks;

    DeadlineWaivers(JdbcClient jdbc, DeadlineRules rules, DueMover mover, CaseClocks clocks) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.mover = mover;
        this.clocks = clocks;
    }

    public Decided waive(CaseNumber number, long id, LocalDate agreed, String reason) {
        Optional<OpenDeadline> found = jdbc.sql(
                        "select * from deadline where id = ? and case_number = ? and ended_at is null")
                .params(id, number.value())
                .query((row, index) -> OpenDeadline.read(row, rules))
                .optional();
        if (found.isEmpty() || !found.get().rule().waivable()) {
            return Decided.NOT_ALLOWED;
        }
        OpenDeadline deadline = found.get();
        Instant now = clocks.of(number).instant();
        if (!deadline.runsAt(now)) {
            return Decided.NOT_RUNNING;
        }
        LocalDate today = Limit.day(now);
        if (!agreed.isAfter(today) || agreed.isAfter(today.plusDays(MOST_DAYS))) {
            return Decided.DAY_OUT_OF_RANGE;
        }
        replace(deadline, deadline.rule().agreed(now, agreed), now, reason);
        return Decided.DONE;
    }

    private void replace(OpenDeadline deadline, Due due, Instant now, String reason) {
        KnownDeadlines.forget();
        jdbc.sql("update deadline set state = ?, ended_at = ?, reason = ?, wake_at = null where id = ?")
                .params(
                        (deadline.agreed() ? DeadlineState.SUPERSEDED : DeadlineState.WAIVED).key(),
                        DueMover.utc(now),
                        reason,
                        deadline.id())
                .update();
        Instant first = new Ladder(LadderStep.of(deadline.rule(), due), 0, !deadline.timerSpent()).wakesAt();
        long successor = jdbc.sql(
                        """
                insert into deadline (case_number, center, wait_id, process, step, rule, rule_version, started_at, due_at, warn_at,
                                      wake_at, agency, agreed, timer_spent)
                select case_number, center, wait_id, process, step, rule, rule_version, :start, :due, :warn::timestamptz[],
                       :wake, agency, true, timer_spent
                from deadline where id = :id returning id
                """)
                .param("start", DueMover.utc(due.start()))
                .param("due", DueMover.utc(due.at()))
                .param("warn", DueMover.warnings(due))
                .param("wake", first == null ? null : DueMover.utc(clocks.toSystem(deadline.number(), first)))
                .param("id", deadline.id())
                .query(Long.class)
                .single();
        jdbc.sql(
                        """
                insert into deadline_waiver (deadline, case_number, center, by_account, at, old_due, new_due, successor)
                values (?, ?, ?, acting_account(), ?, ?, ?, ?)
                """)
                .params(
                        deadline.id(),
                        deadline.number().value(),
                        deadline.center(),
                        DueMover.utc(now),
                        DueMover.utc(deadline.due().at()),
                        DueMover.utc(due.at()),
                        successor)
                .update();
        mover.tell(deadline, due, DueChange.WAIVER, Standing.AGREED);
    }
}
