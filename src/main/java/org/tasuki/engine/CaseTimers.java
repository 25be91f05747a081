package org.tasuki.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.flowable.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.DeadlineLadder;
import org.tasuki.terms.CaseNumber;

/**
 * Lets time pass on one case's clock, and nobody else's: its timers come nearer, and those that fall due go off in order,
 * each at its own moment.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseTimers {

    /** Further away than any limit, so that what was put there is told from what was not. */
    private static final Duration AWAY = Duration.ofDays(36_500);

    private final JdbcClient jdbc;
    private final ManagementService jobs;
    private final CaseClocks clocks;
    private final DeadlineLadder ladder;
    private final CaseLock lock;
    private final Clock system;

    CaseTimers(
            JdbcClient jdbc,
            ManagementService jobs,
            CaseClocks clocks,
            DeadlineLadder ladder,
            CaseLock lock,
            Clock system) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clocks = clocks;
        this.ladder = ladder;
        this.lock = lock;
        this.system = system;
    }

    private record Timer(String id, Instant due) {}

    /** @param until a moment on the case's clock; one that is past already only brings the clock there */
    public void advance(CaseNumber number, String center, Instant until) {
        lock.hold(number);
        Optional<Timer> next = next(number, until);
        while (next.isPresent()) {
            climb(number, center, next.get().due());
            turn(number, center, later(next.get().due(), clocks.of(number).instant()));
            jobs.moveTimerToExecutableJob(next.get().id());
            jobs.executeJob(next.get().id());
            next = next(number, until);
        }
        climb(number, center, until);
        turn(number, center, until);
    }

    /** The ladders of the case's deadlines, each step at its own moment, up to this one. */
    private void climb(CaseNumber number, String center, Instant until) {
        Optional<Instant> wakes = ladder.wakes(number, until);
        while (wakes.isPresent()) {
            turn(number, center, later(wakes.get(), clocks.of(number).instant()));
            ladder.climb(number);
            wakes = ladder.wakes(number, until);
        }
    }

    /** Brings the case's clock together with the system's: from here on it is a case like any other. */
    public void join(CaseNumber number, String center) {
        advance(number, center, system.instant());
        shift(number, clocks.ahead(number).negated());
        clocks.set(number, center, Duration.ZERO);
    }

    /** Until it is let go again nothing that is there now falls due, however long that lasts. Once more changes nothing. */
    public void hold(CaseNumber number) {
        lock.hold(number);
        Instant far = system.instant().plus(AWAY.dividedBy(2));
        jdbc.sql(
                        """
                update engine.act_ru_timer_job
                set duedate_ = duedate_ + make_interval(secs => ?), rev_ = rev_ + 1
                where process_instance_id_ in (select id_ from engine.act_ru_execution where business_key_ = ?)
                  and duedate_::timestamptz <= ?
                """)
                .params(AWAY.toSeconds(), number.value(), far.atOffset(ZoneOffset.UTC))
                .update();
        ladder.putAway(number, AWAY, far);
    }

    /** Of what began meanwhile, and never was put away, nothing changes. */
    public void letGo(CaseNumber number) {
        lock.hold(number);
        Instant far = system.instant().plus(AWAY.dividedBy(2));
        jdbc.sql(
                        """
                update engine.act_ru_timer_job
                set duedate_ = duedate_ - make_interval(secs => ?), rev_ = rev_ + 1
                where process_instance_id_ in (select id_ from engine.act_ru_execution where business_key_ = ?)
                  and duedate_::timestamptz > ?
                """)
                .params(AWAY.toSeconds(), number.value(), far.atOffset(ZoneOffset.UTC))
                .update();
        ladder.bringNearer(number, AWAY, far);
    }

    /** What was overdue from the start goes off now, not in the past. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Clocks and timers count milliseconds, and must move by the same number: rather a hair too late than too early. */
    private void turn(CaseNumber number, String center, Instant to) {
        Duration before = clocks.ahead(number);
        Duration after = Duration.ofMillis(
                Duration.between(system.instant(), to).plusMillis(1).toMillis());
        clocks.set(number, center, after);
        shift(number, after.minus(before));
    }

    /** The engine wakes by the system's clock: a case's clock that moved ahead brings its timers nearer. */
    private void shift(CaseNumber number, Duration moved) {
        jdbc.sql(
                        """
                update engine.act_ru_timer_job
                set duedate_ = duedate_ - make_interval(secs => ?), rev_ = rev_ + 1
                where process_instance_id_ in (select id_ from engine.act_ru_execution where business_key_ = ?)
                """)
                .params(moved.toMillis() / 1000.0, number.value())
                .update();
        ladder.shift(number, moved);
    }

    private Optional<Timer> next(CaseNumber number, Instant until) {
        OffsetDateTime latest = clocks.toSystem(number, until).atOffset(ZoneOffset.UTC);
        Duration ahead = clocks.ahead(number);
        return jdbc.sql(
                        """
                select id_, duedate_::timestamptz as due from engine.act_ru_timer_job
                where process_instance_id_ in (select id_ from engine.act_ru_execution where business_key_ = ?)
                  and duedate_::timestamptz <= ?
                order by duedate_, id_ limit 1
                """)
                .params(number.value(), latest)
                .query((row, i) -> new Timer(
                        row.getString("id_"),
                        row.getObject("due", OffsetDateTime.class).toInstant().plus(ahead)))
                .optional();
    }
}
