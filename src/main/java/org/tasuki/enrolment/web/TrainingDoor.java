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

    /** Whether whoever asks keeps the record of this session's center. */
    boolean keeps(CourseSession held) {
        return keeps() && sessions.isOfOwnCenter(held.id());
    }

    /** One to be kept: another center's is not, even to who has a place in it. */
    CourseSession kept(String id) {
        keep();
        CourseSession held = session(id);
        if (!keeps(held)) {
            throw new NotFound();
        }
        return held;
    }

    /** Who gives back a place at a center that they have left sees the session no more. */
    boolean isSeen(long session) {
        return sessions.find(session).isPresent();
    }

    CourseSession session(String id) {
        enter();
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFound();
        }
        return sessions.find(Long.parseLong(id)).orElseThrow(NotFound::new);
    }
}
