package org.tasuki.inbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.SendBackReason;
import org.tasuki.casefile.SendBacks;
import org.tasuki.casefile.Timeline;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.engine.CaseFlow;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.TaskBorn;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.staffing.Candidate;
import org.tasuki.staffing.Candidates;
import org.tasuki.staffing.Choice;
import org.tasuki.terms.CaseNumber;

/** Sends a task back to an earlier desk (差し戻し), where its process lets people: docs/decisions/0033. */
@Component
@Transactional
public class SendingBack implements Addressed {

    private final InboxList inbox;
    private final InboxRows rows;
    private final ProcessCatalog catalog;
    private final CaseFlow flow;
    private final CaseClocks clocks;
    private final Deadlines deadlines;
    private final Candidates candidates;
    private final Answers answers;
    private final SendBacks sent;
    private final Timeline timeline;
    private final AuditTrail trail;
    private final Acting acting;
    private final ApplicationEventPublisher events;

    SendingBack(
            InboxList inbox,
            InboxRows rows,
            ProcessCatalog catalog,
            CaseFlow flow,
            CaseClocks clocks,
            Deadlines deadlines,
            Candidates candidates,
            Answers answers,
            SendBacks sent,
            Timeline timeline,
            AuditTrail trail,
            Acting acting,
            ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.rows = rows;
        this.catalog = catalog;
        this.flow = flow;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.candidates = candidates;
        this.answers = answers;
        this.sent = sent;
        this.timeline = timeline;
        this.trail = trail;
        this.acting = acting;
        this.events = events;
    }

    /**
     * An earlier step, and what was answered there.
     *
     * @param by who did it
     */
    public record Target(String process, String step, long answer, String by) {}

    /** The steps to which the task may go back: none that was never done in this case. */
    @Transactional(readOnly = true)
    public List<Target> targets(InboxItem item) {
        List<String> steps = catalog.step(item.process(), item.step())
                .map(StepFacts::sendBackTo)
                .orElse(List.of());
        if (steps.isEmpty()) {
            return List.of();
        }
        List<Answers.Given> given = answers.standing(item.number());
        return steps.stream()
                .flatMap(step -> given.stream()
                        .filter(one -> one.step().equals(step) && one.form().equals(form(item.process(), step)))
                        .limit(1)
                        .map(one -> new Target(item.process(), step, one.id(), one.by())))
                .toList();
    }

    /**
     * Ends the actor's task as sent back; the earlier one is there when this returns, and this one comes again after it.
     *
     * @throws Refusal when the step is none to which it may go back, or the reason cannot stand
     */
    public Completion send(String taskId, String toStep, String reason) {
        Optional<InboxItem> found = inbox.hold(taskId);
        if (found.isEmpty()) {
            return new Completion.Gone(
                    answers.completed(taskId).map(Answers.Completed::by).orElse(null));
        }
        InboxItem item = found.get();
        Actor me = acting.current();
        if (!me.account().equals(item.assignee())) {
            return item.assignee() == null ? new Completion.Unclaimed() : new Completion.HeldBy(item.assignee());
        }
        Target target = targets(item).stream()
                .filter(one -> one.step().equals(toStep))
                .findFirst()
                .orElseThrow(() -> new Refusal("to", "inbox.sendBack.notThere"));
        SendBackReason why = new SendBackReason(reason);
        acting.as(me.at(item.center()), () -> send(item, target, why));
        return new Completion.Done(item.number());
    }

    private void send(InboxItem item, Target target, SendBackReason why) {
        Instant now = clocks.of(item.number()).instant();
        Timeline.Place from = new Timeline.Place(item.number(), item.center(), item.process(), item.step());
        String me = acting.current().account();
        long id = sent.keep(new SendBacks.Sending(from, item.taskId(), target.step(), target.answer(), why, me, now));
        rows.remove(item.taskId());
        deadlines.cancelled(item.waitId(), now);
        timeline.note(from, Timeline.Kind.SENT_BACK, now, Map.of("to", target.step(), "sentBack", String.valueOf(id)));
        trail.note(
                Act.TASK_SENT_BACK,
                item.number(),
                Map.of("step", item.step(), "process", item.process(), "to", target.step()));
        InboxItem born = bear(item, target);
        sent.bore(id, born.taskId());
        if (born.assignee() != null && !born.assignee().equals(me)) {
            events.publishEvent(new HandedOn(
                    born.number(), born.center(), born.taskId(), null, born.assignee(), me, born.dueAt(), now));
        }
    }

    private InboxItem bear(InboxItem item, Target target) {
        Awaited awaited = new Awaited(item.number(), target.process(), target.step(), fit(item, target));
        TransactionSynchronizationManager.bindResource(this, awaited);
        try {
            flow.sendBack(item.taskId(), target.step());
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
        return inbox.ofCase(item.number()).stream()
                .filter(one ->
                        one.process().equals(target.process()) && one.step().equals(target.step()))
                .max(Comparator.comparing(InboxItem::bornAt))
                .orElseThrow();
    }

    /** The task that is just being born, and whom it is for. */
    private record Awaited(CaseNumber number, String process, String step, @Nullable String account) {

        boolean is(TaskBorn task) {
            return task.number().equals(number)
                    && task.process().equals(process)
                    && task.step().equals(step);
        }
    }

    /** Whoever did it, if they are here and may still have it; else the office's rules give it out. */
    private @Nullable String fit(InboxItem item, Target target) {
        Role desk = Role.of(catalog.step(target.process(), target.step())
                .orElseThrow()
                .roles()
                .get(0));
        Candidate person = candidates.of(item.number(), desk, target.step()).find(target.by());
        return person == null || person.hindrance() != null ? null : person.account();
    }

    @Override
    public Optional<String> person(TaskBorn task) {
        return TransactionSynchronizationManager.getResource(this) instanceof Awaited awaited && awaited.is(task)
                ? Optional.ofNullable(awaited.account())
                : Optional.empty();
    }

    @Override
    public Choice given(String account) {
        return Choice.sentBack(account);
    }

    private @Nullable String form(String process, String step) {
        return catalog.step(process, step).map(StepFacts::formKey).orElse(null);
    }
}
