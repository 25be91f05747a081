package org.tasuki.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.Drafts;
import org.tasuki.casefile.HeldTasks;
import org.tasuki.casefile.KeptAnswer;
import org.tasuki.casefile.OfficeLookups;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.Standstill;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.engine.CaseFlow;
import org.tasuki.forms.Form;
import org.tasuki.forms.Forms;
import org.tasuki.forms.Problem;
import org.tasuki.forms.Submission;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Role;
import org.tasuki.terms.CaseNumber;

/**
 * Work on a task: take it, put it back, complete it. Case rows, engine step, inbox row, deadline and audit entry commit
 * together or not at all.
 */
@Component
@Transactional
public class Desk implements HeldTasks {

    /** The reason for a late answer travels beside the form's own fields. */
    public static final String LATE_REASON = "_lateReason";

    private static final int REASON_MOST = 500;

    private final Holding holding;
    private final Holdings holdings;
    private final FourEyes fourEyes;
    private final InboxList inbox;
    private final Forms forms;
    private final OfficeLookups lookups;
    private final Answers answers;
    private final Drafts drafts;
    private final HeardEntries heard;
    private final StepUndo undo;
    private final Deadlines deadlines;
    private final CaseClocks clocks;
    private final CaseFlow flow;
    private final ObjectProvider<Standstill> standstills;
    private final Acting acting;
    private final AuditTrail trail;

    Desk(
            Holding holding,
            Holdings holdings,
            FourEyes fourEyes,
            InboxList inbox,
            Forms forms,
            OfficeLookups lookups,
            Answers answers,
            Drafts drafts,
            HeardEntries heard,
            StepUndo undo,
            Deadlines deadlines,
            CaseClocks clocks,
            CaseFlow flow,
            ObjectProvider<Standstill> standstills,
            Acting acting,
            AuditTrail trail) {
        this.holding = holding;
        this.holdings = holdings;
        this.fourEyes = fourEyes;
        this.inbox = inbox;
        this.forms = forms;
        this.lookups = lookups;
        this.answers = answers;
        this.drafts = drafts;
        this.heard = heard;
        this.undo = undo;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.flow = flow;
        this.standstills = standstills;
        this.acting = acting;
        this.trail = trail;
    }

    /** Takes an unclaimed task of one of the actor's desks. Two at once: one gets it, the other is told who. */
    public Completion claim(String taskId) {
        return locked(taskId).map(this::claim).orElseGet(() -> gone(taskId));
    }

    private Completion claim(InboxItem item) {
        Actor me = acting.current();
        String holder = item.assignee();
        if (me.account().equals(holder)) {
            return fourEyes.keepsMeOut(item) ? new Completion.Proposed() : new Completion.Done(item.number());
        }
        boolean atMyDesk = me.desks().contains(item.desk());
        if (holder != null && !(atMyDesk && mayBeTakenOver(item))) {
            return new Completion.HeldBy(holder);
        }
        if (!atMyDesk) {
            return new Completion.Gone(null);
        }
        if (holding.give(item, me.account(), Hold.CLAIMED, Act.TASK_CLAIMED)) {
            return new Completion.Done(item.number());
        }
        return fourEyes.keepsMeOut(item) ? new Completion.Proposed() : new Completion.Away();
    }

    /** Whether the actor may take it from whoever was given it by rule and has not begun. */
    @Transactional(readOnly = true)
    public boolean mayTakeOver(InboxItem item) {
        Actor me = acting.current();
        return item.assignee() != null
                && !me.account().equals(item.assignee())
                && me.desks().contains(item.desk())
                && mayBeTakenOver(item)
                && !fourEyes.keepsMeOut(item);
    }

    private boolean mayBeTakenOver(InboxItem item) {
        return holdings.of(item.taskId()).filter(Holdings.Held::mayBeTakenOver).isPresent();
    }

    /** Gives the actor a task that came into being under their hands, whatever desk it belongs to. */
    void take(String taskId) {
        holding.give(locked(taskId).orElseThrow(), acting.current().account(), Hold.CLAIMED, Act.TASK_CLAIMED);
    }

    /** Puts a task of the actor's back on its desk; the draft stays. */
    public Completion release(String taskId) {
        Optional<InboxItem> found = locked(taskId);
        if (found.isEmpty()) {
            return gone(taskId);
        }
        InboxItem item = found.get();
        if (!acting.current().account().equals(item.assignee())) {
            return item.assignee() == null ? new Completion.Unclaimed() : new Completion.HeldBy(item.assignee());
        }
        holding.putBack(item, null);
        return new Completion.Done(item.number());
    }

    @Override
    public void putBack(CaseNumber number, String account) {
        inbox.ofCase(number).stream()
                .filter(item -> account.equals(item.assignee()))
                .forEach(item -> holding.putBack(item, null));
    }

    /** Somebody who is away is given nothing: then it waits on the desk, and is told of at once. */
    @Override
    public void handOver(CaseNumber number, String from, String to) {
        Hold hold = Hold.by(Hold.How.HANDED_OVER, "handed-over");
        inbox.ofCase(number).stream()
                .filter(item -> from.equals(item.assignee()) && item.desk().equals(Role.OFFICER.key()))
                .filter(item -> !holding.give(item, to, hold, Act.TASK_HANDED_ON))
                .forEach(item -> holding.putBack(item, "nobody-here"));
    }

    /** Keeps what was typed so far. Answers false when the task is no longer the actor's to write on. */
    public boolean saveDraft(String taskId, Map<String, List<String>> typed) {
        String me = acting.current().account();
        Optional<InboxItem> mine = locked(taskId).filter(item -> me.equals(item.assignee()));
        mine.ifPresent(item -> drafts.save(taskId, me, item.number(), typed));
        return mine.isPresent();
    }

    /** As {@link #saveDraft}, and says who has the task, or had it, when it is not the actor's. */
    Completion keepDraft(String taskId, Map<String, List<String>> typed) {
        if (saveDraft(taskId, typed)) {
            return new Completion.Done(inbox.find(taskId).orElseThrow().number());
        }
        Optional<InboxItem> found = inbox.find(taskId);
        return found.isPresent() && found.get().assignee() == null ? new Completion.Unclaimed() : gone(taskId);
    }

    /** Completes a task with what was typed; claims it first when nobody has. The same answer sent again is done already. */
    public Completion complete(String taskId, Map<String, List<String>> typed) {
        Optional<InboxItem> found = locked(taskId);
        if (found.isEmpty()) {
            return heard.heard(taskId, acting.current().account(), typed)
                    .<Completion>map(Completion.Done::new)
                    .orElseGet(() -> gone(taskId));
        }
        InboxItem item = found.get();
        Completion claimed = claim(item);
        if (!(claimed instanceof Completion.Done)) {
            return claimed;
        }
        Completion answered = answer(item, typed);
        if (!(answered instanceof Completion.Done)) {
            drafts.save(taskId, acting.current().account(), item.number(), typed);
        }
        return answered;
    }

    private Completion answer(InboxItem item, Map<String, List<String>> typed) {
        Form form = forms.form(item.form());
        Submission submission = form.submit(typed, lookups.at(item.center(), item.now()));
        if (submission.rearranged()) {
            return new Completion.Rearranged(submission);
        }
        List<Problem> problems = new ArrayList<>(standstill(item));
        if (problems.isEmpty()) {
            problems.addAll(submission.problems());
            problems.addAll(lateness(item, typed));
        }
        return problems.isEmpty()
                ? finish(item, form, submission, typed)
                : new Completion.Invalid(submission, problems);
    }

    /** Asked while the case is held: whoever stops the work there comes to this case afterwards. */
    private List<Problem> standstill(InboxItem item) {
        return standstills.stream()
                .flatMap(room -> room.of(item.center()).stream())
                .map(why -> Problem.at("", why))
                .toList();
    }

    private Completion finish(InboxItem item, Form form, Submission submission, Map<String, List<String>> typed) {
        Actor me = acting.current();
        Instant at = clocks.of(item.number()).instant();
        KeptAnswer answer = new KeptAnswer(
                item.number(),
                item.center(),
                item.taskId(),
                item.process(),
                item.step(),
                item.form(),
                form.version(),
                item.handOver(),
                submission,
                me.account(),
                item.bornAt(),
                at);
        try {
            return acting.as(me.at(item.center()), () -> carryOut(item, answer, typed));
        } catch (Refusal refusal) {
            return new Completion.Invalid(submission, List.of(Problem.at(refusal.field(), refusal.messageKey())));
        }
    }

    /** Refused before anything is written; and where a room refuses while it writes down its part, that is taken back. */
    private Completion carryOut(InboxItem item, KeptAnswer answer, Map<String, List<String>> typed) {
        Map<String, Object> judged = answers.judge(answer);
        if (!answers.keptAside(answer.form())) {
            return done(item, answer, judged, typed);
        }
        TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
        Object before = transaction.createSavepoint();
        try {
            return done(item, answer, judged, typed);
        } catch (Refusal refusal) {
            transaction.rollbackToSavepoint(before);
            throw refusal;
        }
    }

    private Completion done(
            InboxItem item, KeptAnswer answer, Map<String, Object> judged, Map<String, List<String>> typed) {
        if (!heard.note(item, answer.by(), typed)) {
            // It was heard, and taken back since: a device or a page that sends it again must not do it again.
            return new Completion.Newer();
        }
        undo.during(item, answer.by(), () -> step(item, answer, judged, lateReason(typed)));
        return new Completion.Done(item.number());
    }

    /** Case rows, deadline, audit entry, engine step: and with the engine's step the next tasks and their inbox rows. */
    private void step(InboxItem item, KeptAnswer answer, Map<String, Object> judged, @Nullable String lateReason) {
        Map<String, Object> routing = new HashMap<>(judged);
        routing.putAll(answers.keep(answer));
        deadlines.done(item.waitId(), answer.at(), lateReason);
        trail.note(Act.TASK_COMPLETED, item.number(), Map.of("step", item.step(), "process", item.process()));
        flow.complete(item.taskId(), routing);
    }

    private List<Problem> lateness(InboxItem item, Map<String, List<String>> typed) {
        if (!item.over()) {
            return List.of();
        }
        String reason = lateReason(typed);
        if (reason == null) {
            return List.of(Problem.at(LATE_REASON, "inbox.late.reasonMissing"));
        }
        return reason.codePointCount(0, reason.length()) > REASON_MOST
                ? List.of(Problem.at(LATE_REASON, "inbox.late.reasonTooLong"))
                : List.of();
    }

    private static @Nullable String lateReason(Map<String, List<String>> typed) {
        List<String> values = Objects.requireNonNullElse(typed.get(LATE_REASON), List.of());
        return values.isEmpty() || values.get(0).isBlank()
                ? null
                : values.get(0).strip();
    }

    /** The item, with its case held until the transaction ends. */
    private Optional<InboxItem> locked(String taskId) {
        Optional<InboxItem> found = inbox.hold(taskId);
        found.ifPresent(item -> clocks.known(item.number(), item.ahead()));
        return found;
    }

    /** A colleague's task is still on the desk's list, though its case is not the actor's. */
    private Completion gone(String taskId) {
        Optional<String> holder = inbox.holder(taskId);
        return holder.isPresent()
                ? new Completion.HeldBy(holder.get())
                : new Completion.Gone(
                        answers.completed(taskId).map(Answers.Completed::by).orElse(null));
    }
}
