package org.tasuki.courses.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.web.NotAllowed;

/** Trainers alone: what they bring in, everybody around the center learns by. */
@Component
class MaterialDoor {

    private final Acting acting;
    private final AuditTrail trail;

    MaterialDoor(Acting acting, AuditTrail trail) {
        this.acting = acting;
        this.trail = trail;
    }

    void enter() {
        if (!acting.may(Right.HOLD_CLASS)) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "course-materials"));
            throw new NotAllowed();
        }
    }
}
