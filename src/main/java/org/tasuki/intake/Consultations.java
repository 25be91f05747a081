package org.tasuki.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.casefile.CaseFiles;
import org.tasuki.casefile.CaseTeam;
import org.tasuki.casefile.Refusal;
import org.tasuki.casefile.Standstill;
import org.tasuki.deadlines.CaseClocks;
import org.tasuki.engine.CaseFlow;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.terms.CaseNumber;

/**
 * A contact comes in. From the first word on it is the office's responsibility, so a case opens and its flow starts at once:
 * even a half-filled sheet has an owner and a time limit.
 */
@Component
@Transactional
public class Consultations {

    private final CaseFiles files;
    private final CaseTeam team;
    private final CaseFlow flow;
    private final CaseClocks clocks;
    private final Acting acting;
    private final ObjectProvider<Standstill> standstills;
    private final Clock clock;

    Consultations(
            CaseFiles files,
            CaseTeam team,
            CaseFlow flow,
            CaseClocks clocks,
            Acting acting,
            ObjectProvider<Standstill> standstills,
            Clock clock) {
        this.files = files;
        this.team = team;
        this.flow = flow;
        this.clocks = clocks;
        this.acting = acting;
        this.standstills = standstills;
        this.clock = clock;
    }

    /**
     * Opens a case at the actor's center, on its clock, and starts its referral; its reception task is born.
     *
     * @throws Refusal while work stands still there
     */
    public CaseNumber begin() {
        String center = center(acting.current());
        standstills.stream()
                .flatMap(room -> room.beforeBeginning(center).stream())
                .findFirst()
                .ifPresent(why -> {
                    throw new Refusal("", why);
                });
        return begin(clocks.ahead(center));
    }

    /** The same for a practice case, whose clock runs ahead of the system's, or behind it. */
    public CaseNumber begin(Duration ahead) {
        Actor me = acting.current();
        String center = center(me);
        // Nobody works on a case that is not there yet.
        CaseNumber number = acting.as(me.at(center), () -> open(center, ahead));
        team.join(number, center, me.account());
        return number;
    }

    private CaseNumber open(String center, Duration ahead) {
        Instant at = clock.instant().plus(ahead);
        CaseNumber number = files.open(center, at);
        if (!ahead.isZero()) {
            clocks.set(number, center, ahead);
        }
        flow.start(number, center);
        return number;
    }

    private static String center(Actor actor) {
        if (actor.center() == null) {
            throw new IllegalStateException("a consultation is taken at a center");
        }
        return actor.center();
    }
}
