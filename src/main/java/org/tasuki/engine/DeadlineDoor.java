package org.tasuki.engine;

import java.time.Instant;
import java.util.Date;
import org.flowable.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.deadlines.Deadlines;

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
        Wait wait = Wait.ofTimer(execution);
        Instant due = deadlines.open(
                new Deadlines.Opening(of.number(), of.center(), wait.id(), wait.process(), wait.step(), rule));
        return Date.from(clocks.toSystem(of.number(), due));
    }
}
