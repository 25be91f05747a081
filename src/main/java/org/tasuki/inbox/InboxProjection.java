package org.tasuki.inbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
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
import org.tasuki.deadlines.DueChange;
import org.tasuki.deadlines.DueMoved;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.engine.CaseFlow;
import org.tasuki.engine.TaskBorn;
import org.tasuki.engine.TaskEnded;
import org.tasuki.engine.TaskMoved;
import org.tasuki.engine.TimerFired;
import org.tasuki.people.Acting;
import org.tasuki.people.Role;
import org.tasuki.staffing.Assignment;
import org.tasuki.staffing.AssignmentRules;
import org.tasuki.staffing.Choice;

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
    private final Assignment assignment;
    private final FourEyes fourEyes;
    private final AssignmentRules rules;
    private final CaseFlow flow;
    private final ObjectProvider<Addressed> addressed;
    private final Acting acting;
    private final ApplicationEventPublisher events;

    InboxProjection(
            InboxRows rows,
            Deadlines deadlines,
            DeadlineLadder ladder,
            CaseClocks clocks,
            Timeline timeline,
            AuditTrail trail,
            Assignment assignment,
            FourEyes fourEyes,
            AssignmentRules rules,
            CaseFlow flow,
            ObjectProvider<Addressed> addressed,
            Acting acting,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.deadlines = deadlines;
        this.ladder = ladder;
        this.clocks = clocks;
        this.timeline = timeline;
        this.trail = trail;
        this.assignment = assignment;
        this.fourEyes = fourEyes;
        this.rules = rules;
        this.flow = flow;
        this.addressed = addressed;
        this.acting = acting;
        this.events = events;
    }

    @EventListener
    void born(TaskBorn task) {
        Instant now = clocks.of(task.number()).instant();
        RunningDeadline deadline = soonest(deadlines.ofWait(task.waitId()));
        Choice choice = choose(task);
        rows.add(task, now, deadline, choice, claimBy(choice, now, deadline));
        given(task, choice);
        tell(task, choice, deadline.dueAt(), now);
        timeline.note(
                new Timeline.Place(task.number(), task.center(), task.process(), task.step()),
                Timeline.Kind.BORN,
                now,
                choice.detail());
    }

    private Instant claimBy(Choice choice, Instant now, RunningDeadline deadline) {
        return choice.nobodyIsHere() ? now : now.plus(rules.unclaimed(now, deadline.dueAt()));
    }

    /** Whom it was meant for from the start; else by the office's rules. An agency's people take their own. */
    private Choice choose(TaskBorn task) {
        return addressed
                .orderedStream()
                .flatMap(room -> room.person(task).map(room::given).stream())
                .findFirst()
                .filter(choice -> !isProposers(task, choice))
                .orElseGet(() -> byRule(task));
    }

    private boolean isProposers(TaskBorn task, Choice choice) {
        String account = choice.account();
        return account != null && fourEyes.keepsOut(task, account);
    }

    private Choice byRule(TaskBorn task) {
        if (InboxRows.agency(task) != null) {
            return Choice.PULL;
        }
        return assignment.choose(
                task.number(),
                Role.of(InboxRows.desk(task)),
                task.step(),
                fourEyes.proposer(task).orElse(null));
    }

    private void given(TaskBorn task, Choice choice) {
        String account = choice.account();
        if (account != null) {
            flow.assign(task.taskId(), account);
            trail.note(
                    Act.TASK_ASSIGNED,
                    task.number(),
                    Map.of("step", task.step(), "process", task.process(), "person", account, "why", choice.why()));
        }
    }

    /** Whoever was named for it by a colleague hears of it; who was given it by rule finds it on their list. */
    private void tell(TaskBorn task, Choice choice, Instant dueAt, Instant now) {
        String by = acting.current().account();
        if (choice.named() && !by.equals(choice.account())) {
            events.publishEvent(
                    new HandedOn(task.number(), task.center(), task.taskId(), null, choice.account(), by, dueAt, now));
        }
    }

    @EventListener
    void ended(TaskEnded task) {
        ended(task, Map.of());
    }

    /** What came of a step that is taken back; the other rooms hear of it as of any task that goes away. */
    void undone(TaskEnded task) {
        ended(task, Map.of("why", Timeline.UNDONE));
    }

    private void ended(TaskEnded task, Map<String, String> why) {
        Instant now = clocks.of(task.number()).instant();
        if (!rows.remove(task.taskId())) {
            return;
        }
        Timeline.Place place = new Timeline.Place(task.number(), task.center(), task.process(), task.step());
        if (task.completed()) {
            timeline.note(place, Timeline.Kind.DONE, now, Map.of());
        } else {
            deadlines.cancelled(task.waitId(), now);
            timeline.note(place, Timeline.Kind.CANCELLED, now, why);
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
        timeline.note(
                new Timeline.Place(deadline.number(), deadline.center(), deadline.process(), deadline.step()),
                kind(deadline.why()),
                clocks.of(deadline.number()).instant(),
                Map.of("why", deadline.why().key()));
        trail.note(
                act(deadline.why()),
                deadline.number(),
                Map.of(
                        "rule",
                        deadline.rule(),
                        "step",
                        deadline.step(),
                        "why",
                        deadline.why().key()));
    }

    /** The same task in the same hands, by another version of its process. */
    @EventListener
    void moved(TaskMoved task) {
        rows.refit(task, task.limited() ? soonest(deadlines.ofWait(task.waitId())) : null);
    }

    private static Timeline.Kind kind(DueChange why) {
        return switch (why) {
            case FACT, CALENDAR, RULE -> Timeline.Kind.MOVED;
            case PAUSE -> Timeline.Kind.PAUSED;
            case RESUME -> Timeline.Kind.RESUMED;
            case WAIVER -> Timeline.Kind.WAIVED;
        };
    }

    private static Act act(DueChange why) {
        return switch (why) {
            case FACT, CALENDAR, RULE -> Act.DEADLINE_MOVED;
            case PAUSE -> Act.DEADLINE_PAUSED;
            case RESUME -> Act.DEADLINE_RESUMED;
            case WAIVER -> Act.DEADLINE_WAIVED;
        };
    }

    private static RunningDeadline soonest(List<RunningDeadline> open) {
        return open.stream()
                .min(Comparator.comparing(RunningDeadline::dueAt))
                .orElseThrow(() -> new IllegalStateException("a task without a deadline"));
    }
}
