package org.tasuki.inbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Timeline;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.DeadlineLadder;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.DueMoved;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.engine.TaskBorn;
import org.tasuki.engine.TaskEnded;
import org.tasuki.engine.TimerFired;

/** Keeps the inbox equal to the engine's tasks, in the transaction that bears and ends them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InboxProjection {

    private final InboxRows rows;
    private final Deadlines deadlines;
    private final DeadlineLadder ladder;
    private final CaseClocks clocks;
    private final Timeline timeline;
    private final AuditTrail trail;

    InboxProjection(
            InboxRows rows,
            Deadlines deadlines,
            DeadlineLadder ladder,
            CaseClocks clocks,
            Timeline timeline,
            AuditTrail trail) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.ladder = ladder;
        this.clocks = clocks;
        this.timeline = timeline;
        this.trail = trail;
    }

    @EventListener
    void born(TaskBorn task) {
        Instant now = clocks.of(task.number()).instant();
        RunningDeadline deadline = soonest(deadlines.ofWait(task.waitId()));
        rows.add(task, now, deadline);
        timeline.note(
                new Timeline.Place(task.number(), task.center(), task.process(), task.step()),
                Timeline.Kind.BORN,
                now,
                Map.of());
    }

    @EventListener
    void ended(TaskEnded task) {
        Instant now = clocks.of(task.number()).instant();
        if (!rows.remove(task.taskId())) {
            return;
        }
        Timeline.Place place = new Timeline.Place(task.number(), task.center(), task.process(), task.step());
        if (task.completed()) {
            timeline.note(place, Timeline.Kind.DONE, now, Map.of());
        } else {
            deadlines.cancelled(task.waitId(), now);
            timeline.note(place, Timeline.Kind.CANCELLED, now, Map.of());
            trail.note(Act.TASK_CANCELLED, task.number(), Map.of("step", task.step()));
        }
    }

    @EventListener
    void passed(TimerFired timer) {
        ladder.passed(timer.waitId(), timer.rule(), timer.ends(), timer.tasked());
        timeline.note(
                new Timeline.Place(timer.number(), timer.center(), timer.process(), timer.step()),
                Timeline.Kind.OVERDUE,
                clocks.of(timer.number()).instant(),
                Map.of("rule", timer.rule()));
        trail.note(Act.DEADLINE_PASSED, timer.number(), Map.of("rule", timer.rule(), "step", timer.step()));
    }

    @EventListener
    void moved(DueMoved deadline) {
        rows.move(deadline);
        trail.note(Act.DEADLINE_MOVED, deadline.number(), Map.of("rule", deadline.rule(), "step", deadline.step()));
    }

    private static RunningDeadline soonest(List<RunningDeadline> open) {
        return open.stream()
                .min(Comparator.comparing(RunningDeadline::dueAt))
                .orElseThrow(() -> new IllegalStateException("a task without a deadline"));
    }
}
