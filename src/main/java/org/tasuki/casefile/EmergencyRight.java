package org.tasuki.casefile;

import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
import org.tasuki.people.Right;
import org.tasuki.people.Role;

/**
 * Who may look into a case that is not theirs when a child is in danger: whoever sits at the telephone at night. A
 * restricted case opens to supervisors and the director alone; what is kept from a person opens to nobody by this way.
 */
@Component
public class EmergencyRight {

    private final Acting acting;

    EmergencyRight(Acting acting) {
        this.acting = acting;
    }

    public boolean allows() {
        return acting.current().agency() == null && acting.may(Right.DECLARE_EMERGENCY);
    }

    boolean opensRestricted() {
        return acting.may(Right.OPEN_RESTRICTED);
    }

    /** Nobody reviews themselves: what a supervisor did, the director looks at; the director's, a supervisor. */
    String reviewer() {
        Actor me = acting.current();
        boolean supervisor = me.has(Role.SUPERVISOR) && !me.has(Role.DIRECTOR);
        return (supervisor ? Role.DIRECTOR : Role.SUPERVISOR).key();
    }
}
