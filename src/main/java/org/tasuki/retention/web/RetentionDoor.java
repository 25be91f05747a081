package org.tasuki.retention.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.web.CaseDoor;
import org.tasuki.retention.Retention;
import org.tasuki.web.NotAllowed;

/** Lets in those who decide on records whose time is over: supervisors and the director. */
@Component
class RetentionDoor {

    private final CaseDoor cases;
    private final Retention retention;
    private final AuditTrail trail;

    RetentionDoor(CaseDoor cases, Retention retention, AuditTrail trail) {
        this.cases = cases;
        this.retention = retention;
        this.trail = trail;
    }

    void enter() {
        if (!retention.mayPropose()) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "retention"));
            throw new NotAllowed();
        }
    }

    CaseFile enter(String number) {
        enter();
        return cases.enter(number, "retention");
    }
}
