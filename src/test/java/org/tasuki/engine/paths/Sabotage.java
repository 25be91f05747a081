package org.tasuki.engine.paths;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.tasuki.casefile.AnswerKeeper;
import org.tasuki.casefile.KeptAnswer;
import org.tasuki.engine.TaskBorn;
import org.tasuki.engine.TaskEnded;
import org.tasuki.engine.TimerFired;

/** Breaks one step, at a chosen moment and after everybody else has done their part of it. */
class Sabotage implements AnswerKeeper {

    /** Where a step may break. */
    enum Moment {
        ANSWER_KEPT,
        TASK_ENDED,
        TASK_BORN,
        TIMER_FIRED
    }

    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final AtomicReference<Moment> next = new AtomicReference<>();

    void at(Moment moment) {
        next.set(moment);
    }

    private void strike(Moment moment) {
        if (next.compareAndSet(moment, null)) {
            throw new Broken();
        }
    }

    @Override
    public boolean keeps(String form) {
        return next.get() == Moment.ANSWER_KEPT;
    }

    @Override
    public Map<String, Object> keep(KeptAnswer answer) {
        strike(Moment.ANSWER_KEPT);
        return Map.of();
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(TaskBorn born) {
        strike(Moment.TASK_BORN);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(TaskEnded ended) {
        strike(Moment.TASK_ENDED);
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void on(TimerFired fired) {
        strike(Moment.TIMER_FIRED);
    }
}
