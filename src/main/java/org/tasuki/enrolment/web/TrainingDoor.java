package org.tasuki.enrolment.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.enrolment.CourseSession;
import org.tasuki.enrolment.Keeping;
import org.tasuki.enrolment.Sessions;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;

/** Lets in the people of a real office; to the record, whoever keeps it. */
@Component
class TrainingDoor {

    private final Sessions sessions;
    private final Keeping keeping;
    private final Acting acting;
    private final AuditTrail trail;

    TrainingDoor(Sessions sessions, Keeping keeping, Acting acting, AuditTrail trail) {
        this.sessions = sessions;
        this.keeping = keeping;
        this.acting = acting;
        this.trail = trail;
    }

    /** At a desk of a practice class there is no record, and nothing to enrol in. */
    void enter() {
        Actor me = acting.current();
        if (me.inPractice() || me.center() == null && me.agency() == null) {
            throw new NotFound();
        }
    }

    void keep() {
        refuse(!keeping.may());
    }

    void count() {
        refuse(!keeping.mayCount());
    }

    private void refuse(boolean refused) {
        if (refused) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "training-record"));
            throw new NotAllowed();
        }
    }

    boolean keeps() {
        return keeping.may();
    }

    CourseSession session(String id) {
        enter();
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return sessions.find(Long.parseLong(id)).orElseThrow(NotFound::new);
    }
}
