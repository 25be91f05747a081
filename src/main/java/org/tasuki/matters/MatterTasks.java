package org.tasuki.matters;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.engine.CaseFlow;
import org.tasuki.engine.FlowEnded;
import org.tasuki.engine.TaskBorn;
import org.tasuki.engine.TaskEnded;
import org.tasuki.inbox.Addressed;
import org.tasuki.inbox.InboxItem;
import org.tasuki.inbox.TaskWords;

/** Matters as tasks: whom they are for, what they say, and what becomes of them with their case. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class MatterTasks implements Addressed, TaskWords {

    private final JdbcClient jdbc;
    private final Matters matters;
    private final CaseFlow flow;

    MatterTasks(JdbcClient jdbc, Matters matters, CaseFlow flow) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.flow = flow;
    }

    @Override
    public Optional<String> person(TaskBorn task) {
        return isMatter(task.process())
                ? jdbc.sql("select person from matter where id = ?::uuid and person is not null")
                        .param(task.occasion())
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    public Optional<String> of(InboxItem item) {
        return isMatter(item.process())
                ? jdbc.sql("select words from matter where task_id = ?")
                        .param(item.taskId())
                        .query(String.class)
                        .optional()
                : Optional.empty();
    }

    @EventListener
    void born(TaskBorn task) {
        if (isMatter(task.process())) {
            jdbc.sql("update matter set task_id = ? where id = ?::uuid")
                    .param(task.taskId())
                    .param(task.occasion())
                    .update();
        }
    }

    /** Its case was withdrawn or joined to another. */
    @EventListener
    void ended(TaskEnded task) {
        if (isMatter(task.process()) && !task.completed()) {
            byTask(task.taskId()).ifPresent(id -> matters.end(task.number(), id, "stopped"));
        }
    }

    /** A case that closes leaves nothing behind; who proposes the closing must settle what is open first. */
    @EventListener
    void closed(FlowEnded ended) {
        matters.of(ended.number()).stream()
                .filter(Matter::open)
                .forEach(matter -> flow.stopBeside(
                        Matter.PROCESS, matter.number(), matter.id().toString(), "closed"));
    }

    Optional<UUID> byTask(String taskId) {
        return jdbc.sql("select id from matter where task_id = ?")
                .param(taskId)
                .query(UUID.class)
                .optional();
    }

    private static boolean isMatter(String process) {
        return Matter.PROCESS.equals(process);
    }
}
