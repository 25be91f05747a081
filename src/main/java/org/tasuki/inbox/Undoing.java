package org.tasuki.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.Drafts;
import org.tasuki.casefile.Timeline;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.engine.CaseLock;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.TaskEnded;
import org.tasuki.forms.Form;
import org.tasuki.forms.Forms;
import org.tasuki.inbox.StepUndo.Borne;
import org.tasuki.inbox.StepUndo.Kept;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/** Takes a completed step back (取り消し), within a minute and as long as nobody has gone on from it; docs/decisions/0033. */
@Component
@Transactional
public class Undoing {

    private final StepUndo steps;
    private final Holdings holdings;
    private final InboxList inbox;
    private final InboxProjection projection;
    private final CaseFiles files;
    private final CaseLock lock;
    private final CaseClocks clocks;
    private final Answers answers;
    private final Drafts drafts;
    private final Forms forms;
    private final ProcessCatalog catalog;
    private final Timeline timeline;
    private final AuditTrail trail;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Undoing(
            StepUndo steps,
            Holdings holdings,
            InboxList inbox,
            InboxProjection projection,
            CaseFiles files,
            CaseLock lock,
            CaseClocks clocks,
            Answers answers,
            Drafts drafts,
            Forms forms,
            ProcessCatalog catalog,
            Timeline timeline,
            AuditTrail trail,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.steps = steps;
        this.holdings = holdings;
        this.inbox = inbox;
        this.projection = projection;
        this.files = files;
        this.lock = lock;
        this.clocks = clocks;
        this.answers = answers;
        this.drafts = drafts;
        this.forms = forms;
        this.catalog = catalog;
        this.timeline = timeline;
        this.trail = trail;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    /** What the actor did a moment ago and may still take back. */
    public record Offer(String taskId, CaseNumber number, String process, String step, Instant until, Duration left) {}

    /** Only while nothing is in the way; and nothing is promised: somebody may go on from there before it is asked for. */
    @Transactional(readOnly = true)
    public Optional<Offer> offer() {
        return steps.lastOf(acting.current().account())
                .filter(step -> inTheWay(step, steps.borneBy(step)).isEmpty())
                .map(this::offer);
    }

    private Offer offer(Kept step) {
        Duration left = Duration.between(clock.instant(), step.until());
        return new Offer(step.taskId(), step.number(), step.process(), step.step(), step.until(), left);
    }

    public Undone undo(String taskId) {
        Optional<Kept> known = steps.last(taskId);
        if (known.isEmpty()) {
            return answers.completed(taskId).isPresent() ? new Undone.Late() : new Undone.Unknown();
        }
        lock.hold(known.get().number());
        Kept step = steps.last(taskId).orElseThrow();
        return hindrance(step).orElseGet(() -> undo(step));
    }

    private Optional<Undone> hindrance(Kept step) {
        if (!step.account().equals(acting.current().account())) {
            return Optional.of(new Undone.NotTheirs(step.account()));
        }
        if (step.undone()) {
            return Optional.of(new Undone.Twice());
        }
        if (files.find(step.number()).filter(CaseFile::open).isEmpty()) {
            return Optional.of(new Undone.Closed());
        }
        return clock.instant().isAfter(step.until()) ? Optional.of(new Undone.Late()) : Optional.empty();
    }

    private Undone undo(Kept step) {
        List<Borne> borne = steps.borneBy(step);
        Optional<Undone> inTheWay = inTheWay(step, borne);
        if (inTheWay.isPresent()) {
            return inTheWay.get();
        }
        Actor me = acting.current();
        return acting.as(me.at(step.center()), () -> takeBack(step, borne));
    }

    private Optional<Undone> inTheWay(Kept step, List<Borne> borne) {
        Set<String> met = new HashSet<>(steps.met(step));
        return borne.stream()
                .flatMap(task -> inTheWay(task, met.contains(task.taskId())).stream())
                .findFirst()
                .or(() -> met.isEmpty() ? Optional.empty() : Optional.of(new Undone.Moved(null, null, null, null)));
    }

    /** Whether somebody has taken the task that came of it, written on it, agreed another date, or done it. */
    private Optional<Undone> inTheWay(Borne task, boolean touched) {
        Optional<InboxItem> open = inbox.find(task.taskId());
        if (open.isEmpty()) {
            String by =
                    answers.completed(task.taskId()).map(Answers.Completed::by).orElse(null);
            return Optional.of(new Undone.Moved(task.process(), task.step(), by, null));
        }
        InboxItem item = open.get();
        boolean begun = holdings.of(task.taskId()).filter(Holdings.Held::begun).isPresent();
        boolean asBorn = !touched
                && !begun
                && Objects.equals(item.assignee(), task.assignee())
                && item.standing().equals("running");
        return asBorn
                ? Optional.empty()
                : Optional.of(new Undone.Moved(task.process(), task.step(), item.assignee(), item.desk()));
    }

    private Undone takeBack(Kept step, List<Borne> borne) {
        Instant now = clocks.of(step.number()).instant();
        borne.stream()
                .map(task -> new TaskEnded(
                        task.taskId(), step.number(), step.center(), task.process(), task.step(), task.waitId(), false))
                .forEach(gone -> {
                    projection.undone(gone);
                    events.publishEvent(gone);
                });
        Map<String, List<String>> typed = typed(step, now);
        steps.takeBack(step);
        drafts.save(step.taskId(), step.account(), step.number(), typed);
        timeline.note(
                new Timeline.Place(step.number(), step.center(), step.process(), step.step()),
                Timeline.Kind.UNDONE,
                clocks.of(step.number()).instant(),
                Map.of());
        trail.note(Act.TASK_UNDONE, step.number(), Map.of("step", step.step(), "process", step.process()));
        return new Undone.Done(step.number());
    }

    private Map<String, List<String>> typed(Kept step, Instant now) {
        Form form = forms.form(catalog.step(step.process(), step.step())
                .map(StepFacts::formKey)
                .orElseThrow());
        Map<String, List<String>> typed = new HashMap<>(answers.withdraw(form, step.taskId(), now));
        steps.lateReason(step).ifPresent(reason -> typed.put(Desk.LATE_REASON, List.of(reason)));
        return typed;
    }
}
