package org.tasuki.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.terms.CaseNumber;

/**
 * Lets a deadline stand still (停止) where its rule allows it, and go on (再開) with the time that it had left. It stands until a
 * latest day, and goes on by itself then: also while it stands, its end is a moment that comes. Whoever calls holds the case.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class DeadlinePauses {

    private final JdbcClient jdbc;
    private final DeadlineRules rules;
    private final Reckoning reckoning;
    private final PausesKept kept;
    private final DueMover mover;
    private final CaseClocks clocks;

    DeadlinePauses(
            JdbcClient jdbc,
            DeadlineRules rules,
            Reckoning reckoning,
            PausesKept kept,
            DueMover mover,
            CaseClocks clocks) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.reckoning = reckoning;
        this.kept = kept;
        this.mover = mover;
        this.clocks = clocks;
    }

    /** @param latest the last day on which it stands still */
    public Decided pause(CaseNumber number, long id, LocalDate latest, String reason) {
        Optional<OpenDeadline> found = find(number, id);
        PauseRule allowed = found.map(deadline -> deadline.rule().pause()).orElse(null);
        if (found.isEmpty() || allowed == null || found.get().agreed()) {
            return Decided.NOT_ALLOWED;
        }
        OpenDeadline deadline = found.get();
        Instant now = now(deadline);
        if (!deadline.runsAt(now)) {
            return Decided.NOT_RUNNING;
        }
        LocalDate today = Limit.day(now);
        if (latest.isBefore(today) || latest.isAfter(today.plusDays(allowed.days()))) {
            return Decided.DAY_OUT_OF_RANGE;
        }
        Pause pause = new Pause(now, Limit.endOf(latest));
        kept.begin(deadline, pause, reason);
        recount(deadline, DueChange.PAUSE, pause.until());
        return Decided.DONE;
    }

    public Decided resume(CaseNumber number, long id) {
        Optional<OpenDeadline> standing = find(number, id).filter(found -> found.state() == DeadlineState.PAUSED);
        standing.ifPresent(deadline -> goOn(deadline, now(deadline)));
        return standing.isPresent() ? Decided.DONE : Decided.NOT_RUNNING;
    }

    /** Nobody let it go on. */
    void latestHasCome(OpenDeadline deadline) {
        goOn(deadline, kept.standsUntil(deadline).orElseGet(() -> now(deadline)));
    }

    private void goOn(OpenDeadline deadline, Instant at) {
        kept.end(deadline, at);
        recount(deadline, DueChange.RESUME, null);
    }

    private void recount(OpenDeadline deadline, DueChange why, @Nullable Instant until) {
        Reckoned anew =
                reckoning.due(deadline.whose(), deadline.rule(), deadline.due().start());
        mover.move(deadline, anew, why, until);
    }

    private Instant now(OpenDeadline deadline) {
        return clocks.of(deadline.number()).instant();
    }

    private Optional<OpenDeadline> find(CaseNumber number, long id) {
        return jdbc.sql("select * from deadline where id = ? and case_number = ? and ended_at is null")
                .params(id, number.value())
                .query((row, index) -> OpenDeadline.read(row, rules))
                .optional();
    }
}
