package org.tasuki.versions;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.engine.IncidentCause;
import org.tasuki.engine.Migration;
import org.tasuki.engine.Moved;
import org.tasuki.engine.RunningInstance;
import org.tasuki.engine.Standstill;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/**
 * Tries moves, and works them off: a case a transaction. The row of the case is held meanwhile and settled in that very transaction, so
 * that two nodes take different cases, and one that dies leaves the case as it was. Moving is the system's work at the case's center: who
 * asks for it reaches no case.
 */
@Component
public class Moves {

    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);

    private static final int AT_ONCE = 50;
    private static final int TRIES_MOST = 3;

    private record Waiting(UUID run, int place, String instance) {}

    private final JdbcClient jdbc;
    private final MoveBook book;
    private final Versions versions;
    private final Migration migration;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Moves(
            JdbcClient jdbc,
            MoveBook book,
            Versions versions,
            Migration migration,
            Acting acting,
            AuditTrail trail,
            Clock clock,
            PlatformTransactionManager manager) {
        this.jdbc = jdbc;
        this.book = book;
        this.versions = versions;
        this.migration = migration;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** What would become of a case: it is moved, told of, and put back. */
    public Moved dry(RunningInstance instance, Version version, Map<String, String> renamed) {
        return acting.as(
                Actor.system(instance.center()),
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    status.setRollbackOnly();
                    return migration.move(instance, Objects.requireNonNull(version.definition()), renamed);
                })));
    }

    /** All that run, one after the other. */
    public void look() {
        bySystem(() -> inTransaction(
                        () -> jdbc.sql("select * from process_move where state = 'running' order by begun_at")
                                .query(MoveBook::read)
                                .list()))
                .forEach(move -> work(move, AT_ONCE));
    }

    /** So many of one at most. */
    public void work(Move move, int most) {
        Version version = bySystem(() -> versions.find(move.version()).orElseThrow());
        for (int turn = 0; turn < most && oneMore(move, version); turn++) {
            // the next
        }
    }

    /** Answers false when nothing waits, or another node has it in hands. */
    private boolean oneMore(Move move, Version version) {
        Optional<Waiting> next = bySystem(() -> inTransaction(() -> next(move)));
        if (next.isEmpty()) {
            return false;
        }
        try {
            return bySystem(() -> inTransaction(() -> settle(next.get(), move, version)));
        } catch (RuntimeException failed) {
            if (IncidentCause.isAway(failed)) {
                throw failed;
            }
            LOG.warn(
                    "place {} of move {} failed: {}",
                    next.get().place(),
                    move.id(),
                    failed.getClass().getName());
            bySystem(() -> inTransaction(() -> failed(next.get())));
            return true;
        }
    }

    private Optional<Waiting> next(Move move) {
        Optional<Waiting> next = jdbc.sql(
                        """
                select r.* from process_move_row r where r.run = ? and r.state = 'waiting'
                  and exists (select from process_move m where m.id = r.run and m.state = 'running')
                order by r.tries, r.place limit 1 for update of r skip locked
                """)
                .param(move.id())
                .query((row, index) ->
                        new Waiting(row.getObject("run", UUID.class), row.getInt("place"), row.getString("instance")))
                .optional();
        if (next.isEmpty()) {
            end(move);
        }
        return next;
    }

    private void end(Move move) {
        jdbc.sql(
                        """
                update process_move m set state = 'done', ended_at = ? where id = ? and state = 'running'
                  and not exists (select from process_move_row r where r.run = m.id and r.state = 'waiting')
                """)
                .params(OffsetDateTime.now(clock), move.id())
                .update();
    }

    /** This one and no other, so that what fails is counted against what failed; another node may have been faster. */
    private boolean settle(Waiting row, Move move, Version version) {
        if (hold(row)) {
            Optional<RunningInstance> running = migration.find(row.instance());
            if (running.isEmpty()) {
                settle(row, new Standstill(row.instance(), Standstill.Why.GONE));
            } else if (!book.newest(version)) {
                // Whoever has gone over to the newer one meanwhile must not come back.
                settle(row, new Standstill(row.instance(), Standstill.Why.NEWER));
            } else {
                settle(row, running.get(), move, version);
            }
        }
        return true;
    }

    private boolean hold(Waiting row) {
        return jdbc.sql(
                        """
                select 1 from process_move_row r join process_move m on m.id = r.run
                where r.run = ? and r.place = ? and r.state = 'waiting' and m.state = 'running' for update of r skip locked
                """)
                .params(row.run(), row.place())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void settle(Waiting row, RunningInstance instance, Move move, Version version) {
        String target = Objects.requireNonNull(version.definition());
        Moved moved = acting.as(Actor.system(instance.center()), () -> {
            Moved outcome = migration.move(instance, target, move.renamed());
            if (outcome.goes()) {
                trail.note(
                        Act.CASE_MOVED,
                        instance.number(),
                        Map.of(
                                "process",
                                instance.process(),
                                "from",
                                String.valueOf(instance.version()),
                                "to",
                                target));
            }
            return outcome;
        });
        settle(row, moved.goes() ? null : moved.hindrances().get(0));
    }

    private void settle(Waiting row, @Nullable Standstill why) {
        jdbc.sql(
                        """
                update process_move_row set state = :state, why = :why, element = :element, tries = tries + 1, at = :at
                where run = :run and place = :place
                """)
                .param("state", why == null ? "moved" : "left")
                .param("why", why == null ? null : why.why().key())
                .param("element", why == null ? null : why.element())
                .param("at", OffsetDateTime.now(clock))
                .param("run", row.run())
                .param("place", row.place())
                .update();
    }

    /** It comes again, some times; the others go on. */
    private boolean failed(Waiting row) {
        jdbc.sql(
                        """
                update process_move_row set tries = tries + 1, at = :at,
                    state = case when tries + 1 >= :most then 'left' else state end,
                    why = case when tries + 1 >= :most then 'failed' end
                where run = :run and place = :place and state = 'waiting'
                """)
                .param("at", OffsetDateTime.now(clock))
                .param("most", TRIES_MOST)
                .param("run", row.run())
                .param("place", row.place())
                .update();
        return true;
    }

    private <T> T bySystem(Supplier<T> work) {
        return acting.as(Actor.SYSTEM, work);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
