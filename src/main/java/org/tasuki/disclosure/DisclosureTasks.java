package org.tasuki.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.Refusal;
import org.tasuki.engine.CaseFlow;
import org.tasuki.forms.Problem;
import org.tasuki.inbox.Completion;
import org.tasuki.inbox.Desk;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/** The steps of a request as tasks in an inbox: each is done on the request's own page, and completed with it. */
@Component
@Transactional
public class DisclosureTasks {

    public static final String PROCESS = "disclosure";

    private final CaseFlow flow;
    private final InboxList inbox;
    private final Desk desk;
    private final Acting acting;

    DisclosureTasks(CaseFlow flow, InboxList inbox, Desk desk, Acting acting) {
        this.flow = flow;
        this.inbox = inbox;
        this.desk = desk;
        this.acting = acting;
    }

    /** Whoever takes the request in keeps it, if preparing is work of theirs. */
    void begin(CaseFile file) {
        acting.as(
                acting.current().at(file.center()),
                () -> flow.startBeside(PROCESS, file.number(), file.center(), Map.of()));
        take(file.number());
    }

    /** The step at which the request waits; empty when its last one is done. */
    @Transactional(readOnly = true)
    public Optional<InboxItem> open(CaseNumber number) {
        return inbox.ofCase(number).stream()
                .filter(item -> PROCESS.equals(item.process()))
                .findFirst();
    }

    /** Whether the actor may do this step now. */
    @Transactional(readOnly = true)
    public boolean isMine(InboxItem item) {
        Actor me = acting.current();
        return item.assignee() == null
                ? me.desks().contains(item.desk())
                : me.account().equals(item.assignee());
    }

    /**
     * The step is done, and the next begins.
     *
     * @param late why so late; asked for when the limit has passed
     * @throws Refusal when the step is not the actor's to do, or the reason is missing
     */
    void complete(CaseNumber number, Map<String, String> answers, String late) {
        InboxItem item = open(number).orElseThrow(() -> new Refusal("state", "disclosure.state.other"));
        Map<String, List<String>> typed = new HashMap<>();
        answers.forEach((field, answer) -> typed.put(field, List.of(answer)));
        typed.put(Desk.LATE_REASON, List.of(late));
        Completion completion = desk.complete(item.taskId(), typed);
        if (completion instanceof Completion.Invalid invalid) {
            throw refusal(invalid.problems().get(0));
        }
        if (!(completion instanceof Completion.Done)) {
            throw new Refusal("state", "disclosure.step.notYours");
        }
        take(number);
    }

    private void take(CaseNumber number) {
        open(number).ifPresent(item -> desk.claim(item.taskId()));
    }

    private static Refusal refusal(Problem problem) {
        String field = Desk.LATE_REASON.equals(problem.path()) ? "late" : problem.path();
        return new Refusal(field, problem.message());
    }
}
