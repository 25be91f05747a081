package org.tasuki.inbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.MoveReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.StepMoves;
import org.tasuki.casefile.Timeline;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.engine.CaseFlow;
import org.tasuki.engine.OtherSteps;
import org.tasuki.engine.OtherSteps.OtherStep;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** Moves a case that stands at the wrong step to another of the same process, beside the arrows: docs/decisions/0045. */
@Component
public class MovingStep {

    private static final Logger LOG = LoggerFactory.getLogger(MovingStep.class);

    private final InboxList inbox;
    private final InboxRows rows;
    private final OtherSteps steps;
    private final CaseFlow flow;
    private final CaseClocks clocks;
    private final Deadlines deadlines;
    private final StepMoves moves;
    private final Timeline timeline;
    private final AuditTrail trail;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    MovingStep(
            InboxList inbox,
            InboxRows rows,
            OtherSteps steps,
            CaseFlow flow,
            CaseClocks clocks,
            Deadlines deadlines,
            StepMoves moves,
            Timeline timeline,
            AuditTrail trail,
            Acting acting,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.rows = rows;
        this.steps = steps;
        this.flow = flow;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.moves = moves;
        this.timeline = timeline;
        this.trail = trail;
        this.acting = acting;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What ends, and what is born in its place. */
    public record Moved(InboxItem from, InboxItem to) {}

    /** The other steps of the task's process, also those to which it cannot go. */
    @Transactional(readOnly = true)
    public List<OtherStep> targets(String taskId) {
        return steps.of(taskId);
    }

    /**
     * What a move would come to: it is made, looked at and taken back, so that the preview is the move itself.
     *
     * @return empty when the task is gone
     * @throws Refusal as {@link #move}
     */
    public Optional<Moved> preview(String taskId, String toStep, String reason) {
        return guarded(status -> {
            status.setRollbackOnly();
            return make(taskId, toStep, reason);
        });
    }

    /**
     * Ends the task undone; the other one is there when this returns.
     *
     * @return empty when the task is gone: somebody was faster
     * @throws Refusal when it cannot go there, or the reason cannot stand
     */
    public Optional<Moved> move(String taskId, String toStep, String reason) {
        return guarded(status -> make(taskId, toStep, reason));
    }

    /** A step may not be able to begin, as when its time limit counts from something that has not happened: nothing is done then. */
    private Optional<Moved> guarded(TransactionCallback<Optional<Moved>> work) {
        try {
            return transaction.execute(work);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException failure) {
            LOG.warn("a step could not begin: {}", failure.getClass().getName());
            throw new Refusal("to", "casefile.move.cannot");
        }
    }

    private Optional<Moved> make(String taskId, String toStep, String reason) {
        Optional<InboxItem> found = inbox.hold(taskId);
        return found.map(item -> {
            steps.of(taskId).stream()
                    .filter(one -> one.step().equals(toStep) && one.open())
                    .findFirst()
                    .orElseThrow(() -> new Refusal("to", "casefile.move.notThere"));
            MoveReason why = new MoveReason(reason);
            Actor me = acting.current();
            return acting.as(me.at(item.center()), () -> make(item, toStep, why));
        });
    }

    private Moved make(InboxItem item, String toStep, MoveReason why) {
        Instant now = clocks.of(item.number()).instant();
        Timeline.Place from = new Timeline.Place(item.number(), item.center(), item.process(), item.step());
        String me = acting.current().account();
        long id = moves.keep(new StepMoves.Move(from, item.taskId(), item.form(), toStep, why, me, now));
        rows.remove(item.taskId());
        deadlines.cancelled(item.waitId(), now);
        timeline.note(from, Timeline.Kind.STEP_MOVED, now, Map.of("to", toStep, "moved", String.valueOf(id)));
        trail.note(Act.STEP_MOVED, item.number(), Map.of("step", item.step(), "process", item.process(), "to", toStep));
        Set<String> before = tasks(item);
        flow.sendBack(item.taskId(), toStep);
        InboxItem born = inbox.ofCase(item.number()).stream()
                .filter(one -> one.step().equals(toStep) && !before.contains(one.taskId()))
                .max(Comparator.comparing(InboxItem::bornAt))
                .orElseThrow();
        moves.bore(id, born.taskId());
        if (item.assignee() != null || born.assignee() != null) {
            events.publishEvent(new HandedOn(
                    born.number(),
                    born.center(),
                    born.taskId(),
                    item.assignee() != null && item.assignee().equals(born.assignee()) ? null : item.assignee(),
                    born.assignee(),
                    me,
                    born.dueAt(),
                    now));
        }
        return new Moved(item, born);
    }

    private Set<String> tasks(InboxItem item) {
        return inbox.ofCase(item.number()).stream()
                .map(InboxItem::taskId)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
