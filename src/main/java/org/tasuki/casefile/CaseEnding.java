package org.tasuki.casefile;

import java.time.Instant;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.engine.CaseFlow;
import org.tasuki.engine.CaseLock;
import org.tasuki.engine.FlowEnded;
import org.tasuki.terms.CaseNumber;

/** How a case ends: its flow comes to an end, or people withdraw it or join it to another, wherever it stands. */
@Component
@Transactional
public class CaseEnding {

    private final CaseFiles files;
    private final CaseFlow flow;
    private final CaseLock lock;
    private final CaseClocks clocks;
    private final Timeline timeline;
    private final AuditTrail trail;

    CaseEnding(CaseFiles files, CaseFlow flow, CaseLock lock, CaseClocks clocks, Timeline timeline, AuditTrail trail) {
        this.files = files;
        this.flow = flow;
        this.lock = lock;
        this.clocks = clocks;
        this.timeline = timeline;
        this.trail = trail;
    }

    @EventListener
    void close(FlowEnded ended) {
        Instant at = clocks.of(ended.number()).instant();
        files.end(ended.number(), CaseFile.Status.CLOSED, ended.end(), at);
        Map<String, String> detail = Map.of("outcome", ended.end());
        timeline.note(Timeline.Place.whole(ended.number(), ended.center()), Timeline.Kind.CLOSED, at, detail);
        trail.note(Act.CASE_CLOSED, ended.number(), detail);
    }

    /** Takes a case that should not have been opened out of the flow, with all its tasks and timers. */
    public void withdraw(CaseNumber number) {
        CaseFile file = running(number);
        Instant at = clocks.of(number).instant();
        flow.stop(number, "withdrawn");
        files.end(number, CaseFile.Status.WITHDRAWN, "withdrawn", at);
        timeline.note(Timeline.Place.whole(number, file.center()), Timeline.Kind.WITHDRAWN, at, Map.of());
        trail.note(Act.CASE_WITHDRAWN, number, Map.of());
    }

    /** Joins a case to another about the same child; its own flow stops, the other goes on. */
    public void join(CaseNumber number, CaseNumber into) {
        // In the order of their numbers, so that two joins crosswise do not wait for each other for ever.
        lock.hold(number.value().compareTo(into.value()) < 0 ? number : into);
        CaseFile file = running(number);
        CaseFile target = running(into);
        if (number.equals(into) || !file.center().equals(target.center())) {
            throw new Refusal("into", "casefile.join.refused");
        }
        Instant at = clocks.of(number).instant();
        flow.stop(number, "joined");
        files.end(number, CaseFile.Status.JOINED, "joined", at);
        files.joinInto(number, into);
        Map<String, String> detail = Map.of("into", into.value());
        timeline.note(Timeline.Place.whole(number, file.center()), Timeline.Kind.JOINED, at, detail);
        trail.note(Act.CASE_JOINED, number, detail);
    }

    private CaseFile running(CaseNumber number) {
        lock.hold(number);
        return files.find(number)
                .filter(CaseFile::open)
                .orElseThrow(() -> new Refusal("number", "casefile.ending.notOpen"));
    }
}
