package org.tasuki.matters;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.engine.FlowEnded;
import org.tasuki.engine.TaskBorn;
import org.tasuki.engine.TaskEnded;
import org.tasuki.inbox.Addressed;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.TaskWords;

/** Matters as tasks: whom they are for, what they say, and what becomes of them with their case, or with the task that asked. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MatterTasks implements Addressed, TaskWords {

    private final MatterBook book;
    private final Matters matters;

    MatterTasks(MatterBook book, Matters matters) {
        this.book = book;
        this.matters = matters;
    }

    @Override
    public Optional<String> person(TaskBorn task) {
        @Nullable String id = id(task);
        return id == null ? Optional.empty() : book.find(id).map(Matter::person);
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    public Optional<Words> of(InboxItem item) {
        return Matter.isOne(item.process())
                ? book.byTask(item.taskId()).map(one -> new Words(one.words(), one.openedBy(), one.openedAt()))
                : Optional.empty();
    }

    @EventListener
    void born(TaskBorn task) {
        @Nullable String id = id(task);
        if (id != null) {
            book.born(id, task.taskId());
        }
    }

    private static @Nullable String id(TaskBorn task) {
        return Matter.isOne(task.process()) ? task.occasion() : null;
    }

    /** Its case was withdrawn or joined to another; and nobody waits any more for what was asked from it. */
    @EventListener
    void ended(TaskEnded task) {
        if (Matter.isOne(task.process()) && !task.completed()) {
            book.byTask(task.taskId()).ifPresent(one -> book.end(one, "stopped"));
        }
        book.from(task.taskId()).stream().filter(Matter::open).forEach(one -> matters.stop(one, "overtaken"));
    }

    /** A case that closes leaves nothing behind; who proposes the closing must settle what is open first. */
    @EventListener
    void closed(FlowEnded ended) {
        matters.of(ended.number()).stream().filter(Matter::open).forEach(one -> matters.stop(one, "stopped"));
    }
}
