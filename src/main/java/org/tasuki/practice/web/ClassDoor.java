package org.tasuki.practice.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Right;
import org.tasuki.practice.Classes;
import org.tasuki.practice.PracticeClass;
import org.tasuki.web.NotAllowed;
import org.tasuki.web.NotFound;

/** Trainers, and each to their own classes. */
@Component
public class ClassDoor {

    private final Classes classes;
    private final Acting acting;
    private final AuditTrail trail;

    ClassDoor(Classes classes, Acting acting, AuditTrail trail) {
        this.classes = classes;
        this.acting = acting;
        this.trail = trail;
    }

    public void enter() {
        if (!acting.may(Right.HOLD_CLASS)) {
            trail.noteAlone(Act.ACCESS_REFUSED, null, Map.of("page", "practice"));
            throw new NotAllowed();
        }
    }

    public PracticeClass own(String code) {
        enter();
        return classes.byCode(code)
                .filter(held -> held.trainer().equals(acting.current().account()))
                .orElseThrow(NotFound::new);
    }
}
