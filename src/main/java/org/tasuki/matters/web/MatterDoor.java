package org.tasuki.matters.web;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.casefile.CaseFile;
import org.tasuki.casefile.web.CaseDoor;
import org.tasuki.matters.Matters;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;

/** Lets in whoever may begin matters in a case: an agency begins nothing in a case that was handed to it. */
@Component
class MatterDoor {

    private final CaseDoor door;
    private final Matters matters;
    private final AuditTrail trail;

    MatterDoor(CaseDoor door, Matters matters, AuditTrail trail) {
        this.door = door;
        this.matters = matters;
        this.trail = trail;
    }

    CaseFile enter(String number) {
        CaseFile file = door.enter(number, "matters");
        if (!matters.allowed(file)) {
            throw refused(file);
        }
        return file;
    }

    NotAllowed refused(CaseFile file) {
        trail.noteAlone(Act.ACCESS_REFUSED, file.number(), Map.of("page", "matters"));
        return new NotAllowed();
    }

    static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException forged) {
            throw new NotFound();
        }
    }
}
