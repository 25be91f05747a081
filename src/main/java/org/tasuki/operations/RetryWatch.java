package org.tasuki.operations;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.engine.IncidentCause;
import org.tasuki.operations.Retrying.Outcome;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.Right;
import org.tasuki.people.SignedIn;

/**
 * Works runs off, a job a transaction, in the name of whoever began them and with what rights they have by then. The row is held meanwhile
 * and settled in that very transaction: two nodes take different rows, and one that dies leaves its row as it was.
 */
@Component
public class RetryWatch {

    /** So many of a run at a look, so that the next run is not kept waiting by a long one. */
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Retrying retrying;
    private final Accounts accounts;
    private final Offices offices;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RetryWatch(
            JdbcClient jdbc,
            Retrying retrying,
            Accounts accounts,
            Offices offices,
            Acting acting,
            Clock clock,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.retrying = retrying;
        this.accounts = accounts;
        this.offices = offices;
        this.acting = acting;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** At every center, one after the other. */
    public void look() {
        offices.centers()
                .forEach(center ->
                        acting.as(Actor.system(center), () -> running(center).forEach(run -> work(run, AT_ONCE))));
    }

    /** Some of a run at once, in the request that began it: of a few the result is there with the answer. */
    public void begin(RetryRun run, int most) {
        acting.as(Actor.system(run.center()), () -> work(run, most));
    }

    private List<RetryRun> running(String center) {
        return Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql("select * from retry_run where center = ? and state = 'running' order by begun_at")
                        .param(center)
                        .query(RetryRuns::read)
                        .list()));
    }

    private void work(RetryRun run, int most) {
        for (int turn = 0; turn < most && oneMore(run); turn++) {
            // the next
        }
    }

    /** Answers false when nothing waits, or another node has it in hands. */
    private boolean oneMore(RetryRun run) {
        RetryRun.Row[] taken = new RetryRun.Row[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                taken[0] = next(run).orElse(null);
                return taken[0] == null ? over(run) : tried(run, taken[0]);
            }));
        } catch (RuntimeException failure) {
            if (taken[0] == null || IncidentCause.isAway(failure)) {
                throw failure;
            }
            failed(run, taken[0], failure);
            return true;
        }
    }

    private Optional<RetryRun.Row> next(RetryRun run) {
        return jdbc.sql(
                        """
                select r.* from retry_row r where r.run = ? and r.state = 'waiting'
                  and exists (select from retry_run b where b.id = r.run and b.state = 'running')
                order by r.place limit 1 for update of r skip locked
                """)
                .param(run.id())
                .query(RetryRuns::row)
                .optional();
    }

    private boolean over(RetryRun run) {
        boolean waiting = jdbc.sql("select exists (select from retry_row where run = ? and state = 'waiting')")
                .param(run.id())
                .query(Boolean.class)
                .single();
        if (!waiting) {
            end(run, RetryRun.State.DONE);
        }
        return false;
    }

    private void end(RetryRun run, RetryRun.State state) {
        jdbc.sql("update retry_run set state = ?, ended_at = ? where id = ? and state = 'running'")
                .params(state.key(), OffsetDateTime.now(clock), run.id())
                .update();
    }

    private boolean tried(RetryRun run, RetryRun.Row row) {
        Optional<Actor> owner = owner(run);
        if (owner.isEmpty()) {
            end(run, RetryRun.State.STOPPED);
            return false;
        }
        Outcome came = acting.as(owner.get(), () -> retrying.once(row.job()));
        settle(run, row, came == Outcome.NOT_THEIRS ? "gone" : came.name().toLowerCase(Locale.ROOT), null);
        return true;
    }

    private Optional<Actor> owner(RetryRun run) {
        return accounts.find(run.account())
                .filter(SignedIn::enabled)
                .map(SignedIn::actor)
                .filter(person -> run.center().equals(person.center()))
                .filter(person -> acting.as(person, () -> acting.may(Right.MEND_FLOW)));
    }

    /**
     * What was begun has been rolled back: the job is where it was, and the row was free meanwhile. Another node that took it has written
     * down what came of it, and there is nothing left to say of this try.
     */
    private void failed(RetryRun run, RetryRun.Row row, RuntimeException failure) {
        String cause = IncidentCause.of(failure).key();
        owner(run)
                .ifPresent(person -> transaction.executeWithoutResult(status -> {
                    if (settle(run, row, "failed", cause)) {
                        acting.as(person, () -> retrying.failedAgain(row.job(), cause));
                    }
                }));
    }

    /** @return whether nobody has settled it before */
    private boolean settle(RetryRun run, RetryRun.Row row, String state, @Nullable String why) {
        return jdbc.sql(
                                """
                update retry_row set state = :state, why = :why, at = :at
                where run = :run and place = :place and state = 'waiting'
                """)
                        .param("state", state)
                        .param("why", why)
                        .param("at", OffsetDateTime.now(clock))
                        .param("run", run.id())
                        .param("place", row.place())
                        .update()
                > 0;
    }
}
