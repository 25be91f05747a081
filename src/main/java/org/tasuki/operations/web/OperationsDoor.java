package org.tasuki.operations.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.web.NotAllowed;

/** Lets in those who mend the flow. */
@Component
class OperationsDoor {

    private final Acting acting;
    private final AuditTrail trail;

    OperationsDoor(Acting acting, AuditTrail trail) {
        this.acting = acting;
        this.trail = trail;
    }

    void enter() {
        if (!acting.may(Right.MEND_FLOW)) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "operations"));
            throw new NotAllowed();
        }
    }
}
