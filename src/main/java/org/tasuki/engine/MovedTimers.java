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
    private final ProcessCatalog catalog;
    private final CaseClocks clocks;

    MovedTimers(JdbcClient jdbc, ProcessCatalog catalog, CaseClocks clocks) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.clocks = clocks;
    }

    /** @throws IllegalStateException when a deadline that runs by a timer has none: the step is undone rather than unguarded */
    @EventListener
    void move(DueMoved moved) {
        if (!moved.timer()) {
            return;
        }
        String timer = catalog.step(moved.process(), moved.step())
                .flatMap(StepFacts::timeLimit)
                .map(StepLimit::timer)
                .orElseThrow();
        int found = jdbc.sql(
                        """
                update engine.act_ru_timer_job set duedate_ = ?, rev_ = rev_ + 1
                where element_id_ = ? and execution_id_ in (select id_ from engine.act_ru_execution where parent_id_ = ?)
                """)
                .params(clocks.toSystem(moved.number(), moved.dueAt()).atOffset(ZoneOffset.UTC), timer, moved.waitId())
                .update();
        if (found != 1) {
            throw new IllegalStateException("%d timers stand for the deadline of %s".formatted(found, moved.step()));
        }
    }
}
