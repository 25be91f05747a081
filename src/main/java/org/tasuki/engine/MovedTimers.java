package org.tasuki.engine;

import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.DueMoved;

/** Moves the engine's timer with the due time that it stands for. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MovedTimers {

    private final JdbcClient jdbc;
    private final CaseClocks clocks;

    MovedTimers(JdbcClient jdbc, CaseClocks clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    /**
     * Whatever the timer is called in the version by which the case runs: a task has one.
     *
     * @throws IllegalStateException when a deadline that runs by a timer has none: the step is undone rather than unguarded
     */
    @EventListener
    void move(DueMoved moved) {
        if (!moved.timer()) {
            return;
        }
        int found = jdbc.sql(
                        """
                update engine.act_ru_timer_job set duedate_ = ?, rev_ = rev_ + 1
                where execution_id_ in (select id_ from engine.act_ru_execution where parent_id_ = ?)
                """)
                .params(clocks.toSystem(moved.number(), moved.dueAt()).atOffset(ZoneOffset.UTC), moved.waitId())
                .update();
        if (found != 1) {
            throw new IllegalStateException("%d timers stand for the deadline of %s".formatted(found, moved.step()));
        }
    }
}
