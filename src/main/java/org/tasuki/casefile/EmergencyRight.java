package org.tasuki.casefile;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;
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
        Actor me = acting.current();
        return me.worksOnCases()
                && me.agency() == null
                && Stream.of(Role.OFFICER, Role.PROTECTION, Role.RECEPTION, Role.SUPERVISOR, Role.DIRECTOR)
                        .anyMatch(me::has);
    }

    boolean opensRestricted() {
        return Answering.heads(acting.current());
    }

    /** Nobody reviews themselves: what a supervisor did, the director looks at; the director's, a supervisor. */
    String reviewer() {
        Actor me = acting.current();
        boolean supervisor = me.has(Role.SUPERVISOR) && !me.has(Role.DIRECTOR);
        return (supervisor ? Role.DIRECTOR : Role.SUPERVISOR).key();
    }
}
