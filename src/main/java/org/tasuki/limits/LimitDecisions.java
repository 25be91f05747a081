package org.tasuki.limits;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.CaseRights;
import org.tasuki.casefile.EndingReason;
import org.tasuki.casefile.Refusal;
import org.tasuki.deadlines.DeadlinePauses;
import org.tasuki.deadlines.DeadlineWaivers;
import org.tasuki.deadlines.Decided;
import org.tasuki.engine.CaseLock;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;

/** A limit of a case is stopped, goes on, or is let go, by whoever may, for a reason. The case is held meanwhile. */
@Component
@Transactional
public class LimitDecisions {

    private final CaseRights rights;
    private final CaseLock lock;
    private final DeadlinePauses pauses;
    private final DeadlineWaivers waivers;
    private final Acting acting;

    LimitDecisions(CaseRights rights, CaseLock lock, DeadlinePauses pauses, DeadlineWaivers waivers, Acting acting) {
        this.rights = rights;
        this.lock = lock;
        this.pauses = pauses;
        this.waivers = waivers;
        this.acting = acting;
    }

    public boolean mayWaive(CaseFile file) {
        return file.open() && rights.allows(Right.WAIVE_DEADLINE, file);
    }

    public boolean mayPause(CaseFile file) {
        return file.open() && rights.allows(Right.PAUSE_DEADLINE, file);
    }

    /** @throws Refusal when it cannot be: nothing has changed then */
    public void waive(CaseFile file, long deadline, LocalDate agreed, EndingReason reason) {
        must(mayWaive(file), "limits.refused.notYours");
        decide(file, () -> waivers.waive(file.number(), deadline, agreed, reason.text()));
    }

    /** @throws Refusal when it cannot be */
    public void pause(CaseFile file, long deadline, LocalDate latest, EndingReason reason) {
        must(mayPause(file), "limits.refused.notYours");
        decide(file, () -> pauses.pause(file.number(), deadline, latest, reason.text()));
    }

    /** @throws Refusal when it cannot be */
    public void resume(CaseFile file, long deadline) {
        must(mayPause(file), "limits.refused.notYours");
        decide(file, () -> pauses.resume(file.number(), deadline));
    }

    private void decide(CaseFile file, Supplier<Decided> work) {
        lock.hold(file.number());
        Decided decided = acting.as(acting.current().at(file.center()), work);
        must(decided != Decided.NOT_ALLOWED, "limits.refused.notAllowed");
        must(decided != Decided.NOT_RUNNING, "limits.refused.notRunning");
        if (decided == Decided.DAY_OUT_OF_RANGE) {
            throw new Refusal("day", "limits.day.range");
        }
    }

    private static void must(boolean so, String otherwise) {
        if (!so) {
            throw new Refusal("deadline", otherwise);
        }
    }
}
