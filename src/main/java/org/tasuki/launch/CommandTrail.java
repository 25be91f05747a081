package org.tasuki.launch;

import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.tasuki.audit.Act;
import org.tasuki.audit.AuditTrail;
import org.tasuki.people.Acting;
import org.tasuki.people.Actor;

/** What a command did stands in the trail too: in the system's name, for nobody signs in to a command line. */
final class CommandTrail {

    private CommandTrail() {}

    static void note(ApplicationContext office, Act act, Map<String, String> detail) {
        office.getBean(Acting.class)
                .as(Actor.SYSTEM, () -> office.getBean(AuditTrail.class).noteAlone(act, null, detail));
    }
}
