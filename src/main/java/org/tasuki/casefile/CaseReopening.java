package org.tasuki.casefile;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.engine.CaseFlow;
import org.tasuki.engine.CaseLock;
import org.tasuki.people.Right;
import org.tasuki.terms.CaseNumber;

/**
 * A closed case begins anew (再受理): the child is notified again, or the help ended too early. Its number, its people and its
 * papers go on; its flow begins with the reception, as every contact does.
 */
@Component
@Transactional
public class CaseReopening {

    private final CaseFiles files;
    private final CaseRights rights;
    private final CaseFlow flow;
    private final CaseLock lock;
    private final CaseClocks clocks;
    private final Timeline timeline;
    private final AuditTrail trail;

    CaseReopening(
            CaseFiles files,
            CaseRights rights,
            CaseFlow flow,
            CaseLock lock,
            CaseClocks clocks,
            Timeline timeline,
            AuditTrail trail) {
        this.files = files;
        this.rights = rights;
        this.flow = flow;
        this.lock = lock;
        this.clocks = clocks;
        this.timeline = timeline;
        this.trail = trail;
    }

    /** Whoever may hear of the child again at the case's center: a call at night finds the desk that is awake. */
    public boolean allows(CaseFile file) {
        return file.status() == CaseFile.Status.CLOSED && rights.allows(Right.REOPEN_CASE, file);
    }

    /** @throws Refusal when the case is not closed, or not theirs; a second click finds it open, and is refused too */
    public void reopen(CaseNumber number) {
        lock.hold(number);
        CaseFile file = files.find(number)
                .filter(this::allows)
                .orElseThrow(() -> new Refusal("number", "casefile.reopening.notClosed"));
        Instant at = clocks.of(number).instant();
        files.reopen(number);
        timeline.note(Timeline.Place.whole(number, file.center()), Timeline.Kind.REOPENED, at, Map.of());
        trail.note(Act.CASE_REOPENED, number, Map.of());
        flow.start(number, file.center());
    }
}
