package org.tasuki.engine;

import java.util.Date;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.Deadlines;
import org.tasuki.people.Role;

/** What process files call {@code deadlines}: opens the clock of a wait, and tells the engine when to wake. */
@Component
public class DeadlineDoor {

    private final Deadlines deadlines;
    private final CaseClocks clocks;

    DeadlineDoor(Deadlines deadlines, CaseClocks clocks) {
        this.deadlines = deadlines;
        this.clocks = clocks;
    }

    /** The due time of a rule on the case's own clock, as the engine's clock must see it. */
    public Date due(DelegateExecution execution, String rule) {
        CaseOfExecution of = CaseOfExecution.of(execution);
        return Date.from(clocks.toSystem(of.number(), deadlines.open(opening(of, Wait.ofTimer(execution), null))));
    }

    /** A task is born before the engine comes to the timers on its boundary: its deadlines open with it. */
    void openFor(TaskEntity task, CaseOfExecution of) {
        boolean forAgency = FlowListener.roles(task).stream().map(Role::of).anyMatch(Role::ofAgency);
        Wait.of(task).forEach(wait -> deadlines.begin(opening(of, wait, forAgency ? of.agency() : null)));
    }

    private static Deadlines.Opening opening(CaseOfExecution of, Wait wait, @Nullable String agency) {
        return new Deadlines.Opening(
                of.number(), of.center(), wait.id(), wait.process(), wait.step(), wait.rule(), agency, of.occasion());
    }
}
