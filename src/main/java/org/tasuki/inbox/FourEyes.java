package org.tasuki.inbox;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.Answers;
import org.tasuki.engine.ProcessCatalog;
import org.tasuki.engine.StepFacts;
import org.tasuki.engine.TaskBorn;
import org.tasuki.people.Acting;
import org.tasuki.terms.CaseNumber;

/** Nobody approves their own proposal, where the process file says so ({@code tasuki:notBy}): docs/decisions/0048. */
@Component
@Transactional(readOnly = true)
public class FourEyes {

    private final ProcessCatalog catalog;
    private final Answers answers;
    private final Acting acting;

    FourEyes(ProcessCatalog catalog, Answers answers, Acting acting) {
        this.catalog = catalog;
        this.answers = answers;
        this.acting = acting;
    }

    /** Whose proposal the task is about; empty where it approves none. */
    public Optional<String> proposer(InboxItem item) {
        return proposer(item.number(), item.process(), item.step(), item.handOver());
    }

    Optional<String> proposer(TaskBorn task) {
        return proposer(task.number(), task.process(), task.step(), task.handOver());
    }

    private Optional<String> proposer(CaseNumber number, String process, String step, @Nullable String handOver) {
        List<String> proposals =
                catalog.step(process, step).map(StepFacts::notBy).orElse(List.of());
        return proposals.isEmpty() ? Optional.empty() : answers.lastBy(number, process, proposals, handOver);
    }

    public boolean keepsOut(InboxItem item, String account) {
        return proposer(item).filter(account::equals).isPresent();
    }

    boolean keepsOut(TaskBorn task, String account) {
        return proposer(task).filter(account::equals).isPresent();
    }

    public boolean keepsMeOut(InboxItem item) {
        return keepsOut(item, acting.current().account());
    }
}
