package org.tasuki.bulk;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.casefile.Refusal;
import org.tasuki.engine.IncidentCause;
import org.tasuki.people.Accounts;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Offices;
import org.tasuki.people.SignedIn;

/**
 * Works runs off, a task a transaction, in the name of whoever began them and with what rights they have by then. The row of the task
 * is held meanwhile and settled in that very transaction: two nodes take different rows, and one that dies leaves its row as it was.
 */
@Component
public class BulkWatch {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWatch.class);

    /** So many of a run at a look, so that the next run is not kept waiting by a long one. */
    private static final int AT_ONCE = 50;

    private static final int TRIES_MOST = 3;

    private static final String NEXT =
            """
            select r.* from bulk_row r where r.run = ? and r.state = 'waiting'
              and exists (select from bulk_run b where b.id = r.run and b.state = 'running')
            order by r.place limit 1 for update of r skip locked
            """;

    private final JdbcClient jdbc;
    private final BulkRuns runs;
    private final Doing doing;
    private final Accounts accounts;
    private final Offices offices;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BulkWatch(
            JdbcClient jdbc,
            BulkRuns runs,
            Doing doing,
            Accounts accounts,
            Offices offices,
            Acting acting,
            Clock clock,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.doing = doing;
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

    /** Some of a run at once, in the request that began it: of a small selection the result is there with the answer. */
    public void begin(BulkRun run, int most) {
        acting.as(Actor.system(run.center()), () -> work(run, most));
    }

    private List<BulkRun> running(String center) {
        return Objects.requireNonNull(transaction.execute(
                status -> jdbc.sql("select * from bulk_run where center = ? and state = 'running' order by begun_at")
                        .param(center)
                        .query(BulkRuns::run)
                        .list()));
    }

    private void work(BulkRun run, int most) {
        for (int turn = 0; turn < most; turn++) {
            if (!oneMore(run)) {
                return;
            }
        }
    }

    /** Answers false when nothing waits, or another node has it in hands. */
    private boolean oneMore(BulkRun run) {
        BulkRun.Row[] taken = new BulkRun.Row[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                taken[0] = next(run.id()).orElse(null);
                return taken[0] == null ? over(run) : work(run, taken[0], status);
            }));
        } catch (RuntimeException failed) {
            if (taken[0] == null || IncidentCause.isAway(failed)) {
                throw failed;
            }
            LOG.warn(
                    "row {} of run {} failed: {}",
                    taken[0].place(),
                    run.id(),
                    failed.getClass().getName());
            transaction.executeWithoutResult(status -> failed(run.id(), taken[0].place()));
            return true;
        }
    }

    private Optional<BulkRun.Row> next(UUID run) {
        return jdbc.sql(NEXT).param(run).query(BulkRuns::row).optional();
    }

    private boolean over(BulkRun run) {
        boolean waiting = jdbc.sql("select exists (select from bulk_row where run = ? and state = 'waiting')")
                .param(run.id())
                .query(Boolean.class)
                .single();
        if (!waiting) {
            runs.end(run.id(), BulkRun.State.DONE);
        }
        return false;
    }

    private boolean work(BulkRun run, BulkRun.Row row, TransactionStatus status) {
        Optional<SignedIn> owner = accounts.find(run.account())
                .filter(SignedIn::enabled)
                .filter(person -> run.center().equals(person.actor().center()));
        if (owner.isEmpty()) {
            runs.end(run.id(), BulkRun.State.STOPPED);
            return false;
        }
        settle(run.id(), row.place(), acting.as(owner.get().actor(), () -> act(run, row, status)));
        return true;
    }

    /** What was begun before a refusal is undone; the row says why. */
    private @Nullable Why act(BulkRun run, BulkRun.Row row, TransactionStatus status) {
        Object before = status.createSavepoint();
        try {
            return doing.to(row.taskId(), Objects.requireNonNull(run.order()));
        } catch (Refusal refusal) {
            status.rollbackToSavepoint(before);
            return Why.CHANGED;
        }
    }

    private void settle(UUID run, int place, @Nullable Why why) {
        jdbc.sql(
                        "update bulk_row set state = :state, why = :why, tries = tries + 1, at = :at where run = :run and place = :place")
                .param("state", why == null ? "done" : "refused")
                .param("why", why == null ? null : why.key())
                .param("at", OffsetDateTime.now(clock))
                .param("run", run)
                .param("place", place)
                .update();
    }

    /** It comes again, some times; the others go on. */
    private void failed(UUID run, int place) {
        jdbc.sql(
                        """
                update bulk_row set tries = tries + 1, at = :at,
                    state = case when tries + 1 >= :most then 'refused' else state end,
                    why = case when tries + 1 >= :most then :why end
                where run = :run and place = :place and state = 'waiting'
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("most", TRIES_MOST)
                .param("why", Why.FAILED.key())
                .param("run", run)
                .param("place", place)
                .update();
    }
}
