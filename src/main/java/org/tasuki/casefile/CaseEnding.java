package org.tasuki.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile.Status;
import org.tasuki.casefile.Timeline.Kind;
import org.tasuki.casefile.Timeline.Place;
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
    private final CaseTeam team;
    private final CaseFlow flow;
    private final CaseLock lock;
    private final CaseClocks clocks;
    private final EndingRight right;
    private final EndingReasons reasons;
    private final List<CaseHandOvers> handOvers;
    private final Timeline timeline;
    private final AuditTrail trail;

    CaseEnding(
            CaseFiles files,
            CaseTeam team,
            CaseFlow flow,
            CaseLock lock,
            CaseClocks clocks,
            EndingRight right,
            EndingReasons reasons,
            List<CaseHandOvers> handOvers,
            Timeline timeline,
            AuditTrail trail) {
        this.files = files;
        this.team = team;
        this.flow = flow;
        this.lock = lock;
        this.clocks = clocks;
        this.right = right;
        this.reasons = reasons;
        this.handOvers = handOvers;
        this.timeline = timeline;
        this.trail = trail;
    }

    /** Where the flow ends without a closing, a hand-over that was begun beside it is taken back: nobody is left who hears the answer. */
    @EventListener
    void close(FlowEnded ended) {
        recall(ended.number(), ended.center());
        flow.stopHandOvers(ended.number(), "closed");
        Instant at = clocks.of(ended.number()).instant();
        files.end(ended.number(), Status.CLOSED, ended.end(), at);
        Map<String, String> detail = Map.of("outcome", ended.end());
        timeline.note(Place.whole(ended.number(), ended.center()), Kind.CLOSED, at, detail);
        trail.note(Act.CASE_CLOSED, ended.number(), detail);
    }

    /**
     * Takes a case that should not have been opened out of the flow, with all its tasks and timers. A second click finds
     * it done.
     *
     * @throws Refusal when the case is not open, or not the actor's to end
     */
    public void withdraw(CaseNumber number, EndingReason reason) {
        lock.hold(number);
        CaseFile file = file(number, "number");
        if (file.status() == Status.WITHDRAWN && reasons.gave(number, reason)) {
            return;
        }
        Instant at = stop(mine(file), Status.WITHDRAWN);
        reasons.keep(file, reason, at);
        timeline.note(Place.whole(number, file.center()), Kind.WITHDRAWN, at, Map.of());
        trail.note(Act.CASE_WITHDRAWN, number, Map.of());
    }

    /**
     * Joins a case to another about the same child; its own flow stops, the other goes on. A second click finds it done.
     *
     * @throws Refusal when one of the two is not open, or the case is not the actor's to end
     */
    public void join(CaseNumber number, CaseNumber into, EndingReason reason) {
        holdBoth(number, into);
        CaseFile file = file(number, "number");
        if (file.status() == Status.JOINED && into.equals(file.joinedInto()) && reasons.gave(number, reason)) {
            return;
        }
        reasons.keep(file, reason, join(mine(file), target(file, into)));
    }

    /** A consultation that proves at its registration to belong to a known case: who takes it in, joins it. */
    public void joinAtReception(CaseNumber number, CaseNumber known) {
        holdBoth(number, known);
        CaseFile file = file(number, "number");
        join(open(file, "number"), target(file, known));
    }

    /**
     * The case to join this one to.
     *
     * @throws Refusal when it is not there for the actor, is the case itself, or is not open
     */
    @Transactional(readOnly = true)
    public CaseFile target(CaseFile file, CaseNumber into) {
        if (into.equals(file.number())) {
            throw new Refusal("into", "casefile.joining.itself");
        }
        CaseFile target = file(into, "into");
        if (!target.center().equals(file.center())) {
            throw new Refusal("into", "casefile.joining.unknown");
        }
        return open(target, "into");
    }

    private Instant join(CaseFile file, CaseFile target) {
        Instant at = stop(file, Status.JOINED);
        files.joinInto(file.number(), target.number());
        Map<String, String> into = Map.of("into", target.number().value());
        timeline.note(Place.whole(file.number(), file.center()), Kind.JOINED, at, into);
        timeline.note(
                Place.whole(target.number(), target.center()),
                Kind.ABSORBED,
                clocks.of(target.number()).instant(),
                Map.of("from", file.number().value()));
        team.share(file.number(), target.number(), file.center());
        trail.note(Act.CASE_JOINED, file.number(), into);
        return at;
    }

    /** Stops the flow. Agencies that were asked must not keep on working: what they were given is taken back. */
    private Instant stop(CaseFile file, Status how) {
        CaseNumber number = file.number();
        recall(number, file.center());
        String outcome = CaseFiles.key(how);
        flow.stop(number, outcome);
        Instant at = clocks.of(number).instant();
        files.end(number, how, outcome, at);
        return at;
    }

    private void recall(CaseNumber number, String center) {
        handOvers.stream().flatMap(room -> room.recall(number).stream()).forEach(agency -> {
            Instant at = clocks.of(number).instant();
            timeline.note(Place.whole(number, center), Kind.RECALLED, at, Map.of("agency", agency));
        });
    }

    /** In the order of their numbers, so that two joins crosswise do not wait for each other for ever. */
    private void holdBoth(CaseNumber number, CaseNumber into) {
        boolean first = number.compareTo(into) < 0;
        lock.hold(first ? number : into);
        lock.hold(first ? into : number);
    }

    private CaseFile mine(CaseFile file) {
        if (!right.allows(file)) {
            throw new Refusal("number", "casefile.ending.notYours");
        }
        return open(file, "number");
    }

    private static CaseFile open(CaseFile file, String field) {
        if (!file.open()) {
            throw new Refusal(field, "into".equals(field) ? "casefile.joining.notOpen" : "casefile.ending.notOpen");
        }
        return file;
    }

    private CaseFile file(CaseNumber number, String field) {
        return files.find(number).orElseThrow(() -> new Refusal(field, "casefile.joining.unknown"));
    }
}
