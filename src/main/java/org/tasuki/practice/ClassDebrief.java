package org.tasuki.practice;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.training.Scenarios;

/** The trainer lets the people of a class look back at what their own group did; or looks back alone again. */
@Component
@Transactional
public class ClassDebrief {

    private final Classes classes;
    private final Scenarios scenarios;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    ClassDebrief(Classes classes, Scenarios scenarios, Acting acting, AuditTrail trail, Clock clock) {
        this.classes = classes;
        this.scenarios = scenarios;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param way what they are held against; anything that is no way for each case's own
     * @return whether there is anybody left to look: nobody signs in to a class that is over
     */
    public boolean open(PracticeClass held, String way) {
        return acting.as(held.house(), () -> {
            if (!classes.hold(held).open()) {
                return false;
            }
            classes.debrief(held, clock.instant(), scenarios.of(way).isPresent() ? way : null);
            trail.note(Act.CLASS_DEBRIEF_OPENED, Map.of());
            return true;
        });
    }

    public void close(PracticeClass held) {
        acting.as(held.house(), () -> {
            if (classes.hold(held).debriefs()) {
                classes.debrief(held, null, null);
                trail.note(Act.CLASS_DEBRIEF_CLOSED, Map.of());
            }
        });
    }
}
