package org.tasuki.engine;

import java.util.List;
import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.deadlines.RunningDeadline;
import org.tasuki.people.Role;

/** The time limits of a wait that goes on under another version of its process. */
@Component
class MovedClocks {

    private final Deadlines deadlines;
    private final CaseClocks clocks;
    private final ObjectProvider<BornAt> born;

    MovedClocks(Deadlines deadlines, CaseClocks clocks, ObjectProvider<BornAt> born) {
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.born = born;
    }

    List<RunningDeadline> of(String waitId) {
        return deadlines.ofWait(waitId);
    }

    /** Whether a person has stopped it, or agreed on another end. */
    boolean decided(String waitId, String rule) {
        return of(waitId).stream().filter(one -> one.rule().equals(rule)).anyMatch(one -> one.agreed() || one.paused());
    }

    void renamed(String waitId, String step) {
        deadlines.renamed(waitId, step);
    }

    void drop(ExecutionEntity wait, String rule) {
        CaseOfExecution of = CaseOfExecution.of(wait);
        deadlines.dropped(wait.getId(), rule, clocks.of(of.number()).instant());
    }

    /** Counts from when the task came to the desk, as if the limit had been there from the start. */
    void begin(ExecutionEntity wait, @Nullable TaskEntity task, String process, String step, String rule) {
        CaseOfExecution of = CaseOfExecution.of(wait);
        Deadlines.Opening opening = new Deadlines.Opening(
                of.number(),
                of.center(),
                wait.getId(),
                process,
                step,
                rule,
                task != null && forAgency(task) ? of.agency() : null,
                of.occasion());
        if (task == null) {
            deadlines.begin(opening);
        } else {
            deadlines.begin(opening, born.getObject().task(task.getId()));
        }
    }

    private static boolean forAgency(TaskEntity task) {
        return FlowListener.roles(task).stream().map(Role::of).anyMatch(Role::ofAgency);
    }
}
