package org.tasuki.matters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.Answers;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.Refusal;
import org.tasuki.engine.CaseLock;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.InboxList;
import org.tasuki.people.Acting;

/** Whoever has a task asks colleagues and keeps it (照会): each question is a matter, and ends with the task that asks. */
@Component
@Transactional
public class Questions {

    private final Matters matters;
    private final MatterBook book;
    private final InboxList inbox;
    private final CaseFiles files;
    private final Answers answers;
    private final CaseLock lock;
    private final Acting acting;

    Questions(
            Matters matters,
            MatterBook book,
            InboxList inbox,
            CaseFiles files,
            Answers answers,
            CaseLock lock,
            Acting acting) {
        this.matters = matters;
        this.book = book;
        this.inbox = inbox;
        this.files = files;
        this.answers = answers;
        this.lock = lock;
        this.acting = acting;
    }

    /** Whoever has the task, at the case's own center. */
    @Transactional(readOnly = true)
    public boolean mayAsk(InboxItem task) {
        return acting.current().account().equals(task.assignee())
                && files.find(task.number())
                        .filter(CaseFile::open)
                        .filter(matters::allowed)
                        .isPresent();
    }

    /**
     * @return false when the task is no longer the actor's to ask from
     * @throws Refusal when the day has passed, or the colleague cannot be asked
     */
    public boolean ask(InboxItem shown, NewMatter question) {
        lock.hold(shown.number());
        Optional<InboxItem> task = inbox.find(shown.taskId()).filter(this::mayAsk);
        task.flatMap(item -> files.find(item.number())).ifPresent(file -> matters.begin(file, question));
        return task.isPresent();
    }

    /**
     * Taken back by whoever asked.
     *
     * @return false when no such question was asked from this task
     * @throws Refusal when somebody else asked
     */
    public boolean withdraw(InboxItem task, UUID id) {
        return from(task.taskId()).stream().anyMatch(one -> one.id().equals(id))
                && files.find(task.number())
                        .filter(file -> matters.withdraw(file, id))
                        .isPresent();
    }

    /** Asked from this task, the newest first. */
    @Transactional(readOnly = true)
    public List<Matter> from(String taskId) {
        return book.from(taskId);
    }

    /** What was answered; empty while nothing is, and for whoever may not see it. */
    @Transactional(readOnly = true)
    public Optional<Answers.Given> answer(Matter question) {
        @Nullable String task = question.taskId();
        return question.asks() && task != null ? answers.toTask(task) : Optional.empty();
    }
}
