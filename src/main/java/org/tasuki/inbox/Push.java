package org.tasuki.inbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.CaseRights;
import org.tasuki.casefile.Refusal;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Right;
import org.tasuki.people.Role;
import org.tasuki.staffing.Candidate;
import org.tasuki.staffing.Candidates;

/** A supervisor gives a task to a person (割り振り), whoever has it now: who that was, hears of it. */
@Component
@Transactional
public class Push {

    /** Why, as a key: words could name people, and nobody needs them here. */
    public enum Reason {
        LOAD, // 負荷の調整
        SKILL, // 専門性
        ABSENCE, // 担当者の不在
        URGENT, // 急ぎ
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static boolean known(String key) {
            return Arrays.stream(values()).anyMatch(one -> one.key().equals(key));
        }

        static Reason of(String key) {
            return Arrays.stream(values())
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("reason", "inbox.push.reason.missing"));
        }
    }

    private final InboxList inbox;
    private final Holding holding;
    private final Candidates candidates;
    private final FourEyes fourEyes;
    private final CaseFiles files;
    private final CaseRights rights;
    private final Acting acting;

    Push(
            InboxList inbox,
            Holding holding,
            Candidates candidates,
            FourEyes fourEyes,
            CaseFiles files,
            CaseRights rights,
            Acting acting) {
        this.inbox = inbox;
        this.holding = holding;
        this.candidates = candidates;
        this.fourEyes = fourEyes;
        this.files = files;
        this.rights = rights;
        this.acting = acting;
    }

    /** Over a task of the center's own desks; an agency gives its tasks out itself. */
    @Transactional(readOnly = true)
    public boolean allowed(InboxItem item) {
        return item.agency() == null && may(item);
    }

    /** Of many at once: whoever has the right over all that they reach needs no look at each case. */
    @Transactional(readOnly = true)
    public Set<String> allowed(Collection<InboxItem> items) {
        Actor me = acting.current();
        boolean all = acting.may(Right.ASSIGN_TASK) && me.worksOnCases() && me.agency() == null;
        return items.stream()
                .filter(item -> all ? item.agency() == null && item.center().equals(me.center()) : allowed(item))
                .map(InboxItem::taskId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean may(InboxItem item) {
        Optional<CaseFile> file = files.find(item.number());
        return file.isPresent() && rights.allows(Right.ASSIGN_TASK, file.get());
    }

    /** Everybody at the task's desk, the least burdened first; those who cannot have it come last. */
    @Transactional(readOnly = true)
    public Candidates.Field candidates(InboxItem item) {
        return acting.as(
                acting.current().at(item.center()),
                () -> candidates.of(item.number(), Role.of(item.desk()), item.step()));
    }

    /**
     * @throws Refusal when the person does not work at this desk, is away, or must not see the case
     */
    public Completion give(String taskId, String account, String reason) {
        Optional<InboxItem> found = inbox.hold(taskId);
        if (found.isEmpty()) {
            return new Completion.Gone(null);
        }
        InboxItem item = found.get();
        if (!allowed(item)) {
            throw new IllegalStateException("not the actor's to give out");
        }
        Candidate person = fit(item, account);
        Reason why = Reason.of(reason);
        if (!holding.give(item, person.account(), Hold.by(Hold.How.PUSHED, why.key()), Act.TASK_ASSIGNED)) {
            throw new Refusal("person", "inbox.push.away");
        }
        return new Completion.Done(item.number());
    }

    /** Back to its desk, whoever has it; they hear of it, and it waits anew to be taken. */
    public Completion putBack(String taskId) {
        Optional<InboxItem> found = inbox.hold(taskId);
        if (found.isEmpty()) {
            return new Completion.Gone(null);
        }
        InboxItem item = found.get();
        if (!allowed(item)) {
            throw new IllegalStateException("not the actor's to put back");
        }
        if (item.assignee() == null) {
            return new Completion.Unclaimed();
        }
        holding.putBack(item, null);
        return new Completion.Done(item.number());
    }

    private Candidate fit(InboxItem item, String account) {
        Candidate person = candidates(item).find(account);
        if (person == null) {
            throw new Refusal("person", account.isEmpty() ? "inbox.push.person.missing" : "inbox.push.person.unknown");
        }
        if (fourEyes.keepsOut(item, account)) {
            throw new Refusal("person", "inbox.push.proposed");
        }
        Candidate.Hindrance hindrance = person.hindrance();
        if (hindrance != null) {
            throw new Refusal("person", "inbox.push." + hindrance.name().toLowerCase(Locale.ROOT));
        }
        if (account.equals(item.assignee())) {
            throw new Refusal("person", "inbox.push.person.already");
        }
        return person;
    }
}
