package org.tasuki.practice;

import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;

/** A class is over: its seats are closed, what was done stays to be looked at. */
@Component
@Transactional
public class ClassEnd {

    private final Classes classes;
    private final Seats seats;
    private final Acting acting;
    private final AuditTrail trail;
    private final Clock clock;

    ClassEnd(Classes classes, Seats seats, Acting acting, AuditTrail trail, Clock clock) {
        this.classes = classes;
        this.seats = seats;
        this.acting = acting;
        this.trail = trail;
        this.clock = clock;
    }

    public void end(PracticeClass held) {
        acting.as(held.house(), () -> {
            if (classes.hold(held).open()) {
                classes.end(held, clock.instant());
                seats.close(held);
                trail.note(Act.CLASS_ENDED, Map.of());
            }
        });
    }
}
